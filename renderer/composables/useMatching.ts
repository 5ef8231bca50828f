import { computed } from 'vue'
import { matchCounts, matchSections, needsLook } from '../review/matchSections'
import { useCaseReviewStore } from '../stores/caseReview'
import { useSyncStore } from '../stores/sync'
import { crossMatrix } from '../../shared/matching/crossMatrix'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { correctReadings } from '../../shared/matching/corrections'

/** What the papers say beside what the form says, with the person's corrections in it. */
export function useMatching() {
  const review = useCaseReviewStore()
  const sync = useSyncStore()
  const rows = computed(() => {
    const { round, view, corrections } = review
    if (round === null || view === null) {
      return []
    }
    const readings = round.documents.map(({ id, kind, face, owner, serviceId }) => ({
      documentId: id,
      kind,
      face,
      owner,
      serviceId,
      fields: view.readings[id] ?? [],
    }))
    return crossMatrix(
      round.application,
      correctReadings(readings, corrections),
      chinaDate(Date.now() + sync.clockAheadMs),
    )
  })
  const sections = computed(() => matchSections(rows.value))
  const counts = computed(() => matchCounts(rows.value))
  /** Papers whose text has not been read yet. */
  const unread = computed(
    () => Object.values(review.view?.readings ?? {}).filter((fields) => fields === null).length,
  )
  return { rows, sections, counts, unread, needsLook }
}
