import { z } from 'zod'
import type { Case } from './case'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { workingMinutesBetween, workingStateAt } from '../calendar/workingTime'

/** What the order of the next case goes by, as numbers: one line on the screen says why this case came. */
export const drawGroundsSchema = z.strictObject({
  /** Negative when late. */
  workingMinutesLeft: z.number().int(),
  /** How often it went back to the applicant, by us or by the administration. */
  earlierReturns: z.number().int().nonnegative(),
  escalatedBefore: z.boolean(),
  /** Whether applicants can be telephoned now: it is working time in China. */
  callable: z.boolean(),
  /** Null where the person is given cases of every province. */
  ownProvince: z.boolean().nullable(),
})
type DrawGrounds = z.output<typeof drawGroundsSchema>

/** What is known of a case before anybody opens it. */
export interface DrawFacts {
  /** Epoch milliseconds. */
  readonly dueAt: number
  readonly province: string
  readonly earlierReturns: number
  readonly escalations: number
}

/** The grounds at the instant `now` (epoch ms) for a person with these provinces; without any, every province is own. */
export function drawGroundsOf(
  facts: DrawFacts,
  provinces: readonly string[] | undefined,
  calendar: WorkingCalendar,
  now: number,
): DrawGrounds {
  return {
    workingMinutesLeft: workingMinutesBetween(calendar, now, facts.dueAt).minutes,
    earlierReturns: facts.earlierReturns,
    escalatedBefore: facts.escalations > 0,
    callable: workingStateAt(calendar, now).state === 'open',
    ownProvince: provinces === undefined ? null : provinces.includes(facts.province),
  }
}

/** The same facts, read from a whole case. */
export function drawFactsOf(filingCase: Case): DrawFacts {
  const { dueAt, province, decisions, notices = [] } = filingCase
  const returned = decisions.filter(({ decision }) => decision.verdict === 'return').length
  const rejected = notices.filter(({ notice }) => notice.kind === 'rejected').length
  return {
    dueAt: Date.parse(dueAt),
    province,
    earlierReturns: returned + rejected,
    escalations: decisions.filter(({ decision }) => decision.verdict === 'escalate').length,
  }
}
