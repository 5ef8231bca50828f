import type { JudgedCase } from './judgedCase'
import type { RulePack } from './rulePack'
import { rulesInForceOn } from './rulesInForce'
import { SMS_FILING_TYPES } from '../domain/filingTypes'
import { roundUnderReview } from './judgedCase'

/** What the SMS verification in force asks, and by which rule. */
export interface SmsDuty {
  readonly ruleId: string
  /** Real hours from the ministry's message on, nights and holidays included. */
  readonly hours: number
  readonly onFailure: 'return' | 'reject'
}

/**
 * The SMS verification that a filing handed over on this China date is under, or null when there is none. The rule
 * of the division goes before a national one; of several the shortest time counts.
 */
export function smsDuty(
  pack: RulePack,
  filingCase: Pick<JudgedCase, 'province' | 'rounds'>,
  on: string,
): SmsDuty | null {
  if (!SMS_FILING_TYPES.includes(roundUnderReview(filingCase).application.filingType)) {
    return null
  }
  const duties = rulesInForceOn(pack, filingCase, on).flatMap(({ id, sms }) =>
    sms === undefined ? [] : [{ ruleId: id, ...sms }],
  )
  const own = duties.filter(({ ruleId }) => ruleId.startsWith(`${filingCase.province}:`))
  return (own.length > 0 ? own : duties).toSorted((a, b) => a.hours - b.hours)[0] ?? null
}
