import { z } from 'zod'
import table from '../../resources/calls/policy.json' with { type: 'json' }
import { workingHoursSchema } from '../calendar/calendarData'
import { provinceCodeSchema } from '../domain/filing'

const editionSchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  ladder: z.strictObject({
    /** Working minutes from each unanswered call to the next; after one more call the ladder has ended. */
    pausesInWorkingMinutes: z.array(z.number().int().positive()).min(1).max(10),
    /** What the desk suggests then. */
    end: z.enum(['return', 'escalate']),
  }),
  /** Real hours before the end of the SMS verification at which the list warns, the most first. */
  smsWarningHours: z.array(z.number().positive()).min(1).max(10),
  source: z.string().min(1),
})

const policySchema = z.strictObject({
  format: z.literal('beian-desk/call-policy'),
  version: z.literal(1),
  editions: z.array(editionSchema).min(1),
  /** Where people answer at other hours than the desk works. */
  provinces: z.array(
    z.strictObject({
      province: provinceCodeSchema,
      hours: workingHoursSchema,
      source: z.string().min(1),
    }),
  ),
})

/** How applicants are called: dated, with its source. */
export type CallPolicy = Readonly<z.output<typeof editionSchema>> & {
  readonly provinces: z.output<typeof policySchema>['provinces']
}

const POLICY = policySchema.parse(table)

/** The policy in force on this China date; before the first one that is known, that one. */
export function callPolicyOn(date: string): CallPolicy {
  const { editions, provinces } = POLICY
  const edition = editions.find(({ from, to }) => from <= date && (to === null || date <= to)) ?? editions[0]
  if (edition === undefined) {
    throw new Error('The call policy has no edition')
  }
  return { ...edition, provinces }
}
