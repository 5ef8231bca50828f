import { distance } from './distance'
import type { PaperTruth } from './drawnPapers'
import { readDocument } from '../../../electron/media/reading/readDocument'
import type { DocumentFace, DocumentKind } from '../../../shared/domain/documentKinds'
import type { ReadField, ReadFieldName } from '../../../shared/reading/readField'
import { UNREAD } from '../../../shared/reading/textLine'

/** A picture of a paper and what stands on it. */
export interface PaperPicture {
  readonly kind: DocumentKind
  readonly face: DocumentFace
  readonly truth: PaperTruth
  readonly bytes: () => Promise<Uint8Array>
}

/** One value: what stands on the paper and what was read of it. */
export interface ReadValue {
  readonly kind: DocumentKind
  readonly field: ReadFieldName
  readonly truth: string
  /** Null where nothing was read. */
  readonly read: Pick<ReadField, 'value' | 'proof'> | null
  /** Characters that differ, of those that stand on the paper. */
  readonly wrongCharacters: number
}

/** Reads papers one after the other. Throws for a picture that cannot be read at all. */
export async function readPapers(papers: readonly PaperPicture[]): Promise<readonly ReadValue[]> {
  const values: ReadValue[] = []
  for (const { kind, face, truth, bytes } of papers) {
    const read = await readDocument(await bytes(), { kind, face })
    if (!read.ok) {
      throw new Error(`A ${kind} could not be read: ${read.error}`)
    }
    for (const [field, value] of Object.entries(truth) as ReadonlyArray<readonly [ReadFieldName, string]>) {
      const found = read.value.find((own) => own.field === field) ?? null
      const wrongCharacters = distance(plain(value), plain(found?.value ?? ''))
      values.push({ kind, field, truth: value, read: found, wrongCharacters })
    }
  }
  return values
}

/** Spaces between the words of a name are tolerated wherever names are compared. */
function plain(value: string): string {
  return value.replaceAll(' ', '')
}

export function isExact({ wrongCharacters }: ReadValue): boolean {
  return wrongCharacters === 0
}

/** A reading that does not pass for sure: it denies itself, or lacks something. */
export function isFlagged({ read }: ReadValue): boolean {
  return (
    read === null ||
    read.value.includes(UNREAD) ||
    read.proof === 'wrong-check-digit' ||
    read.proof === 'doubtful' ||
    read.proof === 'incomplete'
  )
}
