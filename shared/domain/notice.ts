import { z } from 'zod'

/**
 * What happens to a filing outside the review desk, as the provider's filing system reports it or a supervisor
 * enters it: the backdrop is posted, the ministry's message goes out, the administration answers, the applicant
 * takes the filing back.
 */

const text = (max: number) => z.string().trim().min(1).max(max)

/** One reason of the administration, in the shape of a return: field, problem, advice. */
export const rejectionReasonSchema = z.strictObject({
  /** Id of a rule or of a reason in the catalogue, where whoever reports it knows which is meant. */
  code: text(80).optional(),
  field: text(160),
  problem: text(500),
  advice: text(500),
})
export type RejectionReason = z.output<typeof rejectionReasonSchema>

/** Number given to one service of the filing. */
export const serviceNumberSchema = z.strictObject({ serviceId: text(20), number: text(60) })

/** Numbers given with an approval. Types that end a filing get none. */
export const issuedNumbersSchema = z.strictObject({
  entity: text(60),
  services: z.array(serviceNumberSchema).max(20),
})
export type IssuedNumbers = z.output<typeof issuedNumbersSchema>

/** `wrong-codes`: the sixth try after five wrong codes (review practice, section 4). */
export const SMS_FAILURES = ['time-run-out', 'wrong-codes'] as const

export const noticeSchema = z.discriminatedUnion('kind', [
  /** The backdrop has been posted, with what the carrier gave to follow it. */
  z.strictObject({ kind: z.literal('backdrop-sent'), trackingNote: text(120) }),
  /** The ministry has sent its message: the time to verify begins. */
  z.strictObject({ kind: z.literal('sms-sent') }),
  z.strictObject({ kind: z.literal('sms-verified') }),
  z.strictObject({ kind: z.literal('sms-failed'), cause: z.enum(SMS_FAILURES) }),
  /** The administration has taken the filing for review without a message before. */
  z.strictObject({ kind: z.literal('administration-review-begun') }),
  z.strictObject({ kind: z.literal('approved'), numbers: issuedNumbersSchema.nullable() }),
  z.strictObject({ kind: z.literal('rejected'), reasons: z.array(rejectionReasonSchema).min(1).max(50) }),
  z.strictObject({ kind: z.literal('withdrawn') }),
])
export type Notice = z.output<typeof noticeSchema>
export type NoticeKind = Notice['kind']

export const NOTICE_KINDS = [
  'backdrop-sent',
  'sms-sent',
  'sms-verified',
  'sms-failed',
  'administration-review-begun',
  'approved',
  'rejected',
  'withdrawn',
] as const satisfies readonly NoticeKind[]
