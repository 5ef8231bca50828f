import { currentRound, type Case } from './case'
import type { FilingFacts } from '../filing/caseStates'
import { isPhotoMissing } from '../filing/photoDuty'
import { secondReviewFor, type ReviewPast } from '../filing/secondReview'

/**
 * What the moves of a case depend on besides its state; `userId` is the person who would make them, null for intake.
 * `isSampled`: the sampling plan has drawn the pass that the person makes.
 */
export function filingFacts(
  filingCase: Pick<Case, 'rounds' | 'decisions' | 'sms'>,
  userId: string | null,
  isSampled = false,
): FilingFacts {
  const { application, documents, round } = currentRound(filingCase)
  return {
    filingType: application.filingType,
    photoMissing: isPhotoMissing(application.filingType, documents),
    secondReview: secondReviewOf({ round, decisions: filingCase.decisions }, userId, isSampled),
    sms: filingCase.sms ? `failure-${filingCase.sms.onFailure}s` : 'none',
  }
}

function secondReviewOf(
  past: ReviewPast,
  userId: string | null,
  isSampled: boolean,
): FilingFacts['secondReview'] {
  if (userId === null) {
    return 'none'
  }
  return isSampled ? 'required' : secondReviewFor(past, userId)
}
