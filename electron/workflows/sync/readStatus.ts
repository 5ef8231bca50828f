import type { SyncStatus } from '../../../shared/ipc/models'
import type { DataPort } from '../ports/dataPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import type { Connection } from './connection'

/** What the status bar says: what is kept here, what waits, since when. Counted afresh, so that it cannot drift. */
export async function readStatus(
  data: DataPort,
  session: CurrentSession,
  connection: Connection,
  rulePack: string,
): Promise<SyncStatus> {
  session.requireUser()
  const counts = await data.counts()
  return {
    connection: connection.state,
    since: connection.since,
    signInNeeded: session.needsSignIn(),
    lastSyncAt: connection.lastSyncAt,
    queued: counts.queued,
    refused: counts.refused,
    holds: counts.holds,
    reservations: counts.reservations,
    documents: { stored: counts.documentsStored, total: counts.documentsTotal },
    examined: { done: counts.examined, total: counts.documentsTotal },
    isResyncing: counts.isResyncing,
    deletionStops: [...counts.deletionStops],
    auditProblem: counts.auditProblem,
    rulePack,
  }
}
