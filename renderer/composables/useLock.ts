import { useRouter } from 'vue-router'
import { notePlace } from './placeBeforeLock'
import { useAsyncAction } from './useAsyncAction'
import { useCallsStore } from '../stores/calls'
import { useCaseReviewStore } from '../stores/caseReview'
import { useSessionStore } from '../stores/session'

/** Locking: what is typed is stored first; the shell then throws the page away. */
export function useLock() {
  const router = useRouter()
  const session = useSessionStore()
  const review = useCaseReviewStore()
  const calls = useCallsStore()
  return useAsyncAction(async () => {
    await review.flush()
    await calls.flush()
    notePlace(router.currentRoute.value.fullPath)
    await session.lock()
  })
}
