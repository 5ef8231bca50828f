/** Variants of a document's picture that the private protocol serves. */
export const DOCUMENT_VARIANTS = ['original', 'thumbnail'] as const
export type DocumentVariant = (typeof DOCUMENT_VARIANTS)[number]

/** Address of a document's picture: by id, never by path. */
export function documentUrl(caseId: string, documentId: string, variant: DocumentVariant): string {
  return `document://case/${caseId}/${encodeURIComponent(documentId)}/${variant}`
}
