import { z } from 'zod'
import { INTAKE_PROBLEMS } from './apiModels'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema } from '../domain/identity'
import { CONTROL_OUTCOMES } from '../review/controls/controlOutcome'

/**
 * Hidden control cases: synthetic filings with one known fault that come to reviewers like any other. What stands here is
 * told to supervisors and auditors alone; no other route, row or reply names a control case. See docs/supervision.md.
 */

/** Control cases waiting to be released. */
export const MOST_STOCKED = 200
/** At most one for every two filings that arrive. */
export const MOST_CONTROL_PERMILLE = 500

/** Rules that one fault may break. */
export const MOST_CONTROL_RULES = 10

const phoneSchema = z.string().trim().min(7).max(30)

export const controlTermsSchema = z.strictObject({
  /** Released for each thousand filings that arrive; none at 0. */
  permille: z.number().int().min(0).max(MOST_CONTROL_PERMILLE),
  /** The provider's own numbers; a control case has no other. */
  phones: z.array(phoneSchema).max(100),
})
export type ControlTerms = z.output<typeof controlTermsSchema>

const ruleIdSchema = z.string().min(1).max(80)
/** Rules that the built-in fault breaks; finding one of them is finding the fault. */
export const controlRulesSchema = z.array(ruleIdSchema).min(1).max(MOST_CONTROL_RULES)

const proportionSchema = z.number().min(0).max(1)
const countSchema = z.number().int().nonnegative()
const detectionSchema = z.strictObject({
  found: countSchema,
  other: countSchema,
  missed: countSchema,
  escalated: countSchema,
  rate: z.strictObject({ value: proportionSchema, low: proportionSchema, high: proportionSchema }).nullable(),
})
export type DetectionFigure = z.output<typeof detectionSchema>

const controlSchema = {
  id: idSchema,
  orderNumber: orderNumberSchema,
  rules: controlRulesSchema,
  stockedBy: z.string(),
  stockedAt: instantSchema,
}

/** `refused`: it could not be released; its order number is taken, or a number in it is no longer the provider's. */
const stockedControlSchema = z.strictObject({ ...controlSchema, refused: z.boolean() })
const releasedControlSchema = z.strictObject({
  ...controlSchema,
  caseId: idSchema,
  releasedAt: instantSchema,
  /** When it was withdrawn; null while it is on the desk. */
  endedAt: instantSchema.nullable(),
  scores: z.array(
    z.strictObject({ displayName: z.string(), outcome: z.enum(CONTROL_OUTCOMES), decidedAt: instantSchema }),
  ),
})

export const controlsReplySchema = z.strictObject({
  terms: controlTermsSchema.nullable(),
  stock: z.array(stockedControlSchema).max(MOST_STOCKED),
  /** The latest hundred. */
  released: z.array(releasedControlSchema).max(100),
  figures: z.strictObject({
    all: detectionSchema,
    people: z.array(z.strictObject({ id: idSchema, displayName: z.string(), figure: detectionSchema })),
    /** A decision counts for each rule of its control case. */
    rules: z.array(z.strictObject({ ruleId: ruleIdSchema, figure: detectionSchema })),
  }),
})
export type ControlsReply = z.output<typeof controlsReplySchema>

export const endControlRequestSchema = z.strictObject({ controlId: idSchema })

/** Of the upload; the zip is its body. One rule, or several behind commas. */
export const stockControlQuerySchema = z.strictObject({
  rules: z
    .string()
    .max(900)
    .transform((text) => text.split(','))
    .pipe(controlRulesSchema),
})

/** What may be wrong with a bundle that is to be a control case, beside what intake would say of it. */
const STOCK_PROBLEMS = [
  'no-first-round',
  'foreign-phone',
  'unknown-rule',
  'order-known',
  'stock-full',
] as const

/** `path` names the file, the field or the rule. */
export const stockControlReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('stocked'), controlId: idSchema }),
  z.strictObject({
    outcome: z.literal('refused'),
    problems: z
      .array(
        z.strictObject({
          code: z.enum([...STOCK_PROBLEMS, ...INTAKE_PROBLEMS]),
          path: z.string(),
          message: z.string(),
        }),
      )
      .min(1),
  }),
])
export type StockControlReply = z.output<typeof stockControlReplySchema>
