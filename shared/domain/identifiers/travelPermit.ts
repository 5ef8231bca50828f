import { tidy } from './tidy'
import { problem, type Verdict } from './verdict'

export type TravelPermitProblem = 'length' | 'characters'

export interface HkMacaoPermitFacts {
  readonly number: string
  readonly residence: 'hong-kong' | 'macao'
  /** How often the older booklet was renewed (its last two digits); undefined on the card of 2013. */
  readonly renewals: number | undefined
}

/**
 * Checks the mainland travel permit for Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and eight
 * digits on the card of 2013; the older form has two more digits that count the renewals (Ministry of Public
 * Security, numbering rule of 2010). There is no check digit.
 */
export function checkHkMacaoPermit(typed: string): Verdict<HkMacaoPermitFacts, TravelPermitProblem> {
  const number = tidy(typed)
  if (number.length !== 9 && number.length !== 11) {
    return problem('length')
  }
  if (!/^[HM](\d{8}|\d{10})$/.test(number)) {
    return problem('characters')
  }
  return {
    ok: true,
    number,
    residence: number.startsWith('H') ? 'hong-kong' : 'macao',
    renewals: number.length === 11 ? Number(number.slice(9)) : undefined,
  }
}

/**
 * Checks the mainland travel permit for Taiwan residents (台湾居民来往大陆通行证): eight digits on the card. General
 * knowledge, no standard was found; there is no check digit.
 */
export function checkTaiwanPermit(typed: string): Verdict<{ readonly number: string }, TravelPermitProblem> {
  const number = tidy(typed)
  if (number.length !== 8) {
    return problem('length')
  }
  return /^\d{8}$/.test(number) ? { ok: true, number } : problem('characters')
}
