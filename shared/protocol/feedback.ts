import { z } from 'zod'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { rejectionReasonSchema } from '../domain/notice'
import type { IssuedNumberProblem } from '../filing/issuedNumbers'

/** Answers of the administration as a list that a supervisor takes in. See docs/supervision.md. */

/** Filings of one list. */
export const MOST_FEEDBACK = 2000

const answeredFiling = {
  /** Where it begins in the file. */
  line: z.number().int().positive(),
  orderNumber: orderNumberSchema,
  at: instantSchema,
}
const numberSchema = z.string().trim().min(1).max(60)

const approvedSchema = z.strictObject({
  ...answeredFiling,
  result: z.literal('approved'),
  /** Null with `services` empty: a type of filing that gets no number. */
  entity: numberSchema.nullable(),
  /** `serviceId` null: the filing's only service. */
  services: z
    .array(z.strictObject({ serviceId: z.string().max(20).nullable(), number: numberSchema }))
    .max(20),
})
const rejectedSchema = z.strictObject({
  ...answeredFiling,
  result: z.literal('rejected'),
  reasons: z.array(rejectionReasonSchema).min(1).max(50),
})

export const feedbackSchema = z.discriminatedUnion('result', [approvedSchema, rejectedSchema])
export type Feedback = z.output<typeof feedbackSchema>

/** Name of a file beside the list: a name and no way to elsewhere. */
const besideSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u)

/** A filing as a list says it: an approval may name the file of its certificate, which goes its own way (ADR 0098). */
export const feedbackRowSchema = z.discriminatedUnion('result', [
  approvedSchema.extend({ certificate: besideSchema.optional() }),
  rejectedSchema,
])
export type FeedbackRow = z.output<typeof feedbackRowSchema>

/** The filing as the server is told it. */
export function feedbackOf(row: FeedbackRow): Feedback {
  if (row.result === 'rejected') {
    return row
  }
  const { certificate: _, ...filing } = row
  return filing
}

/** `apply` false: answers what would become of each filing, and changes nothing. */
export const feedbackRequestSchema = z.strictObject({
  filings: z.array(feedbackSchema).min(1).max(MOST_FEEDBACK),
  apply: z.boolean(),
})

/**
 * `applied`: the filing was answered, or would be. `twice`: known already. `contradictory`: the list says two things of the order.
 * `wrong-state`: no answer is waited for. `before-submission`: older than the round that is there. `too-early`: ahead of the clock.
 * `numbers-invalid`: the numbers do not fit the division, the services or each other.
 */
const FEEDBACK_ANSWERS = [
  'applied',
  'twice',
  'contradictory',
  'unknown-order',
  'wrong-state',
  'before-submission',
  'too-early',
  'numbers-invalid',
] as const

const NUMBER_PROBLEMS = [
  'form',
  'province',
  'operating-licence',
  'public-security-number',
  'numbers-missing',
  'numbers-unexpected',
  'other-province',
  'wrong-form',
  'other-entity',
  'twice',
  'service-missing',
  'service-unknown',
] as const satisfies ReadonlyArray<IssuedNumberProblem['code']>

export const feedbackAnswerSchema = z.strictObject({
  answer: z.enum(FEEDBACK_ANSWERS),
  /** Of `numbers-invalid`: what is wrong with which, by the id of a service or `entity`. */
  numbers: z.array(z.strictObject({ code: z.enum(NUMBER_PROBLEMS), of: z.string().nullable() })).max(50),
})
export type FeedbackAnswer = z.output<typeof feedbackAnswerSchema>

/** One answer for each filing, in its order. */
export const feedbackReplySchema = z.strictObject({
  answers: z.array(feedbackAnswerSchema).max(MOST_FEEDBACK),
})
