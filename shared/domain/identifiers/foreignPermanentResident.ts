import { checkResidentId, type ResidentIdProblem } from './residentId'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type ForeignPermanentResidentProblem = ResidentIdProblem | 'other-kind'

export interface ForeignPermanentResidentFacts {
  readonly number: string
  readonly edition: '2017' | '2023'
}

/**
 * Checks the number of the foreign permanent resident identity card: 18 characters that open with 9 and follow
 * GB 11643 since 2023; three letters and twelve digits on the card of 2017, whose check is not published.
 */
export function checkForeignPermanentResident(
  typed: string,
): Verdict<ForeignPermanentResidentFacts, ForeignPermanentResidentProblem> {
  const number = tidy(typed)
  if (number.length === 15) {
    return /^[A-Z]{3}\d{12}$/.test(number) ? { ok: true, number, edition: '2017' } : problem('characters')
  }
  const verdict = checkResidentId(number)
  if (!verdict.ok) {
    return verdict
  }
  return verdict.holder === 'foreigner' ? { ok: true, number, edition: '2023' } : problem('other-kind')
}
