import { assertNever } from '../../result'
import type { CertificateType } from '../filing'
import { checkForeignPermanentResident } from './foreignPermanentResident'
import { checkOrganisationCode } from './organisationCode'
import { checkPassportNumber } from './passport'
import { checkRegistrationNumber } from './registrationNumber'
import { checkResidentId, type IdentityNumberHolder } from './residentId'
import { tidy } from './tidy'
import { checkHkMacaoPermit, checkTaiwanPermit } from './travelPermit'
import { checkUnifiedSocialCreditCode } from './unifiedSocialCreditCode'
import { problem, type Verdict } from './verdict'

/** Everything that can be wrong with a certificate number. `other-kind`: sound, but of another certificate. */
export type CertificateNumberProblem =
  | 'length'
  | 'characters'
  | 'region'
  | 'birth-date'
  | 'check-character'
  | 'check-digit'
  | 'organisation-code'
  | 'legacy'
  | 'other-kind'

type CertificateNumberVerdict = Verdict<{ readonly number: string }, CertificateNumberProblem>

const PERMIT_HOLDERS: readonly IdentityNumberHolder[] = ['hong-kong', 'macao', 'taiwan']

function checkIdentityNumberOf(
  typed: string,
  holders: readonly IdentityNumberHolder[],
): CertificateNumberVerdict {
  const verdict = checkResidentId(typed)
  if (!verdict.ok) {
    return verdict
  }
  if (verdict.legacy) {
    return problem('legacy')
  }
  return holders.includes(verdict.holder) ? verdict : problem('other-kind')
}

/**
 * Checks a number as the certificate type demands it. `number` in the answer is the one spelling by which numbers
 * are compared. A type of which nothing is known (`other`) takes any text. `legacy` is a 15-digit identity number,
 * which no card carries since 2013.
 */
export function checkCertificateNumber(type: CertificateType, typed: string): CertificateNumberVerdict {
  switch (type) {
    case 'resident-id':
      return checkIdentityNumberOf(typed, ['citizen'])
    case 'hkmt-residence-permit':
      return checkIdentityNumberOf(typed, PERMIT_HOLDERS)
    case 'foreign-permanent-resident':
      return checkForeignPermanentResident(typed)
    case 'passport':
      return checkPassportNumber(typed)
    case 'hk-macao-permit':
      return checkHkMacaoPermit(typed)
    case 'taiwan-permit':
      return checkTaiwanPermit(typed)
    case 'unified-social-credit-code':
      return checkUnifiedSocialCreditCode(typed)
    case 'organisation-code':
      return checkOrganisationCode(typed)
    case 'registration-number':
      return checkRegistrationNumber(typed)
    case 'other':
      return { ok: true, number: tidy(typed) }
    default:
      return assertNever(type, 'Unknown certificate type')
  }
}
