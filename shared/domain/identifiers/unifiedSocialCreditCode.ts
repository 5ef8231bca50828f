import { creditCodeCheckCharacter } from './checkCharacters'
import { creditCodePrefix, type CreditCodePrefix } from './creditCodePrefixes'
import { checkOrganisationCode } from './organisationCode'
import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type CreditCodeProblem = 'length' | 'characters' | 'check-character' | 'organisation-code'

export interface CreditCodeFacts {
  readonly number: string
  /** Registering department and kind of body; undefined when the table has no such pair, which is a hint only. */
  readonly prefix: CreditCodePrefix | undefined
  /** Region of registration in the code in force at that time; 100000 stands for the national authority. */
  readonly regionCode: string
  /** Characters 9 to 17, an organisation code of GB 11714 that passed its own check. */
  readonly organisationCode: string
}

/**
 * Checks a unified social credit code of GB 32100-2015: 1 department, 1 kind, 6 region, 9 organisation code, 1 check
 * character over an alphabet without I, O, S, V and Z. The check finds every single wrong character.
 */
export function checkUnifiedSocialCreditCode(typed: string): Verdict<CreditCodeFacts, CreditCodeProblem> {
  const number = tidy(typed)
  if (number.length !== 18) {
    return problem('length')
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) {
    return problem('characters')
  }
  if (creditCodeCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return problem('check-character')
  }
  const organisationCode = number.slice(8, 17)
  if (!checkOrganisationCode(organisationCode).ok) {
    return problem('organisation-code')
  }
  return {
    ok: true,
    number,
    prefix: creditCodePrefix(number),
    regionCode: number.slice(2, 8),
    organisationCode,
  }
}
