import { z } from 'zod'
import { enrolmentProblemSchema } from '../protocol/enrolment'
import { PASSPHRASE_LENGTH } from '../review/passwordRules'

/** Enrolment by file, as the sign-in page asks for it. */
export const beginEnrolmentRequestSchema = z.strictObject({
  username: z.string().trim().min(1).max(60),
  /** Of this machine alone. */
  passphrase: z.string().min(PASSPHRASE_LENGTH).max(200),
})
/** `fingerprint`: of the server, as a person typed it. */
export const takeEnrolmentRequestSchema = z.strictObject({ fingerprint: z.string().min(1).max(60) })

/** `fileName` null: the person cancelled. */
export const savedEnrolmentRequestSchema = z.strictObject({ fileName: z.string().nullable() })
export type SavedEnrolmentRequest = z.output<typeof savedEnrolmentRequestSchema>

export const enrolmentTakenSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('refused'), problem: enrolmentProblemSchema }),
  /** The desk is locked, and opens by the passphrase. */
  z.strictObject({ outcome: z.literal('enrolled') }),
])
export type EnrolmentTaken = z.output<typeof enrolmentTakenSchema>
