import { createHash } from 'node:crypto'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import { storageProblemOf } from '../connection/sqliteFailure'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

/** Sealed on disk before the database says so, like the case's own documents. */
export function createStoreReusedDocument(context: DataContext): DataOperations['storeReusedDocument'] {
  const { db, queries, documents } = context
  return ({ caseId, other, sha256, mediaType, bytes, now }) => {
    if (queries.cases.version(caseId) === null) {
      return refusal('not-found')
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return refusal('mismatch')
    }
    try {
      documents.write('original', sha256, bytes)
    } catch (error) {
      if (storageProblemOf(error) === 'disk-full') {
        return refusal('disk-full')
      }
      throw error
    }
    inTransaction(db, () => {
      queries.documents.markFile(sha256, 'stored')
      queries.reuse.addReused(caseId, other, sha256, mediaType)
      const detail = { otherCaseId: other.caseId, sha256 }
      const actor = signedIn(context).user.id
      queries.audit.append({ at: now, actor, action: 'reuse-opened', caseId, detail })
    })
    return success(null)
  }
}
