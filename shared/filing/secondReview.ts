import type { FilingFacts } from './caseStates'
import { RISK_TABLE, type RiskRow } from './riskTable'
import type { FilingType } from '../domain/filingTypes'

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

/** The case as the table of risks asks about it. */
export interface RiskSubject extends ReviewPast {
  readonly province: string
  readonly filingType: FilingType
  /** China day on which the round under review was submitted: rows are in force by it. */
  readonly submittedOn: string
}

/** Rows of the table of risks that this case falls under. */
export function risksOf(subject: RiskSubject, table: readonly RiskRow[] = RISK_TABLE): readonly RiskRow[] {
  const { round, decisions, province, filingType, submittedOn } = subject
  const isEscalated = decisions.some(({ decision }) => decision.verdict === 'escalate')
  return table.filter(
    ({ from, to, when: { everEscalated, roundFrom, provinces, filingTypes } }) =>
      from <= submittedOn &&
      (to === null || submittedOn <= to) &&
      (everEscalated === undefined || isEscalated) &&
      (roundFrom === undefined || round >= roundFrom) &&
      (provinces === undefined || provinces.includes(province)) &&
      (filingTypes === undefined || filingTypes.includes(filingType)),
  )
}

/**
 * Whether a pass by this person needs somebody else to agree (four eyes): the case falls under a risk of the table, and
 * no other person has decided something about this very round, as the reviewer has who handed it up.
 */
export function secondReviewFor(
  subject: RiskSubject,
  userId: string,
  table: readonly RiskRow[] = RISK_TABLE,
): FilingFacts['secondReview'] {
  const others = subject.decisions.filter(
    ({ round, decidedBy }) => round === subject.round && decidedBy.userId !== userId,
  )
  return risksOf(subject, table).length > 0 && others.length === 0 ? 'required' : 'none'
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
