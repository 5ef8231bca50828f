import { currentRound, type Case } from './case'
import type { FilingFacts } from '../filing/caseStates'
import { isPhotoMissing } from '../filing/photoDuty'
import { secondReviewFor } from '../filing/secondReview'

/** What the moves of a case depend on besides its state; `userId` is the person who would make them, null for intake. */
export function filingFacts(
  filingCase: Pick<Case, 'rounds' | 'decisions' | 'sms'>,
  userId: string | null,
): FilingFacts {
  const { application, documents, round } = currentRound(filingCase)
  return {
    filingType: application.filingType,
    photoMissing: isPhotoMissing(application.filingType, documents),
    secondReview:
      userId === null ? 'none' : secondReviewFor({ round, decisions: filingCase.decisions }, userId),
    sms: filingCase.sms ? `failure-${filingCase.sms.onFailure}s` : 'none',
  }
}
