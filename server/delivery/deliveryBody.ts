import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { Case } from '../../shared/protocol/case'
import type { Decision } from '../../shared/review/decision'

/**
 * What the provider's filing system is told of a decision, as JSON text. Reasons and messages as the applicant may
 * read them; never notes among colleagues, findings or who decided.
 */
export function deliveryBody(decided: {
  readonly filingCase: Pick<Case, 'orderNumber'>
  readonly decision: Pick<Decision, 'verdict' | 'reasons' | 'message'>
  readonly round: number
  readonly caseVersion: number
  /** State after the decision: `awaiting-photo` asks the applicant for the administrator's photo. */
  readonly state: CaseState
  readonly decidedAt: number
}): string {
  const { verdict, reasons, message } = decided.decision
  return JSON.stringify({
    orderNumber: decided.filingCase.orderNumber,
    round: decided.round,
    verdict,
    state: decided.state,
    reasons:
      verdict === 'return' ? reasons.map(({ field, problem, advice }) => ({ field, problem, advice })) : [],
    ...(message === undefined ? {} : { message }),
    decidedAt: isoInstant(decided.decidedAt),
    caseVersion: decided.caseVersion,
  })
}
