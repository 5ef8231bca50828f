import { z } from 'zod'
import { MOST_PAGES } from '../imaging/pdfPages'

/** Pins of one round; a page with more marks than that shows nothing. */
export const MOST_PINS = 100

/** A spot of a document with a few words for colleagues. Never part of what the applicant is told. */
export const pinSchema = z.strictObject({
  /** Counted up within the review of a round. Others may go, the number stays. */
  number: z.number().int().min(1).max(9999),
  documentId: z.string().min(1).max(60),
  /** Page of a PDF document; absent: the first, or a picture. */
  page: z.number().int().min(1).max(MOST_PAGES).optional(),
  /** Fractions of the picture's width and height from its upper left corner, as uploaded. */
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  note: z.string().max(300),
  /** Line of the checklist that the spot speaks for. */
  lineId: z.string().min(1).max(200).optional(),
})
export type Pin = z.output<typeof pinSchema>

/** Pins of one review; no two have the same number, or a number would not say which. */
export const pinsSchema = z
  .array(pinSchema)
  .max(MOST_PINS)
  .refine((pins) => new Set(pins.map(({ number }) => number)).size === pins.length, {
    message: 'Two pins have the same number',
  })
