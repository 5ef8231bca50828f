import type { ValueForm } from './paperLayouts'
import type { ReadingProof } from './readField'
import { UNREAD } from './textLine'
import type { RowPiece } from './textRows'
import { checkDomainName } from '../domain/identifiers/domainName'
import { checkOrganisationCode } from '../domain/identifiers/organisationCode'
import { checkPassportNumber } from '../domain/identifiers/passport'
import { checkResidentId } from '../domain/identifiers/residentId'
import { checkHkMacaoPermit, checkTaiwanPermit } from '../domain/identifiers/travelPermit'
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
    case 'permit-number':
      return checkHkMacaoPermit(value).ok || checkTaiwanPermit(value).ok ? 'form' : 'doubtful'
    case 'passport-number':
      return checkPassportNumber(value).ok ? 'form' : 'doubtful'
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

/**
 * Below this a character is a guess among several that look alike. Names are short and of rare characters; in long words
 * one that is less sure is usual.
 */
const LEAST_SURE = { name: 0.85, text: 0.6 }

/** What can be said of words, which nothing checks: whether all of them was read, and clearly. */
export function legibility(
  value: string,
  pieces: readonly RowPiece[],
  form: 'name' | 'text' = 'name',
): ReadingProof {
  if (value.includes(UNREAD)) {
    return 'incomplete'
  }
  return Math.min(...pieces.map((piece) => piece.least)) < LEAST_SURE[form] ? 'doubtful' : 'none'
}

/** Letters that neither GB 32100 nor GB 11643 has, and the digits that they look like. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['Z', '2'],
  ['S', '5'],
])

/**
 * A number in which impossible letters are put right as the digits that they look like, where its check character then
 * confirms it; otherwise as it was read.
 */
export function mendedNumber(value: string, form: ValueForm): string {
  const mended = Array.from(value, (character) => LOOK_ALIKE.get(character) ?? character).join('')
  return proofOf(mended, form) === 'check-digit' ? mended : value
}

function byCheckDigit(hasForm: boolean, holds: boolean): ReadingProof {
  if (holds) {
    return 'check-digit'
  }
  return hasForm ? 'wrong-check-digit' : 'doubtful'
}
