import type { ValueForm } from './paperLayouts'
import type { ReadingProof } from './readField'
import { checkDomainName } from '../domain/identifiers/domainName'
import { checkOrganisationCode } from '../domain/identifiers/organisationCode'
import { checkResidentId } from '../domain/identifiers/residentId'
import { checkUnifiedSocialCreditCode } from '../domain/identifiers/unifiedSocialCreditCode'

/** What a check character says of a number, and its form where there is none. */
export function proofOf(value: string, form: ValueForm): ReadingProof {
  switch (form) {
    case 'resident-number':
      return byCheckDigit(/^\d{17}[\dX]$/u.test(value), checkResidentId(value).ok)
    case 'credit-code': {
      const isShort = value.length === 9
      const holds = isShort ? checkOrganisationCode(value).ok : checkUnifiedSocialCreditCode(value).ok
      return byCheckDigit(isShort || value.length === 18, holds)
    }
    case 'domain':
      return checkDomainName(value).ok ? 'form' : 'doubtful'
    case 'any-number':
      if (checkResidentId(value).ok || checkUnifiedSocialCreditCode(value).ok) {
        return 'check-digit'
      }
      return value.length >= 15 ? 'wrong-check-digit' : 'none'
    default:
      return 'none'
  }
}

function byCheckDigit(hasForm: boolean, holds: boolean): ReadingProof {
  if (holds) {
    return 'check-digit'
  }
  return hasForm ? 'wrong-check-digit' : 'doubtful'
}
