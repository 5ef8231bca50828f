import { chinaDate } from '../../shared/calendar/chinaTime'
import type { Case } from '../../shared/protocol/case'
import type { ChecklistLine } from '../../shared/rules/checklist'
import { evaluateChecklist } from '../../shared/rules/evaluateChecklist'
import { packInForce, type RulePack } from '../../shared/rules/rulePack'

/** The rule packs this server knows. */
export interface RuleBook {
  /** Version by which a round submitted at this instant is judged; before the first pack, the first. */
  versionFor(submittedAt: string): string
  /** The checklist as it stood on the China date of `at` (epoch ms), or null when the case's pack is not known here. */
  checklistOf(filingCase: Case, at: number): readonly ChecklistLine[] | null
}

/** Throws when there is no pack at all: without one no filing can be judged, so none should be taken. */
export function createRuleBook(packs: readonly RulePack[]): RuleBook {
  const first = [...packs].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0]
  if (!first) {
    throw new Error('There is no rule pack')
  }
  const byVersion = new Map(packs.map((pack) => [pack.version, pack]))
  return {
    versionFor: (submittedAt) => (packInForce(packs, chinaDate(Date.parse(submittedAt))) ?? first).version,
    checklistOf: (filingCase, at) => {
      const pack = byVersion.get(filingCase.rulePack)
      return pack ? evaluateChecklist(pack, filingCase, chinaDate(at)) : null
    },
  }
}
