import { z } from 'zod'
import type { DocumentReading } from './crossMatrix'
import { READ_FIELDS, type ReadField } from '../reading/readField'

/** A person has put right what the machine read. Kept with the decision: what was read, and what was made of it. */
export const readingCorrectionSchema = z.strictObject({
  documentId: z.string().max(40),
  field: z.enum(READ_FIELDS),
  /** As the machine read it. */
  read: z.string().max(500),
  value: z.string().trim().min(1).max(500),
})
export type ReadingCorrection = z.output<typeof readingCorrectionSchema>

/** As many as the papers of the largest filing have fields. */
export const MOST_CORRECTIONS = 500

/** Readings as they came from the pictures. */
export type PlainReading = Omit<DocumentReading, 'fields'> & { readonly fields: readonly ReadField[] }

/** Puts corrections in the place of what was read. One of a reading that has changed since is left out. */
export function correctReadings(
  readings: readonly PlainReading[],
  corrections: readonly ReadingCorrection[],
): readonly DocumentReading[] {
  return readings.map((reading) => ({
    ...reading,
    fields: reading.fields.map((field) => {
      const correction = corrections.find(
        ({ documentId, field: name, read }) =>
          documentId === reading.documentId && name === field.field && read === field.value,
      )
      return correction === undefined
        ? { ...field, isCorrected: false }
        : { ...field, value: correction.value, proof: 'none', readAs: field.value, isCorrected: true }
    }),
  }))
}
