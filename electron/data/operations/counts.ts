import type { DataOperations } from '../dataOperations'
import type { DataContext } from './dataContext'

/** Counted over what is here now: a status line must not say more than there is. */
export function createCounts({ queries }: DataContext): DataOperations['counts'] {
  return () => {
    const holds = queries.holds.list()
    const documents = queries.documents.totals()
    return {
      queued: queries.outbox.count('queued', 'sending'),
      refused: queries.outbox.count('refused'),
      unansweredLate: queries.outbox.unansweredLate(),
      isResyncing: queries.session.isResyncing(),
      deletionStops: queries.deletions.stops(),
      auditProblem: queries.auditExchange.state().problem,
      holds: holds.filter(({ hold }) => hold.kind === 'hold').length,
      reservations: holds.filter(({ hold }) => hold.kind === 'reservation').length,
      documentsStored: documents.stored,
      documentsTotal: documents.total,
      examined: documents.examined,
    }
  }
}
