import { z } from 'zod'
import {
  CALL_DIRECTIONS,
  CALL_LINES,
  CALL_OUTCOMES,
  CALL_SUBJECTS,
  IDENTITY_ANSWERS,
  NEXT_STEPS,
} from './callTerms'
import { instantSchema } from '../domain/filing'

/** Whom we call by which of the numbers; the number itself stays in the form. */
export const callContactSchema = z.strictObject({
  subject: z.enum(CALL_SUBJECTS),
  /** Null for the entity. */
  serviceId: z.string().max(20).nullable(),
  line: z.enum(CALL_LINES),
})
export type CallContact = z.output<typeof callContactSchema>

const promiseSchema = z.strictObject({
  what: z.string().trim().min(1).max(300),
  until: z.iso.date(),
})

const identityAnswerSchema = z.enum(IDENTITY_ANSWERS)

const said = {
  contact: callContactSchema,
  direction: z.enum(CALL_DIRECTIONS),
  startedAt: instantSchema,
  identity: z.strictObject({
    name: identityAnswerSchema,
    applied: identityAnswerSchema,
    service: identityAnswerSchema,
    domain: identityAnswerSchema,
    'mailing-address': identityAnswerSchema,
  }),
  /** Lines of the checklist that were talked about. */
  lineIds: z.array(z.string().min(1).max(200)).max(100),
  note: z.string().max(2000),
  /** When we are to call again, as agreed. */
  callBackAt: instantSchema.nullable(),
  nextStep: z.enum(NEXT_STEPS),
}

/** One telephone call about a filing, as the person records it. */
export const callRecordSchema = z.strictObject({
  ...said,
  outcome: z.enum(CALL_OUTCOMES),
  promise: promiseSchema.nullable(),
})
export type CallRecord = z.output<typeof callRecordSchema>

/** A call while it is being written down. */
export const callDraftSchema = z.strictObject({
  ...said,
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  promise: z.strictObject({ what: z.string().max(300), until: z.string().max(10) }),
})
export type CallDraft = z.output<typeof callDraftSchema>

/** What the queue knows of the calls of a round; nothing of it is personal. */
export const callStandSchema = z.strictObject({
  /** All of this round. */
  recorded: z.number().int().positive(),
  /** Those that were outgoing. */
  attempts: z.number().int().nonnegative(),
  /** Of those, since anybody was reached. */
  unanswered: z.number().int().nonnegative(),
  reached: z.boolean(),
  lastAt: instantSchema,
  lastOutcome: z.enum(CALL_OUTCOMES),
  callBackAt: instantSchema.nullable(),
  promisedUntil: z.iso.date().nullable(),
})
export type CallStand = z.output<typeof callStandSchema>
