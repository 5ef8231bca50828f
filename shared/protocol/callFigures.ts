import { z } from 'zod'
import { CALL_OUTCOMES } from '../calls/callTerms'
import { provinceCodeSchema } from '../domain/filing'

/** What calls come to over some days. See docs/calls.md. */

export const FIGURE_PERIODS = ['today', '7-days', '30-days'] as const
export type FigurePeriod = (typeof FIGURE_PERIODS)[number]

/** `team` is for whoever may read any case. */
export const callFiguresRequestSchema = z.strictObject({
  whose: z.enum(['own', 'team']),
  period: z.enum(FIGURE_PERIODS),
})
export type CallFiguresRequest = z.output<typeof callFiguresRequestSchema>

const countSchema = z.number().int().nonnegative()

/** Outgoing calls, and those of them that reached the person. */
const reachSchema = z.strictObject({ attempts: countSchema, reached: countSchema })
export type Reach = z.output<typeof reachSchema>

/** Groups without a call are not there. */
export const callFiguresSchema = z.strictObject({
  /** First and last China date of the period. */
  from: z.iso.date(),
  to: z.iso.date(),
  incoming: countSchema,
  all: reachSchema,
  /** Of outgoing calls. */
  outcomes: z.array(z.strictObject({ outcome: z.enum(CALL_OUTCOMES), count: countSchema })),
  /** By the hour of the China day in which they began. */
  hours: z.array(z.strictObject({ hour: z.number().int().min(0).max(23), ...reachSchema.shape })),
  provinces: z.array(z.strictObject({ code: provinceCodeSchema, ...reachSchema.shape })),
  /** Rounds with so many calls; the last stands for itself and more. */
  perCase: z.array(z.strictObject({ calls: z.number().int().positive(), rounds: countSchema })),
  /** Of the rounds in which the person was reached: what was decided last since, and where a newer round arrived. */
  after: z.strictObject({
    reached: countSchema,
    passed: countSchema,
    returned: countSchema,
    renewed: countSchema,
  }),
  /** Calls after which the ladder had ended. */
  laddersEnded: countSchema,
})
export type CallFigures = z.output<typeof callFiguresSchema>
