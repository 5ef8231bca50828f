import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type PassportProblem = 'length' | 'characters'

export interface PassportFacts {
  readonly number: string
  /** `other` is a number that no Chinese passport has: another country's, or a mistake. */
  readonly form: 'chinese-ordinary' | 'chinese-official' | 'other'
}

/** ICAO Doc 9303 gives the document number nine places; no state is known to print fewer than five. */
const SHORTEST = 5
const LONGEST = 9

/** E and 8 digits, or E, a letter and 7 digits. The letters of the second form are those without I and O. */
const CHINESE_ORDINARY = /^E(\d{8}|[A-HJ-NP-Z]\d{7})$/
/** Diplomatic, service and public-affairs passports: DE, SE, PE and 7 digits. */
const CHINESE_OFFICIAL = /^[DSP]E\d{7}$/

/**
 * Checks the shape of a passport number. There is no check digit in the number itself: the one in the
 * machine-readable zone covers it (`checkMrzField`). The Chinese forms come from secondary sources.
 */
export function checkPassportNumber(typed: string): Verdict<PassportFacts, PassportProblem> {
  const number = tidy(typed)
  if (number.length < SHORTEST || number.length > LONGEST) {
    return problem('length')
  }
  if (!/^[0-9A-Z]*\d[0-9A-Z]*$/.test(number)) {
    return problem('characters')
  }
  if (CHINESE_ORDINARY.test(number)) {
    return { ok: true, number, form: 'chinese-ordinary' }
  }
  return { ok: true, number, form: CHINESE_OFFICIAL.test(number) ? 'chinese-official' : 'other' }
}
