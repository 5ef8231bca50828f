import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { createStoreDocument } from './documentOperations'
import type { DataContext } from './dataContext'

/** Takes the next part; one that does not follow the last, or is more than the case lists, is not taken. */
export function createStoreDocumentPart({ db, queries }: DataContext): DataOperations['storeDocumentPart'] {
  return ({ caseId, sha256, start, bytes }) =>
    inTransaction(db, () => {
      const listed = queries.documents.ofCase(caseId).find((document) => document.sha256 === sha256)
      const fits =
        listed !== undefined &&
        bytes.byteLength > 0 &&
        start === queries.documentParts.length(sha256) &&
        start + bytes.byteLength <= listed.bytes
      if (!fits) {
        return refusal('mismatch')
      }
      queries.documentParts.add(sha256, start, bytes)
      return success(null)
    })
}

/** Puts the parts together and keeps the whole when it is what the case lists; the parts go either way. */
export function createJoinDocument(context: DataContext): DataOperations['joinDocument'] {
  const { db, queries } = context
  const store = createStoreDocument(context)
  return ({ caseId, sha256 }) => {
    const kept = store({ caseId, sha256, bytes: queries.documentParts.joined(sha256) })
    if (kept.ok || kept.error === 'mismatch') {
      inTransaction(db, () => queries.documentParts.remove(sha256))
    }
    return kept
  }
}
