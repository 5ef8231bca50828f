import type { OutboxItem } from '../../../shared/ipc/result'
import type { Role } from '../../../shared/review/roles'
import type { HeldCase, SyncCounts } from '../../data/dataOperations'
import type { Connection } from './connection'
import type { Exchange } from './exchangeLog'

/** What is known outside the database. */
export interface Diagnosed {
  readonly version: string
  readonly runtime: string
  readonly rulePack: string
  readonly connection: Connection
  readonly exchanges: readonly Exchange[]
}

interface Facts extends Diagnosed {
  readonly at: string
  readonly role: Role
  readonly counts: SyncCounts
  readonly cursor: number
  readonly holds: readonly HeldCase[]
  readonly outbox: readonly OutboxItem[]
}

/**
 * The content of a diagnostic file. Every field is named here, so that what is added to a case or an outbox item later
 * does not come along: ids, states, times and numbers, and nothing that a person wrote or is called.
 */
export function diagnosticsOf(facts: Facts) {
  const { counts } = facts
  return {
    format: 'beian-desk/diagnostics',
    formatVersion: 1,
    at: facts.at,
    version: facts.version,
    runtime: facts.runtime,
    rulePack: facts.rulePack,
    role: facts.role,
    connection: {
      state: facts.connection.state,
      since: facts.connection.since,
      lastSyncAt: facts.connection.lastSyncAt,
    },
    feed: { cursor: facts.cursor, isResyncing: counts.isResyncing },
    counts: {
      queued: counts.queued,
      refused: counts.refused,
      unansweredLate: counts.unansweredLate,
      holds: counts.holds,
      reservations: counts.reservations,
      documentsStored: counts.documentsStored,
      documentsTotal: counts.documentsTotal,
      examined: counts.examined,
    },
    deletionStops: counts.deletionStops.map(({ what, wouldGo, ofAll, since }) => ({
      what,
      wouldGo,
      ofAll,
      since,
    })),
    holds: facts.holds.map(({ hold, hasCase, drawnHere }) => ({
      caseId: hold.caseId,
      kind: hold.kind,
      token: hold.token,
      expiresAt: hold.expiresAt,
      hasCase,
      drawnHere,
    })),
    outbox: facts.outbox.map(({ id, caseId, kind, state, recordedAt, attempts, refusal, nextTryAt }) => ({
      id,
      caseId,
      kind,
      state,
      recordedAt,
      attempts,
      refusal,
      nextTryAt: nextTryAt ?? null,
    })),
    exchanges: facts.exchanges.map(({ at, ms, result }) => ({ at, ms, result })),
  }
}
