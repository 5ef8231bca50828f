import { z } from 'zod'

/** Stands in a text where the paper has a character that was not read. */
export const UNREAD = '\uFFFD'

/** A place in a picture as fractions of its width and height, clockwise from where the text begins. */
const pointSchema = z.strictObject({ x: z.number(), y: z.number() })

/** A line of text as it was read from a picture. */
export const textLineSchema = z.strictObject({
  text: z.string(),
  /** Mean over its characters, 0 to 1. */
  confidence: z.number(),
  /** Of its least sure character. */
  least: z.number(),
  /** What else characters of it may be, `place` code units from its beginning, spaces not counted, and how probable that is. */
  others: z.array(z.strictObject({ text: z.string(), confidence: z.number(), place: z.number() })).optional(),
  corners: z.array(pointSchema).length(4),
})
export type TextLine = z.output<typeof textLineSchema>
