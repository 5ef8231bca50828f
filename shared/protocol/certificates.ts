import { z } from 'zod'
import { BUNDLE_LIMITS, CERTIFICATE_LIMITS } from './limits'
import { instantSchema, orderNumberSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { sniffDocument } from '../imaging/sniffDocument'
import { refusal, success, type Result } from '../result'

/** Certificates that the administration issues with an approval. See docs/supervision.md and ADR 0098. */

/** What administrations issue and every reader opens; a scan comes as one of them too. */
export const CERTIFICATE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type CertificateType = (typeof CERTIFICATE_TYPES)[number]

/**
 * What is wrong with the bytes, whoever looks at them. `too-large`: bytes or pixels. `format`: neither PDF, JPEG nor PNG by content.
 * `encrypted`: a PDF document that asks for a password or restricts. `several-pictures`: moving pictures.
 */
export const CERTIFICATE_FILE_PROBLEMS = [
  'empty',
  'too-large',
  'format',
  'damaged',
  'encrypted',
  'several-pictures',
] as const
export type CertificateFileProblem = (typeof CERTIFICATE_FILE_PROBLEMS)[number]

/**
 * Why the server does not keep a certificate. `not-approved`: no approval stands on the order. `another-kept`: other bytes stand
 * for the same approval, and they are not those that were named to be replaced.
 */
export const CERTIFICATE_REFUSALS = [
  ...CERTIFICATE_FILE_PROBLEMS,
  'unknown-order',
  'not-approved',
  'another-kept',
] as const
export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number]

/** A certificate that is kept. The last of an approval is the one in force; those before were replaced by it. */
export const certificateSchema = z.strictObject({
  /** Version of the case that the approval made. */
  approval: z.number().int().positive(),
  round: z.number().int().positive(),
  /** From 1, within the approval. */
  edition: z.number().int().positive(),
  sha256: sha256Schema,
  bytes: z.number().int().positive().max(CERTIFICATE_LIMITS.bytes),
  mediaType: z.enum(CERTIFICATE_TYPES),
  receivedAt: instantSchema,
  /** Display name of who gave it. */
  by: z.string(),
})
export type Certificate = z.output<typeof certificateSchema>

/** `replaces`: hash of the certificate in force that the person saw; absent where none may be replaced. */
export const certificateQuerySchema = z.strictObject({
  orderNumber: orderNumberSchema,
  replaces: sha256Schema.optional(),
})
export type CertificateQuery = z.output<typeof certificateQuerySchema>

/** `twice`: these bytes are kept for the approval already; nothing has changed. */
export const certificateReplySchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['kept', 'twice']), caseId: idSchema, sha256: sha256Schema }),
  z.strictObject({ outcome: z.literal('refused'), code: z.enum(CERTIFICATE_REFUSALS) }),
])
export type CertificateReply = z.output<typeof certificateReplySchema>

/** Judges a certificate by its bytes alone; server, workstation and command ask the same. Never throws. */
export function judgeCertificate(bytes: Uint8Array): Result<CertificateType, CertificateFileProblem> {
  if (bytes.length === 0 || bytes.length > CERTIFICATE_LIMITS.bytes) {
    return refusal(bytes.length === 0 ? 'empty' : 'too-large')
  }
  const found = sniffDocument(bytes)
  if (!found.ok) {
    const isFormat = found.problem === 'refused-format' || found.problem === 'unknown-format'
    return refusal(isFormat ? 'format' : found.problem)
  }
  const mediaType = CERTIFICATE_TYPES.find((type) => type === found.mediaType)
  if (mediaType === undefined) {
    return refusal('format')
  }
  const { documentPixels, documentEdge } = BUNDLE_LIMITS
  const isWide =
    'width' in found &&
    (found.width * found.height > documentPixels || Math.max(found.width, found.height) > documentEdge)
  return isWide ? refusal('too-large') : success(mediaType)
}

/**
 * Id under which a workstation lists a certificate beside the documents of its round. The colon keeps it apart from those of
 * applicants, which have none.
 */
export function certificateId({ approval, edition }: Pick<Certificate, 'approval' | 'edition'>): string {
  return `certificate:${String(approval)}-${String(edition)}`
}
