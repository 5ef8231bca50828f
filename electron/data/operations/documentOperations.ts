import { createHash } from 'node:crypto'
import { refusal, success } from '../../../shared/result'
import { SealedFileDamaged } from '../../common/crypto/sealedFile'
import { inTransaction } from '../connection/handles'
import { storageProblemOf } from '../connection/sqliteFailure'
import type { DataOperations } from '../dataOperations'
import type { Variant } from '../profile/documentStore'
import { signedIn, type DataContext } from './dataContext'

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

export function createReadDocument(context: DataContext): DataOperations['readDocument'] {
  const { db, queries, documents } = context
  const isRepeated = createOpeningWindow()

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

  function recordOpening({ caseId, round, documentId, opening }: ReadRequest, sha256: string): void {
    if (opening === undefined || isRepeated(`${caseId} ${sha256} ${String(opening.page)}`, opening.now)) {
      return
    }
    inTransaction(db, () => {
      queries.audit.append({
        at: opening.now,
        actor: signedIn(context).user.id,
        action: 'document-opened',
        caseId,
        detail: { round, documentId, sha256, page: opening.page },
      })
    })
  }

  return (request) => {
    const { caseId, round, documentId, variant, page } = request
    const document =
      queries.documents.find(caseId, round, documentId) ?? queries.reuse.find(caseId, round, documentId)
    if (document?.state !== 'stored') {
      return null
    }
    const bytes = open(variant, document.sha256, page)
    if (bytes === null && variant === 'original') {
      inTransaction(db, () => queries.documents.forgetFile(document.sha256))
    }
    if (bytes === null) {
      return null
    }
    recordOpening(request, document.sha256)
    return {
      bytes,
      sha256: document.sha256,
      mediaType: variant === 'original' ? document.mediaType : 'image/jpeg',
    }
  }
}

type ReadRequest = Parameters<DataOperations['readDocument']>[0]

/** A screen asks for the same page again when it is laid out anew; that is one look. */
const SAME_LOOK_MS = 60_000

function createOpeningWindow(): (key: string, now: string) => boolean {
  const seen = new Map<string, number>()
  return (key, now) => {
    const at = Date.parse(now)
    for (const [known, since] of seen) {
      if (at - since >= SAME_LOOK_MS || at < since) {
        seen.delete(known)
      }
    }
    const isKnown = seen.has(key)
    if (!isKnown) {
      seen.set(key, at)
    }
    return isKnown
  }
}
