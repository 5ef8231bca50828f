import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { Case } from '../../../shared/protocol/case'
import { resubmissionOf, type Resubmission } from '../../../shared/review/resubmission'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import type { RulePack } from '../../../shared/rules/rulePack'

/** Rule packs of this workstation by version. */
export type RulePacks = ReadonlyMap<string, RulePack>

export interface ChecklistSource {
  /** The case's checklist by the pack it is pinned to; throws when that pack is not on this workstation. */
  readonly checklistOf: (filingCase: Case, now: string) => readonly ChecklistLine[]
  /** What the case's round takes over from the one before; null for a first round. */
  readonly resubmissionOf: (filingCase: Case, now: string) => Resubmission | null
  readonly newestVersion: string
}

export function createChecklistSource(packs: RulePacks): ChecklistSource {
  const newestVersion = [...packs.keys()].sort().at(-1)
  if (newestVersion === undefined) {
    throw new Error('The application has no rule pack')
  }
  return {
    newestVersion,
    checklistOf(filingCase, now) {
      const pack = packs.get(filingCase.rulePack)
      if (!pack) {
        throw new Error(`Rule pack ${filingCase.rulePack} is not on this workstation`)
      }
      return evaluateChecklist(pack, filingCase, chinaDate(Date.parse(now)))
    },
    resubmissionOf: (filingCase, now) =>
      resubmissionOf(filingCase, (version, judged) => {
        const pack = packs.get(version)
        return pack ? evaluateChecklist(pack, judged, chinaDate(Date.parse(now))) : null
      }),
  }
}
