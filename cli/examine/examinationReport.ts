import { z } from 'zod'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../../shared/domain/documentKinds'
import { sha256Schema } from '../../shared/domain/identity'
import { findingSchema } from '../../shared/imaging/findings'
import { readFieldSchema } from '../../shared/reading/readField'

/** What the command knows of one file without opening it, what was measured on it, and what was read from it. */
const examinedFileSchema = z.object({
  file: z.string(),
  facts: z.object({
    bytes: z.number().int(),
    sha256: sha256Schema,
    /** By the file's own bytes; null when it is none of the formats that are taken. */
    mediaType: z.string().nullable(),
    /** Pixels as stored, before any turn that metadata asks for; null for pages and for what is no picture. */
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
  }),
  findings: z.array(findingSchema.omit({ documentId: true })),
  /** Empty where nothing is read from such a paper. */
  fields: z.array(readFieldSchema),
})
export type ExaminedFile = z.output<typeof examinedFileSchema>

/** What `npm run examine` prints. */
export const examinationReportSchema = z.object({
  format: z.literal('beian-desk/examination'),
  version: z.literal(1),
  /** What the files were examined as. */
  paper: z.object({
    kind: z.enum(DOCUMENT_KINDS),
    face: z.enum(DOCUMENT_FACES),
    entity: z.enum(['individual', 'organization']).nullable(),
  }),
  files: z.array(examinedFileSchema),
})
export type ExaminationReport = z.output<typeof examinationReportSchema>
