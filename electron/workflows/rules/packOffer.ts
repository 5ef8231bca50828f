import type { PackOffer } from '../../../shared/ipc/models'
import type { Case } from '../../../shared/protocol/case'
import { compareChecklists } from '../../../shared/rules/checklistChanges'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { comparePacks, type RulePack } from '../../../shared/rules/rulePack'
import type { RulePacks } from './checklistSource'

interface OfferParts {
  readonly packs: RulePacks
  readonly inForce: RulePack
  readonly checklistOf: (filingCase: Case) => readonly ChecklistLine[]
}

/** What the pack in force now would change of a case that is judged by an older one; null when there is none newer. */
export function packOffer(filingCase: Case, { packs, inForce, checklistOf }: OfferParts): PackOffer | null {
  const pinned = packs.get(filingCase.rulePack)
  if (pinned === undefined || comparePacks(inForce, pinned) <= 0) {
    return null
  }
  const changes = compareChecklists(
    checklistOf(filingCase),
    checklistOf({ ...filingCase, rulePack: inForce.version }),
  )
  return { version: inForce.version, effectiveFrom: inForce.effectiveFrom, changes: [...changes] }
}
