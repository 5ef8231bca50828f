import { deliverDecisions, type DeliveryTargets } from './delivery/deliverDecisions'
import type { DocumentStore } from './documents/documentStore'
import { purgeCases } from './retention/purgeCases'
import type { RetentionRule } from './retention/readPolicy'
import { isDocumentReferred } from './store/caseDocuments'
import type { Database } from './store/database'
import { endExpiredHolds } from './store/endHolds'
import { sweepAttempts } from './store/signInAttempts'
import type { Clock } from './system'

/** How late colleagues may learn that a hold has run out, and how late a delivery is tried again. */
const INTERVAL = 10_000
const DOCUMENT_SWEEP_INTERVAL = 6 * 60 * 60_000
/** No intake takes that long between writing its documents and its transaction. */
const DOCUMENT_SWEEP_AGE = 24 * 60 * 60_000

export interface HousekeepingParts {
  readonly database: Database
  readonly documents: DocumentStore
  readonly targets: DeliveryTargets
  readonly clock: Clock
  /** How long closed cases are kept. */
  readonly retention: readonly RetentionRule[]
  readonly onError: (error: unknown) => void
}

export interface Housekeeping {
  /** Does everything that is due now; runs follow each other and never overlap. */
  run(): Promise<void>
  /** Asks for a run soon without waiting for it. */
  nudge(): void
  /** Runs every few seconds from now on. */
  start(): void
  stop(): Promise<void>
}

/** Work that no request does: ends expired holds, delivers decisions, purges what is kept long enough, removes what nobody refers to. */
export function createHousekeeping(parts: HousekeepingParts): Housekeeping {
  const { database, clock } = parts
  let documentsSweptAt = Number.NEGATIVE_INFINITY
  let running = Promise.resolve()
  let isNudged = false
  let timer: NodeJS.Timeout | undefined

  async function runOnce(): Promise<void> {
    while ((await endExpiredHolds(database, clock.now())) > 0) {
      // The next page.
    }
    await sweepAttempts(database, clock.now())
    await deliverDecisions(database, parts.targets, clock)
    const purged = await purgeCases(database, parts.retention, clock)
    if (purged > 0 || clock.now() - documentsSweptAt >= DOCUMENT_SWEEP_INTERVAL) {
      documentsSweptAt = clock.now()
      await parts.documents.sweep(clock.now() - DOCUMENT_SWEEP_AGE, (sha256) =>
        isDocumentReferred(database, sha256),
      )
    }
  }

  async function runIfNudged(): Promise<void> {
    if (isNudged) {
      isNudged = false
      await runOnce()
    }
  }

  function run(): Promise<void> {
    isNudged = false
    const next = running.then(runOnce)
    running = next.catch(parts.onError)
    return next
  }

  function nudge(): void {
    if (!isNudged) {
      isNudged = true
      running = running.then(runIfNudged).catch(parts.onError)
    }
  }

  return {
    run,
    nudge,
    start: () => {
      timer ??= setInterval(nudge, INTERVAL)
    },
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
