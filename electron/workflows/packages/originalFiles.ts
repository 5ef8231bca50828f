import type { CaseDocument } from '../../../shared/protocol/case'

export interface OriginalFile {
  readonly document: CaseDocument
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

/** Where the documents of a round lie in the package. Names say what a file is and nothing an applicant wrote. */
export function originalFiles(documents: readonly CaseDocument[]): readonly OriginalFile[] {
  const digits = Math.max(2, String(documents.length).length)
  return documents.map((document, index) => {
    const number = String(index + 1).padStart(digits, '0')
    const { kind, face, mediaType } = document
    return { document, path: `originals/${number}-${kind}-${face}.${EXTENSIONS[mediaType]}` }
  })
}
