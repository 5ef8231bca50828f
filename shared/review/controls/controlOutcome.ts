import type { Decision } from '../decision'
import { ruleOfReason } from '../feedback/ruleOfReason'
import type { ChecklistLine } from '../../rules/checklist'

/**
 * What a decision about a control case comes to. `found`: returned for the fault that is in it. `other`: returned, but not
 * for that fault. `missed`: passed. `escalated`: handed up, which says nothing of the fault yet.
 */
export const CONTROL_OUTCOMES = ['found', 'other', 'missed', 'escalated'] as const
export type ControlOutcome = (typeof CONTROL_OUTCOMES)[number]

/**
 * Judges a decision by the rules that the built-in fault breaks. A return has found the fault when it answers a line of one
 * of these rules "not ok", or when one of its reasons speaks of such a rule (`ruleOfReason`, by which the answers of the
 * administration are tied to rules too).
 *
 * @param rules ids of the rules that the fault breaks; one of them is enough
 * @param lines the checklist as it stood when the person decided
 */
export function controlOutcome(
  rules: readonly string[],
  decision: Pick<Decision, 'verdict' | 'lines' | 'reasons'>,
  lines: ReadonlyArray<Pick<ChecklistLine, 'id' | 'reasonIds' | 'machine'>>,
): ControlOutcome {
  if (decision.verdict === 'escalate') {
    return 'escalated'
  }
  if (decision.verdict === 'pass') {
    return 'missed'
  }
  const answered = decision.lines.filter(({ verdict }) => verdict === 'not-ok').map(({ lineId }) => lineId)
  const told = decision.reasons.map(({ reasonId, field }) =>
    ruleOfReason(
      { field, problem: '', advice: '', ...(reasonId === undefined ? {} : { code: reasonId }) },
      lines,
    ),
  )
  return [...answered, ...told].some((rule) => rule !== null && rules.includes(rule)) ? 'found' : 'other'
}
