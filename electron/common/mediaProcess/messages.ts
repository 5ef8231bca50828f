import { z } from 'zod'
import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../../../shared/domain/documentKinds'
import { sha256Schema } from '../../../shared/domain/identity'
import { findingSchema } from '../../../shared/imaging/findings'
import { fingerprintSchema } from '../../../shared/imaging/perceptualHash'
import { MOST_PAGES } from '../../../shared/imaging/pdfPages'
import { readFieldSchema } from '../../../shared/reading/readField'

/**
 * What crosses between the shell and the media process. One request is under way per process, so a reply needs no
 * id. Both sides parse: the process reads what a stranger may have drawn, and is not believed either.
 */

const length = z.number().int().nonnegative()

export const mediaRequestSchema = z.discriminatedUnion('call', [
  z.strictObject({
    call: z.literal('examine'),
    kind: z.enum(DOCUMENT_KINDS),
    face: z.enum(DOCUMENT_FACES),
    entityKind: z.enum(['individual', 'organization']).nullable(),
  }),
  z.strictObject({
    call: z.literal('read'),
    kind: z.enum(DOCUMENT_KINDS),
    face: z.enum(DOCUMENT_FACES),
  }),
  z.strictObject({ call: z.literal('fingerprint') }),
  z.strictObject({ call: z.literal('thumbnail'), edge: z.number().int().min(16).max(4096) }),
  /** The picture, or one page of a PDF document, at its full size in a format that every screen draws. */
  z.strictObject({ call: z.literal('view'), page: z.number().int().min(1).max(MOST_PAGES) }),
  z.strictObject({
    call: z.literal('dossier'),
    /** Parsed where the dossier is drawn. */
    input: z.unknown(),
    /** The body is these pictures one after the other. */
    pictures: z.array(z.strictObject({ sha256: sha256Schema, length })),
  }),
])
export type MediaRequest = z.output<typeof mediaRequestSchema>

export const examinedFindingSchema = findingSchema.omit({ documentId: true })
export type ExaminedFinding = z.output<typeof examinedFindingSchema>

export const mediaReplySchema = z.discriminatedUnion('reply', [
  /** The process has loaded its libraries and takes its first request. */
  z.strictObject({ reply: z.literal('ready') }),
  z.strictObject({ reply: z.literal('examined'), findings: z.array(examinedFindingSchema) }),
  z.strictObject({ reply: z.literal('read'), fields: z.array(readFieldSchema) }),
  z.strictObject({ reply: z.literal('fingerprinted'), fingerprint: fingerprintSchema.nullable() }),
  /** The body is the picture or the PDF. */
  z.strictObject({ reply: z.literal('bytes') }),
  z.strictObject({
    reply: z.literal('refused'),
    problem: z.enum(['undecodable', 'too-large', 'several-pictures', 'encrypted']),
  }),
  /** A bug: the message names the place in the program and never quotes what was in the file. */
  z.strictObject({ reply: z.literal('failed'), message: z.string() }),
])
export type MediaReply = z.output<typeof mediaReplySchema>
