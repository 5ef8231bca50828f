import { chinaDate } from '../../calendar/chinaTime'
import type { Application } from '../../domain/filing'
import { currentRound, type Case, type CaseDocument } from '../../protocol/case'

/** All that a check may look at. */
export interface CheckContext {
  readonly application: Application
  readonly documents: readonly CaseDocument[]
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
export function makeCheckContext(filingCase: Pick<Case, 'province' | 'rounds'>, today: string): CheckContext {
  const { application, documents, submittedAt } = currentRound(filingCase)
  return {
    application,
    documents,
    scope: 'both',
    province: filingCase.province,
    submittedOn: chinaDate(Date.parse(submittedAt)),
    today,
  }
}
