import type { ReadField } from './readField'
import { checkUnifiedSocialCreditCode } from '../domain/identifiers/unifiedSocialCreditCode'

/** A code can hold 4,296 letters; an address with a credit code has less than a hundred. */
const LONGEST = 300

/** What a credit code looks like, wherever it stands. */
const CREDIT_CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/gu

/**
 * Makes a field of what a code in squares holds. It is a stranger's text: cut off, and without characters that a screen
 * would obey rather than show. The check character of a credit code in it is its proof.
 */
export function readQrText(text: string, places: ReadField['places'][number]): ReadField | null {
  const value = Array.from(text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' '))
    .slice(0, LONGEST)
    .join('')
    .trim()
  if (value === '') {
    return null
  }
  const proof = creditCodeIn(value) === null ? 'none' : 'check-digit'
  return { field: 'qr-code', value, confidence: 1, proof, places: [[...places]] }
}

/** The one valid credit code in a text; null when there is none, or several. */
export function creditCodeIn(text: string): string | null {
  const codes = new Set(
    [...text.toUpperCase().matchAll(CREDIT_CODE)]
      .map(([code]) => code)
      .filter((code) => checkUnifiedSocialCreditCode(code).ok),
  )
  const [only] = codes
  return codes.size === 1 ? (only ?? null) : null
}
