import { z } from 'zod'
import { textLineSchema } from './textLine'

/** What can be read from papers. The same word for the same thing on every kind of paper. */
export const READ_FIELDS = [
  'name',
  'sex',
  'ethnicity',
  'birth-date',
  'address',
  'number',
  'issuer',
  'valid-from',
  'valid-to',
  'company',
  'legal-representative',
  'domain',
  'registrant',
  'registrar',
  'registered-at',
  /** Content of the code in squares on a licence, as text. */
  'qr-code',
] as const
export type ReadFieldName = (typeof READ_FIELDS)[number]

/**
 * How far a reading proves itself: `check-digit` when a check character confirms it, `wrong-check-digit` when one denies
 * it (read wrongly, or wrong on the paper), `form` when it has the form it must have, `doubtful` when it has not or was
 * hardly legible, `incomplete` when the paper has a character that was not read (`UNREAD` stands in its place), `none`
 * where nothing can be checked.
 */
export const READING_PROOFS = [
  'check-digit',
  'wrong-check-digit',
  'form',
  'doubtful',
  'incomplete',
  'none',
] as const
export type ReadingProof = (typeof READING_PROOFS)[number]

/** One value read from one picture. Dates are `2026-11-21`, 长期 is `long-term`. */
export const readFieldSchema = z.strictObject({
  field: z.enum(READ_FIELDS),
  value: z.string(),
  /** Of the least sure piece, 0 to 1. */
  confidence: z.number(),
  proof: z.enum(READING_PROOFS),
  /** Where it stands, piece by piece. */
  places: z.array(textLineSchema.shape.corners),
  /** Page of a PDF document that it was read from; absent: the first, or a picture. */
  page: z.number().int().positive().optional(),
})
export type ReadField = z.output<typeof readFieldSchema>
