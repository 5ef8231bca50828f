import { chinaDate } from '../../../shared/calendar/chinaTime'
import type { Case } from '../../../shared/protocol/case'
import { resubmissionOf, type Resubmission } from '../../../shared/review/resubmission'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import {
  askedDocuments,
  requiredDocuments,
  type RequiredDocument,
} from '../../../shared/rules/requiredDocuments'
import type { RulePack } from '../../../shared/rules/rulePack'
import { AppError } from '../appError'

/** Rule packs of this workstation by version. */
export type RulePacks = ReadonlyMap<string, RulePack>

export interface ChecklistSource {
  /** The case's checklist by the pack it is pinned to; fails with `rule-pack-unknown` when that pack is not here. */
  readonly checklistOf: (filingCase: Case, now: string) => readonly ChecklistLine[]
  /** The documents due for the case's round by the same pack. */
  readonly requiredDocumentsOf: (filingCase: Case, now: string) => readonly RequiredDocument[]
  /** The same with every rule that asks, though several ask for one paper. */
  readonly askedDocumentsOf: (filingCase: Case, now: string) => readonly RequiredDocument[]
  /** What the case's round takes over from the one before; null for a first round. */
  readonly resubmissionOf: (filingCase: Case, now: string) => Resubmission | null
}

export function createChecklistSource(packs: RulePacks): ChecklistSource {
  function packOf({ rulePack }: Case): RulePack {
    const pack = packs.get(rulePack)
    if (!pack) {
      const message = `Rule pack ${rulePack} is not on this workstation`
      throw new AppError('rule-pack-unknown', message, { retryable: true })
    }
    return pack
  }

  return {
    checklistOf: (filingCase, now) =>
      evaluateChecklist(packOf(filingCase), filingCase, chinaDate(Date.parse(now))),
    requiredDocumentsOf: (filingCase, now) =>
      requiredDocuments(packOf(filingCase), filingCase, chinaDate(Date.parse(now))),
    askedDocumentsOf: (filingCase, now) =>
      askedDocuments(packOf(filingCase), filingCase, chinaDate(Date.parse(now))),
    resubmissionOf: (filingCase, now) =>
      resubmissionOf(filingCase, (version, judged) => {
        const pack = packs.get(version)
        return pack ? evaluateChecklist(pack, judged, chinaDate(Date.parse(now))) : null
      }),
  }
}
