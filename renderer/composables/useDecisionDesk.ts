import { inject, provide, ref, type InjectionKey } from 'vue'
import { useRouter } from 'vue-router'
import { useAsyncAction } from './useAsyncAction'
import { useCaseReviewStore } from '../stores/caseReview'
import { useQueueStore } from '../stores/queue'
import type { DecisionVerdict } from '../../shared/review/decision'

/** Making the decision: which one is being composed, confirming it, and what comes after. */
function createDecisionDesk() {
  const router = useRouter()
  const review = useCaseReviewStore()
  const queue = useQueueStore()
  const composing = ref<DecisionVerdict | null>(null)

  const decide = useAsyncAction(async (verdict: DecisionVerdict) => {
    await review.decide(verdict)
    composing.value = null
  })
  const drawNext = useAsyncAction(async () => {
    const caseId = await queue.drawNext()
    await router.push({ name: 'case', params: { caseId } })
  })

  function compose(verdict: DecisionVerdict): void {
    if (!review.isEditable || (verdict === 'pass' && review.passProblems.length > 0)) {
      return
    }
    if (verdict === 'return') {
      review.collectReasons()
    }
    decide.dismiss()
    composing.value = verdict
  }

  function cancel(): void {
    composing.value = null
    decide.dismiss()
  }

  /** Why the composed decision cannot be confirmed; empty when it can. */
  function problems(): ReturnType<typeof review.problemsOf> {
    return composing.value === null ? [] : review.problemsOf(composing.value)
  }

  function hasBlankReason(): boolean {
    return review.reasons.some((reason) => reason.problem.trim() === '' || reason.advice.trim() === '')
  }

  function canConfirm(): boolean {
    return (
      composing.value !== null &&
      !decide.pending.value &&
      problems().length === 0 &&
      (composing.value !== 'return' || !hasBlankReason())
    )
  }

  /** Confirms what is composed; without one, begins the pass when nothing keeps it back. */
  function confirm(): void {
    if (composing.value === null) {
      compose('pass')
    } else if (canConfirm()) {
      void decide.run(composing.value)
    }
  }

  return { composing, decide, drawNext, compose, cancel, problems, hasBlankReason, canConfirm, confirm }
}

export type DecisionDesk = ReturnType<typeof createDecisionDesk>
const DESK: InjectionKey<DecisionDesk> = Symbol('decision desk')

export function provideDecisionDesk(): DecisionDesk {
  const desk = createDecisionDesk()
  provide(DESK, desk)
  return desk
}

export function useDecisionDesk(): DecisionDesk {
  const desk = inject(DESK)
  if (desk === undefined) {
    throw new Error('The decision desk is provided by the case view')
  }
  return desk
}
