import { lineReason, type DraftReason } from '../review/defectReasons'
import { useCaseReviewStore } from '../stores/caseReview'
import type { ChecklistLine } from '../../shared/rules/checklist'
import type { Reason } from '../../shared/rules/reasons'

/** What the applicant is told of a line, and bringing it into the return. */
export function useLineReason() {
  const review = useCaseReviewStore()

  /** By the given reason of the catalogue, else by the one that fits best. */
  function reasonOf(line: ChecklistLine, entry?: Reason): DraftReason {
    return lineReason(line, review.round?.documents ?? [], entry)
  }

  function isBrought(line: ChecklistLine, entry?: Reason): boolean {
    return review.hasReason(reasonOf(line, entry))
  }

  /** Once is enough: a reason that is there already stays as the person may have changed it. */
  function bring(line: ChecklistLine, entry?: Reason): void {
    if (review.isEditable && !isBrought(line, entry)) {
      review.addReason(reasonOf(line, entry))
    }
  }

  return { reasonOf, isBrought, bring }
}
