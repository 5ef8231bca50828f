import { z } from 'zod'
import { provinceCodeSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'
import { idSchema } from '../domain/identity'
import {
  sampleEntrySchema,
  SAMPLING_LEVELS,
  samplingPlanSchema,
  samplingTermsSchema,
} from '../review/sampling/samplingPlan'

/** Second looks by sample: the plan in force, what came of it, and the register of an ended one. See docs/supervision.md. */

const proportionSchema = z.number().min(0).max(1)

const errorEstimateSchema = z.strictObject({
  passes: z.number().int().nonnegative(),
  drawn: z.number().int().nonnegative(),
  finished: z.number().int().nonnegative(),
  faults: z.number().int().nonnegative(),
  rate: z.strictObject({ value: proportionSchema, low: proportionSchema, high: proportionSchema }).nullable(),
})

/** Of one plan. Groups that have no pass are not there; none names a case. */
const samplingFiguresSchema = z.strictObject({
  all: errorEstimateSchema,
  reviewers: z.array(
    z.strictObject({
      id: idSchema,
      displayName: z.string(),
      level: z.enum(SAMPLING_LEVELS),
      estimate: errorEstimateSchema,
    }),
  ),
  provinces: z.array(z.strictObject({ code: provinceCodeSchema, estimate: errorEstimateSchema })),
  filingTypes: z.array(z.strictObject({ type: z.enum(FILING_TYPES), estimate: errorEstimateSchema })),
})
export type SamplingFigures = z.output<typeof samplingFiguresSchema>

/** Without a plan: the one in force, or the last that was. */
export const samplingRequestSchema = z.strictObject({ planId: idSchema.optional() })
export type SamplingRequest = z.output<typeof samplingRequestSchema>

/** `plans`: the latest first, at most fifty; the first is in force where it has not ended. */
export const samplingReplySchema = z.strictObject({
  plans: z.array(samplingPlanSchema),
  shown: z.strictObject({ plan: samplingPlanSchema, figures: samplingFiguresSchema }).nullable(),
})
export type SamplingReply = z.output<typeof samplingReplySchema>

/** Terms of a new plan, which ends the one in force; null ends it and begins none. */
export const startSamplingRequestSchema = z.strictObject({ terms: samplingTermsSchema.nullable() })

/** Entries of one answer. */
export const REGISTER_PAGE = 2000

export const samplingRegisterRequestSchema = z.strictObject({
  planId: idSchema,
  after: z.coerce.number().int().nonnegative().default(0),
})
export type SamplingRegisterRequest = z.output<typeof samplingRegisterRequestSchema>

/** The 32 bytes in hexadecimal. */
const seedSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** In the order in which the passes were decided. `next`: what `after` asks on with; null at the end. */
export const samplingRegisterReplySchema = z.strictObject({
  plan: samplingPlanSchema,
  seed: seedSchema,
  entries: z.array(sampleEntrySchema).max(REGISTER_PAGE),
  next: z.number().int().positive().nullable(),
})
export type SamplingRegisterReply = z.output<typeof samplingRegisterReplySchema>

/** The whole register of an ended plan as a file, for `npm run sample`: all that drawing it anew takes. */
export const samplingRegisterFileSchema = z.strictObject({
  format: z.literal('beian-desk/sampling-register'),
  version: z.literal(1),
  plan: samplingPlanSchema.pick({ id: true, terms: true, seedSha256: true, startedAt: true, endedAt: true }),
  seed: seedSchema,
  entries: z.array(sampleEntrySchema),
})
export type SamplingRegisterFile = z.output<typeof samplingRegisterFileSchema>
