import { organisationCodeCheckCharacter } from './checkCharacters'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type OrganisationCodeProblem = 'length' | 'characters' | 'check-character'

export interface OrganisationCodeFacts {
  /** Nine characters without the hyphen, as the credit code embeds it. */
  readonly number: string
}

/**
 * Checks an organisation code of GB 11714-1997: eight characters, an optional hyphen, check character. The check
 * finds every wrong digit and every pair of digits in the wrong order, but not a letter taken for another eleven places
 * away (MOD 11 over 36 characters).
 */
export function checkOrganisationCode(
  typed: string,
): Verdict<OrganisationCodeFacts, OrganisationCodeProblem> {
  const number = tidy(typed).replace(/^(.{8})-/, '$1')
  if (number.length !== 9) {
    return problem('length')
  }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(number)) {
    return problem('characters')
  }
  if (organisationCodeCheckCharacter(number.slice(0, 8)) !== number.charAt(8)) {
    return problem('check-character')
  }
  return { ok: true, number }
}
