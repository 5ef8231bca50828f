import type { EvidenceWays } from './useEvidence'
import { useLineReason } from './useLineReason'
import { answerOf, needsPerson } from '../review/lineStatus'
import { useCaseReviewStore } from '../stores/caseReview'
import type { ChecklistLine, PersonVerdict } from '../../shared/rules/checklist'

/** Moving through the checklist and answering its lines. */
export function useChecklistMoves(evidence: EvidenceWays) {
  const review = useCaseReviewStore()
  const { bring } = useLineReason()

  function selectedIndex(): number {
    return review.checklist.shownLines.findIndex((line) => line.id === review.checklist.selectedLineId)
  }

  function move(step: 1 | -1): void {
    const lines = review.checklist.shownLines
    const line = lines[Math.max(0, Math.min(lines.length - 1, selectedIndex() + step))]
    if (line !== undefined) {
      evidence.goToLine(line)
    }
  }

  function nextNeeding(after: number): ChecklistLine | undefined {
    const lines = review.checklist.shownLines
    const behind = lines.slice(after + 1)
    const before = lines.slice(0, after)
    return [...behind, ...before].find((line) => needsPerson(line, review.answers))
  }

  /**
   * Answers the selected line. A line that is fine leads on to the next one that waits for the person; a line that
   * is not stays, because its note and its reason are written next.
   */
  function answerSelected(verdict: PersonVerdict): void {
    const at = selectedIndex()
    const line = review.checklist.shownLines[at]
    if (line === undefined) {
      return
    }
    const wasOpen = answerOf(line, review.answers) === 'not-looked-at'
    review.setAnswer(line.id, verdict)
    if (wasOpen && (verdict === 'ok' || verdict === 'not-applicable')) {
      const next = nextNeeding(at)
      if (next !== undefined) {
        evidence.goToLine(next)
      }
    }
  }

  /** Puts what the applicant is told of the selected line into the return, and shows it. */
  function bringReason(): void {
    const line = review.checklist.shownLines[selectedIndex()]
    if (line !== undefined) {
      bring(line)
      review.checklist.expandedLineId = line.id
    }
  }

  function toggleExpanded(): void {
    review.checklist.toggleExpanded(review.checklist.selectedLineId)
  }

  function toggleOnlyOpen(): void {
    review.checklist.showOnlyOpen(!review.checklist.isOnlyOpen)
  }

  return { move, answerSelected, bringReason, toggleExpanded, toggleOnlyOpen }
}
