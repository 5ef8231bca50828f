import { useRouter } from 'vue-router'
import { useAsyncAction } from './useAsyncAction'
import { useCallsStore } from '../stores/calls'
import { useCaseReviewStore } from '../stores/caseReview'
import { useSessionStore } from '../stores/session'

/** Signing out: what is typed is stored first; everything stored stays on this workstation. */
export function useSignOut() {
  const router = useRouter()
  const session = useSessionStore()
  const review = useCaseReviewStore()
  const calls = useCallsStore()
  return useAsyncAction(async () => {
    await review.flush()
    await calls.flush()
    await session.signOut()
    review.close()
    calls.close()
    await router.push({ name: 'sign-in' })
  })
}
