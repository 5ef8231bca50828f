import { currentRound, type Case } from './case'
import { chinaDate } from '../calendar/chinaTime'
import type { FilingFacts } from '../filing/caseStates'
import { isPhotoMissing } from '../filing/photoDuty'
import type { RiskRow } from '../filing/riskTable'
import { risksOf, secondReviewFor, type RiskSubject } from '../filing/secondReview'

/**
 * What the moves of a case depend on besides its state; `userId` is the person who would make them, null for intake.
 * `isSampled`: the sampling plan has drawn the pass that the person makes.
 */
export function filingFacts(
  filingCase: Pick<Case, 'rounds' | 'decisions' | 'sms' | 'province'>,
  userId: string | null,
  isSampled = false,
): FilingFacts {
  const { application, documents } = currentRound(filingCase)
  return {
    filingType: application.filingType,
    photoMissing: isPhotoMissing(application.filingType, documents),
    secondReview: secondReviewOf(riskSubject(filingCase), userId, isSampled),
    sms: filingCase.sms ? `failure-${filingCase.sms.onFailure}s` : 'none',
  }
}

/** What the table of risks asks about the round under review. */
export function riskSubject(filingCase: Pick<Case, 'rounds' | 'decisions' | 'province'>): RiskSubject {
  const { application, round, submittedAt } = currentRound(filingCase)
  const { decisions, province } = filingCase
  const submittedOn = chinaDate(Date.parse(submittedAt))
  return { round, decisions, province, filingType: application.filingType, submittedOn }
}

/** Why a pass waits for another person: rows of the table of risks, or none where the sampling plan drew it. */
export function secondReviewRisks(
  filingCase: Pick<Case, 'rounds' | 'decisions' | 'province' | 'state' | 'blind'>,
): readonly RiskRow[] {
  const pass = filingCase.decisions.at(-1)
  // A pass by risk is never blind, and a blind one is not among the decisions.
  if (filingCase.state !== 'second-review' || filingCase.blind === true || pass === undefined) {
    return []
  }
  const before = { ...riskSubject(filingCase), decisions: filingCase.decisions.slice(0, -1) }
  return secondReviewFor(before, pass.decidedBy.userId) === 'required' ? risksOf(before) : []
}

function secondReviewOf(
  subject: RiskSubject,
  userId: string | null,
  isSampled: boolean,
): FilingFacts['secondReview'] {
  if (userId === null) {
    return 'none'
  }
  return isSampled ? 'required' : secondReviewFor(subject, userId)
}
