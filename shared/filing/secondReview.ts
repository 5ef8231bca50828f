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

/** Who decided the case into second review: the last decider. Only another person may settle it. */
export function isSelfApproval(past: Pick<ReviewPast, 'decisions'>, state: string, userId: string): boolean {
  return state === 'second-review' && past.decisions.at(-1)?.decidedBy.userId === userId
}
