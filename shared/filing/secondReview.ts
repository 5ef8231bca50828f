import type { FilingFacts } from './caseStates'

interface DecidedBefore {
  readonly round: number
  readonly decision: { readonly verdict: string }
  readonly decidedBy: { readonly userId: string }
}

/** What second review looks at: earlier decisions of the case, oldest first, and the round under review. */
export interface ReviewPast {
  readonly round: number
  readonly decisions: readonly DecidedBefore[]
}

/**
 * Whether a pass by this person needs somebody else to agree (four eyes). A case that was ever escalated carries a
 * risk; it needs no further look once another person has decided something about this very round, as the reviewer
 * has who handed it up.
 */
export function secondReviewFor(past: ReviewPast, userId: string): FilingFacts['secondReview'] {
  const isRisky = past.decisions.some(({ decision }) => decision.verdict === 'escalate')
  const others = past.decisions.filter(
    ({ round, decidedBy }) => round === past.round && decidedBy.userId !== userId,
  )
  return isRisky && others.length === 0 ? 'required' : 'none'
}

/**
 * Whether this person decided what is now to be settled by another: the pass under second review, or the one that a
 * second reviewer disputes.
 */
export function isSelfApproval(past: Pick<ReviewPast, 'decisions'>, state: string, userId: string): boolean {
  if (state === 'second-review') {
    return past.decisions.at(-1)?.decidedBy.userId === userId
  }
  return isDisputed(past, state) && past.decisions.at(-2)?.decidedBy.userId === userId
}

/** Whether the case went up because a second reviewer returned what the first had passed. */
export function isDisputed(past: Pick<ReviewPast, 'decisions'>, state: string): boolean {
  return state === 'escalated' && past.decisions.at(-1)?.decision.verdict === 'return'
}
