import { computed } from 'vue'
import { useAsyncAction } from './useAsyncAction'
import * as desk from '../api/deskApi'
import { useCaseReviewStore } from '../stores/caseReview'
import { useSessionStore } from '../stores/session'
import type { Proposal, ProposalAnswer } from '../../shared/protocol/proposals'
import { lateDifferences, type LateDifferences } from '../../shared/review/lateDecision'

export interface LateDecisionView {
  readonly late: Proposal
  /** Of another version of the case: only its reasons and note can be taken over. */
  readonly isOfOtherVersion: boolean
  readonly differences: LateDifferences
}

/** Decisions of colleagues that came too late for the open case, and what the person makes of them. */
export function useLateDecisions() {
  const review = useCaseReviewStore()
  const session = useSessionStore()

  const open = computed<readonly LateDecisionView[]>(() => {
    const { case: filingCase } = review.view ?? {}
    const isAnswering = review.view?.outbox.some(
      ({ kind, state }) => kind === 'answer-proposal' && state !== 'refused',
    )
    if (filingCase === undefined || isAnswering === true) {
      return []
    }
    return (filingCase.proposals ?? [])
      .filter(({ answer }) => answer === null)
      .map((late) => ({
        late,
        isOfOtherVersion: late.caseVersionSeen !== filingCase.version,
        differences: lateDifferences(late.decision, {
          answers: [...review.answers.values()],
          reasons: review.reasons,
        }),
      }))
  })

  /** Taking over changes the stored draft, so what is typed is stored first and the draft is read again. */
  const answer = useAsyncAction(async (proposalId: string, chosen: ProposalAnswer) => {
    const caseId = review.view?.case.id
    if (caseId === undefined) {
      throw new Error('There is no open case')
    }
    await review.flush()
    await desk.answerProposal({ caseId, proposalId, answer: chosen })
    await review.open(caseId)
  })

  return {
    open,
    canTakeOver: computed(() => review.isEditable),
    canPutAside: computed(() => review.isEditable || session.may('read-any-case')),
    answer,
  }
}
