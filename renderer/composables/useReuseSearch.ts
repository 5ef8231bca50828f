import { onBeforeUnmount, watch } from 'vue'
import { useCaseReviewStore } from '../stores/caseReview'
import { useReuseStore } from '../stores/reuse'
import { useSyncStore } from '../stores/sync'

/** Pictures are examined in a row; one search for all of them is enough. */
const PAUSE_MS = 1500

/** Searches when a case is opened, when pictures of it have been examined meanwhile, and when the network is back. */
export function useReuseSearch(): void {
  const review = useCaseReviewStore()
  const reuse = useReuseStore()
  const sync = useSyncStore()
  let timer: number | undefined

  function searchNow(): void {
    const caseId = review.view?.case.id
    if (caseId !== undefined) {
      void reuse.search(caseId)
    }
  }

  watch(() => review.view?.case.id, searchNow, { immediate: true })
  watch(
    () => review.view,
    () => {
      if (reuse.hasPending && timer === undefined) {
        timer = window.setTimeout(() => {
          timer = undefined
          searchNow()
        }, PAUSE_MS)
      }
    },
  )
  watch(
    () => sync.status?.lastSyncAt,
    () => {
      // A search may fail between two exchanges, so that the connection never seems to have been away.
      const view = reuse.view
      if (
        sync.status?.connection === 'online' &&
        view?.outcome === 'not-searched' &&
        view.reason === 'offline'
      ) {
        searchNow()
      }
    },
  )
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
  })
}
