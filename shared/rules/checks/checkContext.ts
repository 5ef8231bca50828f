import { chinaDate } from '../../calendar/chinaTime'
import type { Application } from '../../domain/filing'
import { checkDomainName } from '../../domain/identifiers/domainName'
import { listParts, type Scope } from './formParts'
import { roundUnderReview, type JudgedCase, type JudgedDocument } from '../judgedCase'

/** All that a check may look at. */
export interface CheckContext {
  readonly application: Application
  readonly documents: readonly JudgedDocument[]
  /** Services that the rule speaks of. */
  readonly scope: Scope
  readonly parts: ReturnType<typeof listParts>
  /** Six-digit code of the division of the filing. */
  readonly province: string
  /** China date on which the round was submitted. */
  readonly submittedOn: string
  /** China date of the review. */
  readonly today: string
  /** `checkDomainName`, once for each name: a dozen rules read the same few domains. */
  readonly readDomain: (name: string) => ReturnType<typeof checkDomainName>
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
    parts: listParts(application),
    province: filingCase.province,
    submittedOn: chinaDate(Date.parse(submittedAt)),
    today,
    readDomain: remember(checkDomainName),
  }
}

/** The same for a rule that speaks of one kind of service. */
export function narrowTo(context: CheckContext, scope: CheckContext['scope']): CheckContext {
  return { ...context, scope }
}

function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const answer = known.get(text) ?? read(text)
    known.set(text, answer)
    return answer
  }
}
