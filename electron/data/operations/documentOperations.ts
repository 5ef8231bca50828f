import { createHash } from 'node:crypto'
import { refusal, success } from '../../../shared/result'
import { SealedFileDamaged } from '../../common/crypto/sealedFile'
import { inTransaction } from '../connection/handles'
import { storageProblemOf } from '../connection/sqliteFailure'
import type { DataOperations } from '../dataOperations'
import type { Variant } from '../profile/documentStore'
import type { DataContext } from './dataContext'

/** A file is on disk before the database says so; a crash between leaves a file that the next opening sweeps. */
export function createStoreDocument({
  db,
  queries,
  documents,
}: DataContext): DataOperations['storeDocument'] {
  return ({ caseId, sha256, bytes }) => {
    const isListed = queries.documents.ofCase(caseId).some((document) => document.sha256 === sha256)
    if (!isListed) {
      return refusal('mismatch')
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      inTransaction(db, () => queries.documents.markFile(sha256, 'failed'))
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
    inTransaction(db, () => queries.documents.markFile(sha256, 'stored'))
    return success(null)
  }
}

/** A thumbnail or view of a document that has left meanwhile is not kept. */
export function createStoreMade(
  { queries, documents }: DataContext,
  variant: 'thumbnail' | 'view',
): DataOperations['storeView'] {
  return ({ sha256, bytes, page }) => {
    if (queries.documents.listed(sha256)?.state === 'stored') {
      documents.write(variant, sha256, bytes, page)
    }
  }
}

export function createReadDocument({ db, queries, documents }: DataContext): DataOperations['readDocument'] {
  /** A file that is gone or damaged is forgotten, and so fetched again. */
  function open(variant: Variant, sha256: string, page?: number): Uint8Array<ArrayBuffer> | null {
    try {
      return documents.read(variant, sha256, page)
    } catch (error) {
      if (error instanceof SealedFileDamaged) {
        return null
      }
      throw error
    }
  }

  return ({ caseId, round, documentId, variant, page }) => {
    const document =
      queries.documents.find(caseId, round, documentId) ?? queries.reuse.find(caseId, round, documentId)
    if (document?.state !== 'stored') {
      return null
    }
    const bytes = open(variant, document.sha256, page)
    if (bytes === null && variant === 'original') {
      inTransaction(db, () => queries.documents.forgetFile(document.sha256))
    }
    return bytes === null
      ? null
      : {
          bytes,
          sha256: document.sha256,
          mediaType: variant === 'original' ? document.mediaType : 'image/jpeg',
        }
  }
}
