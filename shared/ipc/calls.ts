import { z } from 'zod'
import { CALL_REASONS } from '../calls/callList'
import { CALL_BARS } from '../calls/mayCall'
import { callContactSchema, callDraftSchema, callRecordSchema, callStandSchema } from '../calls/callRecord'
import { queueRowSchema } from '../protocol/case'

/** What the call screens show. */

export const callPermissionSchema = z.discriminatedUnion('may', [
  z.strictObject({ may: z.literal(true) }),
  z.strictObject({ may: z.literal(false), bar: z.enum(CALL_BARS), nextAt: z.string().nullable() }),
])

/** One line of the call list. */
export const callItemSchema = z.strictObject({
  row: queueRowSchema,
  reason: z.enum(CALL_REASONS),
  at: z.string(),
  isLater: z.boolean(),
  permission: callPermissionSchema,
  /** Warning step of an SMS verification, from 1. */
  warning: z.number().int().nonnegative(),
  calls: callStandSchema.nullable(),
  isHeld: z.boolean(),
  notOk: z.number().int().nonnegative(),
  draftSavedAt: z.string().nullable(),
})
export type CallItem = z.output<typeof callItemSchema>

export const keptCallSchema = z.strictObject({
  id: z.uuid(),
  round: z.number().int().positive(),
  call: callRecordSchema,
  by: z.string(),
  /** False while it waits to be sent. */
  isSent: z.boolean(),
})
export type KeptCall = z.output<typeof keptCallSchema>

/** Everything about the calls of one case. */
export const callDeskSchema = z.strictObject({
  /**
   * False: the case is not for this person to read any more, and a call is half written down. Then there are only that
   * draft and what the queue knows.
   */
  isReadable: z.boolean(),
  calls: z.array(keptCallSchema),
  stand: callStandSchema.nullable(),
  permission: callPermissionSchema,
  draft: z.strictObject({ draft: callDraftSchema, savedAt: z.string() }).nullable(),
  /** What is suggested once the ladder has ended. */
  ladderEnd: z.enum(['return', 'escalate']).nullable(),
})
export type CallDesk = z.output<typeof callDeskSchema>

export const callerMatchSchema = z.strictObject({ row: queueRowSchema, contact: callContactSchema })
export type CallerMatch = z.output<typeof callerMatchSchema>
