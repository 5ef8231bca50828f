import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)

/** Words of one reason of the catalogue; `short` is said in an SMS in place of the problem. */
const textBlockSchema = z.strictObject({
  problem: text(500),
  advice: text(500),
  short: text(20).optional(),
})

/**
 * One version of the words that applicants are told of a return, `resources/messages/<version>.json`. A version that was
 * used is never changed: a case keeps its name. `{order}`, `{count}`, `{items}`, `{number}`, `{place}`, `{problem}` and
 * `{advice}` are filled in.
 */
export const returnTextsSchema = z.strictObject({
  version: z.iso.date(),
  source: text(500),
  sms: z.strictObject({
    mostSegments: z.number().int().min(1).max(10),
    listed: text(300),
    counted: text(160),
  }),
  email: z.strictObject({ subject: text(120), opening: text(300), item: text(120), closing: text(300) }),
  phone: z.strictObject({ opening: text(300), item: text(120), closing: text(300) }),
  /** By the id of the reason in the catalogue. */
  blocks: z.record(z.string(), textBlockSchema),
})
export type ReturnTexts = z.output<typeof returnTextsSchema>
