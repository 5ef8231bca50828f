import { z } from 'zod'
import { instantSchema } from '../../../shared/domain/filing'
import { sha256Schema } from '../../../shared/domain/identity'

/**
 * What a dossier says, ready worded: the workflow decides the content, the media process only draws it. Texts are
 * wrapped and broken over pages by the drawing; a line break in a text is kept.
 */

const text = z.string().max(4000)

const factsSchema = z.strictObject({
  block: z.literal('facts'),
  /** Label and value; an empty value is drawn as a dash. */
  rows: z.array(z.tuple([text, text])),
})

/** A text, or the number of the page on which the picture at this index stands. */
const cellSchema = z.union([text, z.strictObject({ pageOf: z.number().int().nonnegative() })])
export type DossierCell = z.output<typeof cellSchema>

export const tableSchema = z.strictObject({
  block: z.literal('table'),
  columns: z
    .array(z.strictObject({ title: text, share: z.number().positive() }))
    .min(1)
    .max(8),
  /** Each row has a cell for each column; a `mark` draws the first cell strong. */
  rows: z.array(z.strictObject({ cells: z.array(cellSchema), strong: z.boolean().optional() })),
  empty: text,
})

const paragraphSchema = z.strictObject({ block: z.literal('paragraph'), text })
const headingSchema = z.strictObject({ block: z.literal('heading'), text })

export const blockSchema = z.discriminatedUnion('block', [
  factsSchema,
  tableSchema,
  paragraphSchema,
  headingSchema,
])
export type DossierBlock = z.output<typeof blockSchema>

export const sectionSchema = z.strictObject({ title: text, blocks: z.array(blockSchema) })
export type DossierSection = z.output<typeof sectionSchema>

/** A document of the filing: a picture on a page of its own, or the pages of a PDF document. */
export const pictureSchema = z.strictObject({
  sha256: sha256Schema,
  title: text,
  caption: z.array(text),
  /** Stands in place of a document that cannot be drawn; else the word for pictures does. */
  notice: text.optional(),
})
export type DossierPicture = z.output<typeof pictureSchema>

export const dossierInputSchema = z.strictObject({
  title: text,
  /** Order number and name of the entity: what the PDF's properties and the cover say. */
  orderNumber: text,
  subtitle: text,
  author: text,
  /** Instant of the decision: the only time a dossier knows. */
  createdAt: instantSchema,
  cover: z.strictObject({ facts: z.array(z.tuple([text, text])), notice: text }),
  /** Top of every page after the cover. */
  runningHead: z.strictObject({ left: text, right: text }),
  sections: z.array(sectionSchema),
  picturesTitle: text,
  pictures: z.array(pictureSchema).max(200),
  words: z.strictObject({
    /** With `{page}` and `{pages}`. */
    pageNumber: text,
    contents: text,
    undecodablePicture: text,
    /** Page of a document, with `{page}` and `{pages}`. */
    sheetNumber: text,
    /** After the last page that is drawn of a very long document, with `{shown}`, `{pages}` and `{left}`. */
    sheetsLeftOut: text,
    missingGlyphsTitle: text,
    missingGlyphsText: text,
  }),
})
export type DossierInput = z.output<typeof dossierInputSchema>
