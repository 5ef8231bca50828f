import { z } from 'zod'
import { instantSchema, orderNumberSchema } from '../domain/filing'

/** Results of the ministry's SMS verification, as a list that a supervisor takes in. See docs/calls.md. */

export const SMS_RESULT_STATES = ['verified', 'lapsed', 'wrong-codes'] as const

/** Lines of one list. */
export const MOST_SMS_RESULTS = 2000

export const smsResultSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  /** The number that the message went to, or its last digits; null: the result is that of the whole filing. */
  phone: z
    .string()
    .regex(/^\d{4,13}$/)
    .nullable(),
  state: z.enum(SMS_RESULT_STATES),
  at: instantSchema,
})
export type SmsResult = z.output<typeof smsResultSchema>

/** `apply` false: answers what would become of each line, and changes nothing. */
export const smsResultsRequestSchema = z.strictObject({
  lines: z.array(smsResultSchema).min(1).max(MOST_SMS_RESULTS),
  apply: z.boolean(),
})

/**
 * `applied`: the filing moved, or would. `twice`: known already. `wrong-state`: no verification is under way. `before-message`: older than the
 * message that is. `wrong-phone`: nobody of the filing has that number. `others-outstanding`: the filing waits for a number that the list
 * does not tell of. `too-early`: the time has not run out, or the result lies ahead of the clock.
 */
export const SMS_RESULT_ANSWERS = [
  'applied',
  'twice',
  'unknown-order',
  'wrong-state',
  'before-message',
  'wrong-phone',
  'others-outstanding',
  'too-early',
] as const
export type SmsResultAnswer = (typeof SMS_RESULT_ANSWERS)[number]

/** One answer for each line, in its order. */
export const smsResultsReplySchema = z.strictObject({
  answers: z.array(z.enum(SMS_RESULT_ANSWERS)).max(MOST_SMS_RESULTS),
})
