import type { CaseDocument } from '../../../shared/protocol/case'
import { onePerPaper, type RequiredDocument } from '../../../shared/rules/requiredDocuments'
import { ownPaperName } from './dossier/codeNames'

export interface OriginalFile {
  readonly document: CaseDocument
  /** The rule of the administration's pack that it answers; null for what nobody asked for. */
  readonly askedBy: { readonly ruleId: string; readonly title: string } | null
  /** What this administration calls the paper, where one of its rules says so. */
  readonly ownName: string | null
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
 * others as they were sent. Names of files say what a file is and nothing an applicant wrote.
 */
export function originalFiles(
  documents: readonly CaseDocument[],
  asked: readonly RequiredDocument[],
): readonly OriginalFile[] {
  const required = onePerPaper(asked)
  const digits = Math.max(2, String(documents.length).length)
  return inRequiredOrder(documents, required).map((document, index) => {
    const number = String(index + 1).padStart(digits, '0')
    const { id, kind, face, mediaType } = document
    const answered = required.find(({ documentIds }) => documentIds.includes(id))
    return {
      document,
      askedBy: answered ? { ruleId: answered.ruleId, title: answered.rule.zh } : null,
      ownName: ownNameOf(document, asked),
      path: `originals/${number}-${kind}-${face}.${EXTENSIONS[mediaType]}`,
    }
  })
}

/** Asked of every rule: the general one that is answered may stand before the administration's own, which has the name. */
function ownNameOf({ id, kind }: CaseDocument, asked: readonly RequiredDocument[]): string | null {
  const names = asked
    .filter(({ documentIds }) => documentIds.includes(id))
    .map(({ ruleId }) => ownPaperName(ruleId, kind))
  return names.find((name) => name !== null) ?? null
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
