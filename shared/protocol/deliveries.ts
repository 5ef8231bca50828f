import { z } from 'zod'
import { instantSchema, orderNumberSchema } from '../domain/filing'

/** Ways by which the filing system tells an applicant. `account`: the applicant's page in the filing system. */
const CONFIRM_CHANNELS = ['account', 'sms', 'email'] as const

const channelStandSchema = z.strictObject({
  channel: z.enum(CONFIRM_CHANNELS),
  state: z.enum(['told', 'failed']),
  at: instantSchema,
})

/** What the filing system reports of a delivery that it took; the last report counts. */
export const confirmationSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  /** As the delivery named it. */
  caseVersion: z.number().int().positive(),
  channels: z.array(channelStandSchema).min(1).max(CONFIRM_CHANNELS.length),
})
export type Confirmation = z.output<typeof confirmationSchema>
/** `duplicate`: exactly this had been reported; nothing was changed. */
export const confirmationReplySchema = z.strictObject({ duplicate: z.boolean() })

/** How far a decision has come on its way to the applicant. */
export const deliveryStandSchema = z.strictObject({
  round: z.number().int().positive(),
  caseVersion: z.number().int().positive(),
  /** The filing system has it; null while it waits. */
  deliveredAt: instantSchema.nullable(),
  /** Absent until the filing system has reported. */
  channels: z.array(channelStandSchema).optional(),
})
export type DeliveryStand = z.output<typeof deliveryStandSchema>

/** The state in one word: one channel that was told is enough. */
export function deliveryState({
  deliveredAt,
  channels,
}: DeliveryStand): 'waiting' | 'delivered' | 'confirmed' | 'failed' {
  if (channels === undefined) {
    return deliveredAt === null ? 'waiting' : 'delivered'
  }
  return channels.some(({ state }) => state === 'told') ? 'confirmed' : 'failed'
}
