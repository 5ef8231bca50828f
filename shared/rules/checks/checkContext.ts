import { chinaDate } from '../../calendar/chinaTime'
import type { Application } from '../../domain/filing'
import { roundUnderReview, type JudgedCase, type JudgedDocument } from '../judgedCase'

/** All that a check may look at. */
export interface CheckContext {
  readonly application: Application
  readonly documents: readonly JudgedDocument[]
  /** Services that the rule speaks of. */
  readonly scope: 'website' | 'app' | 'both'
  /** Six-digit code of the division of the filing. */
  readonly province: string
  /** China date on which the round was submitted. */
  readonly submittedOn: string
  /** China date of the review. */
  readonly today: string
}

/** What a case offers to the checks of one rule. */
export function makeCheckContext(
  filingCase: Pick<JudgedCase, 'province' | 'rounds'>,
  today: string,
): CheckContext {
  const { application, documents, submittedAt } = roundUnderReview(filingCase)
  return {
    application,
    documents,
    scope: 'both',
    province: filingCase.province,
    submittedOn: chinaDate(Date.parse(submittedAt)),
    today,
  }
}

/** The same for a rule that speaks of one kind of service. */
export function narrowTo(context: CheckContext, scope: CheckContext['scope']): CheckContext {
  return { ...context, scope }
}
