import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { isBulkDeletion, type DeletionKind } from '../deletionBounds'
import { NO_CASE } from '../queries/auditQueries'
import { signedIn, type DataContext } from './dataContext'

interface Removal {
  readonly what: DeletionKind
  readonly wouldGo: number
  readonly ofAll: number
}

/** Whether this removal has to wait for a person; remembers that it does. Runs inside a transaction. */
export function isStopped({ queries }: DataContext, removal: Removal, now: string): boolean {
  const { what, wouldGo, ofAll } = removal
  const isBulk = isBulkDeletion(what, wouldGo, ofAll)
  if (isBulk && !queries.deletions.isAllowed(what)) {
    queries.deletions.stop({ ...removal, since: now })
    return true
  }
  queries.deletions.clear(what)
  return false
}

/** A person has looked and lets it be applied; at the next exchange, once. */
export function createAllowDeletion(context: DataContext): DataOperations['allowDeletion'] {
  const { db, queries } = context
  return ({ what, now }) =>
    inTransaction(db, () => {
      const stop = queries.deletions.stops().find((waiting) => waiting.what === what)
      if (stop === undefined || !queries.deletions.allow(what)) {
        return refusal('not-found')
      }
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'deletion-allowed',
        caseId: NO_CASE,
        detail: { what, wouldGo: stop.wouldGo, ofAll: stop.ofAll },
      })
      return success(null)
    })
}
