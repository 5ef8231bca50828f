import { z } from 'zod'
import { idSchema, sha256Schema } from '../domain/identity'
import { CERTIFICATE_FILE_PROBLEMS, CERTIFICATE_REFUSALS, CERTIFICATE_TYPES } from '../protocol/certificates'

/** Why a chosen certificate was not kept. `file-lost`: its sealed file here cannot be opened any more. */
export const CHOSEN_PROBLEMS = [...CERTIFICATE_REFUSALS, 'file-lost'] as const

/** A certificate of approval that was chosen on this workstation and is not with the server yet. */
export const chosenCertificateSchema = z.strictObject({
  caseId: idSchema,
  orderNumber: z.string(),
  /** As it was called where it was chosen; it stays here. */
  fileName: z.string(),
  sha256: sha256Schema,
  bytes: z.number().int().positive(),
  mediaType: z.enum(CERTIFICATE_TYPES),
  /** Certificate that it is to replace; null: there was none. */
  replaces: sha256Schema.nullable(),
  chosenAt: z.string(),
  /** Null while it waits: for the approval, or to be sent. */
  problem: z.enum(CHOSEN_PROBLEMS).nullable(),
})
export type ChosenCertificate = z.output<typeof chosenCertificateSchema>

/** What came of the dialog. */
export const certificateChoiceSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['cancelled', 'chosen']) }),
  z.strictObject({ outcome: z.literal('refused'), problem: z.enum(CERTIFICATE_FILE_PROBLEMS) }),
])
export type CertificateChoice = z.output<typeof certificateChoiceSchema>
