/** Variants of a document's picture that the private protocol serves. */
export const DOCUMENT_VARIANTS = ['original', 'thumbnail'] as const
export type DocumentVariant = (typeof DOCUMENT_VARIANTS)[number]

/** Which document is meant: ids of documents are unique within a round of their case. */
export interface DocumentRef {
  readonly caseId: string
  readonly round: number
  readonly documentId: string
}

/**
 * Address of a document's picture: by id, never by path. A page behind the first of a PDF document has its number at
 * the end; its thumbnail shows the first.
 */
export function documentUrl(
  { caseId, round, documentId }: DocumentRef,
  variant: DocumentVariant,
  page = 1,
): string {
  const suffix = page > 1 && variant === 'original' ? `/${String(page)}` : ''
  return `document://case/${caseId}/${String(round)}/${encodeURIComponent(documentId)}/${variant}${suffix}`
}
