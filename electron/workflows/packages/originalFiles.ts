import type { CaseDocument } from '../../../shared/protocol/case'
import type { RequiredDocument } from '../../../shared/rules/requiredDocuments'

export interface OriginalFile {
  readonly document: CaseDocument
  /** The rule of the administration's pack that asks for it; null for what nobody asked for. */
  readonly askedBy: string | null
  /** Path in the package. */
  readonly path: string
}

const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/bmp': 'bmp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
} as const satisfies Readonly<Record<CaseDocument['mediaType'], string>>

/**
 * Where the documents of a round lie in the package: in the order in which the administration's rules ask for them, then the
 * others as they were sent. Names say what a file is and nothing an applicant wrote.
 */
export function originalFiles(
  documents: readonly CaseDocument[],
  required: readonly RequiredDocument[],
): readonly OriginalFile[] {
  const digits = Math.max(2, String(documents.length).length)
  return inRequiredOrder(documents, required).map((document, index) => {
    const number = String(index + 1).padStart(digits, '0')
    const { id, kind, face, mediaType } = document
    const askedBy = required.find(({ documentIds }) => documentIds.includes(id))?.rule.zh ?? null
    return { document, askedBy, path: `originals/${number}-${kind}-${face}.${EXTENSIONS[mediaType]}` }
  })
}

function inRequiredOrder(
  documents: readonly CaseDocument[],
  required: readonly RequiredDocument[],
): readonly CaseDocument[] {
  const wanted = required.flatMap(({ documentIds }) => documentIds)
  const place = ({ id }: CaseDocument): number => {
    const at = wanted.indexOf(id)
    return at === -1 ? wanted.length : at
  }
  // Sorting is stable: what has the same place keeps the order in which it was sent.
  return documents.toSorted((a, b) => place(a) - place(b))
}
