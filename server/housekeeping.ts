import { randomInt } from 'node:crypto'
import { endControls, releaseControls, type ControlParts } from './controls/releaseControls'
import { deliverDecisions, type DeliveryTargets } from './delivery/deliverDecisions'
import { purgeCases } from './retention/purgeCases'
import type { RetentionRule } from './retention/readPolicy'
import { isDocumentReferred } from './store/caseDocuments'
import { endExpiredHolds } from './store/endHolds'
import { sweepAttempts } from './store/signInAttempts'

/** How late colleagues may learn that a hold has run out, and how late a delivery is tried again. */
const INTERVAL = 10_000
const DOCUMENT_SWEEP_INTERVAL = 6 * 60 * 60_000
/** No intake takes that long between writing its documents and its transaction. */
const DOCUMENT_SWEEP_AGE = 24 * 60 * 60_000

export interface HousekeepingParts extends ControlParts {
  readonly targets: DeliveryTargets
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

/** Work that no request does: releases and withdraws control cases, ends expired holds, delivers decisions, purges what is kept long enough, removes what nobody refers to. */
export function createHousekeeping(parts: HousekeepingParts): Housekeeping {
  const { database, clock } = parts
  let documentsSweptAt = Number.NEGATIVE_INFINITY
  let running = Promise.resolve()
  let isNudged = false
  let timer: NodeJS.Timeout | undefined
  let controlTimer: NodeJS.Timeout | undefined

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

  async function runControls(): Promise<void> {
    await releaseControls(parts)
    await endControls(parts)
  }

  /** At no instant that anything else happens at: a beat, or what follows a decision, would tell control cases apart. */
  function runControlsSometime(): void {
    controlTimer ??= setTimeout(() => {
      controlTimer = undefined
      running = running.then(runControls).catch(parts.onError)
    }, randomInt(INTERVAL))
  }

  async function runIfNudged(): Promise<void> {
    if (isNudged) {
      isNudged = false
      await runOnce()
    }
  }

  function run(): Promise<void> {
    isNudged = false
    const next = running.then(runControls).then(runOnce)
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
      timer ??= setInterval(() => {
        nudge()
        runControlsSometime()
      }, INTERVAL)
    },
    stop: async () => {
      clearInterval(timer)
      clearTimeout(controlTimer)
      await running
    },
  }
}
