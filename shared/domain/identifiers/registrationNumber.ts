import { registrationNumberCheckDigit } from './checkCharacters'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type RegistrationNumberProblem = 'length' | 'characters' | 'check-digit'

export interface RegistrationNumberFacts {
  readonly number: string
  /** Six digits of the registration authority. */
  readonly authorityCode: string
  /** Told by the first digit of the sequence: 0-3 domestic, 4-5 foreign-funded, 6-9 sole trader. */
  readonly registrant: 'domestic' | 'foreign-funded' | 'sole-trader'
}

function registrantOf(sequence: string): RegistrationNumberFacts['registrant'] {
  const first = Number(sequence.charAt(0))
  if (first <= 3) {
    return 'domestic'
  }
  return first <= 5 ? 'foreign-funded' : 'sole-trader'
}

/**
 * Checks a 15-digit business registration number of GS 15-2006 (6 authority, 8 sequence, 1 check digit, MOD 11,10),
 * the number on licences from before the unified code. The check finds every single wrong digit.
 */
export function checkRegistrationNumber(
  typed: string,
): Verdict<RegistrationNumberFacts, RegistrationNumberProblem> {
  const number = tidy(typed)
  if (number.length !== 15) {
    return problem('length')
  }
  if (!/^\d{15}$/.test(number)) {
    return problem('characters')
  }
  if (registrationNumberCheckDigit(number.slice(0, 14)) !== number.charAt(14)) {
    return problem('check-digit')
  }
  return {
    ok: true,
    number,
    authorityCode: number.slice(0, 6),
    registrant: registrantOf(number.slice(6, 14)),
  }
}
