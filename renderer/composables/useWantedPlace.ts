import { onMounted } from 'vue'
import { useRoute } from 'vue-router'
import type { DocumentPanes } from './useDocumentPanes'
import type { EvidenceWays } from './useEvidence'
import { useCaseReviewStore } from '../stores/caseReview'

/** Goes to the line, document or field that the way into the case names, as a list of what is missing does. */
export function useWantedPlace(evidence: EvidenceWays, panes: DocumentPanes): void {
  const route = useRoute()
  const review = useCaseReviewStore()

  onMounted(() => {
    const { line: lineId, document, field } = route.query
    const line = review.lines.find(({ id }) => id === lineId)
    if (line !== undefined) {
      evidence.goToLine(line)
    } else if (typeof document === 'string') {
      panes.showAll([document])
    } else if (typeof field === 'string') {
      evidence.showField(field)
    }
  })
}
