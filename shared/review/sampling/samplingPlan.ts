import { z } from 'zod'
import { instantSchema, provinceCodeSchema } from '../../domain/filing'
import { FILING_TYPES, type FilingType } from '../../domain/filingTypes'
import { idSchema, sha256Schema } from '../../domain/identity'

/** How closely a reviewer's passes are looked at. */
export const SAMPLING_LEVELS = ['reduced', 'normal', 'tightened'] as const
export type SamplingLevel = (typeof SAMPLING_LEVELS)[number]

/** What a second look came to: `upheld` and `overruled` after a dispute, or when a senior returned the pass at once. */
const SAMPLE_OUTCOMES = ['agreed', 'upheld', 'overruled'] as const
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number]

/** Of a thousand passes. Zero is no rate: what is never drawn cannot be estimated. */
const permilleSchema = z.number().int().min(1).max(1000)
const countSchema = z.number().int().min(1).max(50)

const floorSchema = z
  .strictObject({
    province: provinceCodeSchema.optional(),
    filingType: z.enum(FILING_TYPES).optional(),
    permille: permilleSchema,
  })
  .refine(({ province, filingType }) => province !== undefined || filingType !== undefined, {
    message: 'A floor names a province, a filing type or both',
  })

/** What a supervisor states before the first draw. */
export const samplingTermsSchema = z.strictObject({
  rates: z
    .strictObject({ reduced: permilleSchema, normal: permilleSchema, tightened: permilleSchema })
    .refine(({ reduced, normal, tightened }) => reduced <= normal && normal <= tightened, {
      message: 'Rates grow from reduced to tightened',
    }),
  /** At least this rate where province and filing type fit, whatever the level. */
  floors: z.array(floorSchema).max(40),
  rule: z
    .strictObject({
      tightenFaults: countSchema,
      tightenOf: countSchema,
      relaxAfter: countSchema,
      reduceAfter: countSchema,
    })
    .refine(({ tightenFaults, tightenOf }) => tightenFaults <= tightenOf, {
      message: 'No more faults than looks',
    }),
  /** The second reviewer is not shown the first decision. */
  blind: z.boolean(),
})
export type SamplingTerms = z.output<typeof samplingTermsSchema>

export const samplingPlanSchema = z.strictObject({
  id: idSchema,
  terms: samplingTermsSchema,
  /** Of the 32 bytes of the seed; told at the start, so that the seed told at the end is the one that was used. */
  seedSha256: sha256Schema,
  startedBy: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
})
export type SamplingPlan = z.output<typeof samplingPlanSchema>

/** One draw of a plan. Steps number the draws and finished looks of one reviewer in the order in which they counted. */
export const sampleEntrySchema = z.strictObject({
  caseId: idSchema,
  round: z.number().int().positive(),
  /** Version that the person saw and passed. */
  caseVersion: z.number().int().positive(),
  reviewerId: idSchema,
  province: provinceCodeSchema,
  filingType: z.enum(FILING_TYPES),
  level: z.enum(SAMPLING_LEVELS),
  permille: permilleSchema,
  drawn: z.boolean(),
  step: z.number().int().positive(),
  outcome: z.enum(SAMPLE_OUTCOMES).nullable(),
  outcomeStep: z.number().int().positive().nullable(),
})
export type SampleEntry = z.output<typeof sampleEntrySchema>

/** The rate of a pass, of a thousand. */
export function rateOf(
  terms: SamplingTerms,
  level: SamplingLevel,
  pass: { readonly province: string; readonly filingType: FilingType },
): number {
  const fitting = terms.floors.filter(
    ({ province, filingType }) =>
      (province === undefined || province === pass.province) &&
      (filingType === undefined || filingType === pass.filingType),
  )
  return Math.max(terms.rates[level], ...fitting.map(({ permille }) => permille))
}

/** What is hashed under the seed for a pass. */
export function drawMessage(pass: {
  readonly caseId: string
  readonly round: number
  readonly caseVersion: number
}): string {
  return `${pass.caseId} ${pass.round} ${pass.caseVersion}`
}

/** Whether a pass is drawn. `hmac`: HMAC-SHA-256 of its message under the seed, in hexadecimal. */
export function isDrawn(hmac: string, permille: number): boolean {
  return Number.parseInt(hmac.slice(0, 8), 16) * 1000 < permille * 2 ** 32
}
