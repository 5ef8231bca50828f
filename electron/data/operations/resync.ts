import { SealedFileDamaged } from '../../common/crypto/sealedFile'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { NO_CASE } from '../queries/auditQueries'
import { parseRow } from '../queries/queueRowQueries'
import { openSearchFields } from '../search/caseSearchFields'
import { signedIn, type DataContext } from './dataContext'
import { isStopped } from './deletionStop'

/** The feed is read from its beginning from here on, into the queue that is there. Touches no work of anybody. */
export function createStartResync({ db, queries }: DataContext): DataOperations['startResync'] {
  return () => {
    inTransaction(db, () => queries.session.beginPass())
  }
}

/** What the present reading of the feed did not name leaves, unless that would be too much or work stands on it. */
export function createFinishResync(context: DataContext): DataOperations['finishResync'] {
  const { db, queries } = context
  return ({ now }) =>
    inTransaction(db, () => {
      if (!queries.session.isResyncing()) {
        return { removed: 0, isStopped: false }
      }
      const unnamed = queries.queueRows.unnamed(queries.session.pass())
      const removal = { what: 'queue' as const, wouldGo: unnamed.length, ofAll: queries.queueRows.count() }
      if (isStopped(context, removal, now)) {
        return { removed: 0, isStopped: true }
      }
      for (const rowId of unnamed) {
        queries.queueSearch.forgetRow(rowId)
        queries.queueRows.remove(rowId)
      }
      queries.session.endPass()
      if (unnamed.length > 0) {
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'queue-rows-removed',
          caseId: NO_CASE,
          detail: { removed: unnamed.length, ofAll: removal.ofAll },
        })
      }
      return { removed: unnamed.length, isStopped: false }
    })
}

/**
 * Checks the file, makes the search index anew, forgets documents that cannot be opened, and begins a resync. The
 * outbox, drafts and holds are only read.
 */
export function createRepair(context: DataContext): DataOperations['repair'] {
  const { db, queries, documents } = context

  function isReadable(sha256: string): boolean {
    try {
      return documents.read('original', sha256) !== null
    } catch (error) {
      if (error instanceof SealedFileDamaged) {
        return false
      }
      throw error
    }
  }

  return () => {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      return refusal('damaged')
    }
    const lost = queries.documents.storedFiles().filter((sha256) => !isReadable(sha256))
    const rows = inTransaction(db, () => {
      for (const sha256 of lost) {
        queries.documents.forgetFile(sha256)
      }
      queries.documents.forgetFailures()
      queries.queueSearch.clearRows()
      let indexed = 0
      for (const { rowId, body } of queries.queueRows.everyRow()) {
        queries.queueSearch.indexNewRow(rowId, openSearchFields(parseRow(body)))
        indexed += 1
      }
      queries.session.beginPass()
      return indexed
    })
    return success({ rows, documentsAgain: lost.length })
  }
}
