import { examineDocuments } from '../examination/examineDocuments'
import { fingerprintDocuments } from '../examination/fingerprintDocuments'
import { readDocuments } from '../examination/readDocuments'
import { isUnanswered } from '../serverAnswer'
import type { MediaPort } from '../ports/mediaPort'
import type { Connection, ConnectionTracker } from './connection'
import { downloadDocuments } from './downloadDocuments'
import { createExchangeLog, type Exchange } from './exchangeLog'
import { createNudgeListener } from './listenForNudges'
import { retryDelay } from './retryDelay'
import { syncOnce, type SyncDependencies } from './syncOnce'
import { createWaiter } from './waiter'

interface Dependencies extends SyncDependencies {
  readonly session: SyncDependencies['session']
  readonly media: MediaPort
  readonly connection: ConnectionTracker
  readonly logUnexpected: (scope: string, cause: unknown) => void
}

export interface SyncLoop {
  start(): void
  /** Ends after the step under way; nothing runs any more once it resolves. */
  stop(): Promise<void>
  /** Exchange as soon as possible: something is waiting to be sent, or the person asked. */
  nudge(): void
  connection(): Connection
  /** The last exchanges, for diagnosis. */
  exchanges(): readonly Exchange[]
}

/**
 * Exchanges with the server again and again while somebody is signed in; documents are fetched and examined beside
 * it, so that a slow picture never delays a decision.
 */
export function createSyncLoop(dependencies: Dependencies): SyncLoop {
  const { session, connection, notify, logUnexpected } = dependencies
  const waiter = createWaiter()
  const log = createExchangeLog()
  const nudges = createNudgeListener({
    ...dependencies,
    onNudge: () => {
      waiter.wake()
    },
  })
  let running: Promise<void> | null = null
  let background: Promise<void> | null = null
  let reading: Promise<void> | null = null
  let active = false
  const mismatched = new Set<string>()

  const isActive = (): boolean => active

  async function run(): Promise<void> {
    let failures = 0
    while (isActive()) {
      failures = (await exchange()) ? 0 : failures + 1
      // The person may have signed out while the answer was on its way.
      if (isActive()) {
        startBackground()
        await waiter.wait(retryDelay(failures, dependencies.random))
      }
    }
  }

  /** One exchange; true when the server answered. */
  async function exchange(): Promise<boolean> {
    const at = dependencies.now()
    const record = (result: string): void => {
      log.add({ at, ms: Date.parse(dependencies.now()) - Date.parse(at), result })
    }
    try {
      const result = await syncOnce(dependencies)
      record(result.ok ? 'ok' : result.error)
      if (!result.ok && result.error === 'unauthenticated') {
        session.tokenRefused()
      }
      // Without a token nothing was asked, so nothing is known about the connection either.
      const asked = result.ok || session.token() !== null
      const isOnline = asked && (result.ok || isAnswer(result.error))
      const isBusy = !result.ok && result.error === 'busy'
      const state = isOnline ? 'online' : isBusy ? 'busy' : 'offline'
      if (connection.report(state, dependencies.now()) && isOnline) {
        // Whatever spoilt them on the way may be gone with the old connection.
        mismatched.clear()
      }
      notify('sync-changed', {})
      return result.ok
    } catch (cause) {
      logUnexpected('sync', cause)
      record('failed')
      return false
    }
  }

  function startBackground(): void {
    background ??= transfer().finally(() => {
      background = null
    })
  }

  async function transfer(): Promise<void> {
    try {
      if (session.token() !== null) {
        await downloadDocuments(dependencies, mismatched)
      }
      await examineDocuments({ ...dependencies, isActive })
      await fingerprintDocuments({ ...dependencies, isActive })
      // Reading takes long: what arrives meanwhile is fetched and examined beside it.
      reading ??= read().finally(() => {
        reading = null
      })
    } catch (cause) {
      logUnexpected('transfer', cause)
    }
  }

  async function read(): Promise<void> {
    try {
      await readDocuments({ ...dependencies, isActive })
    } catch (cause) {
      logUnexpected('reading', cause)
    }
  }

  return {
    start() {
      active = true
      connection.reset(dependencies.now())
      running ??= run().finally(() => {
        running = null
      })
      nudges.start()
    },
    async stop() {
      active = false
      waiter.wake()
      const quiet = nudges.stop()
      // Closing the desk must not take as long as a dead connection; what was under way is repeated next time.
      dependencies.server.abandon()
      await quiet
      await running
      await background
      await reading
    },
    nudge: () => {
      waiter.wake()
    },
    connection: () => connection.read(),
    exchanges: () => log.list(),
  }
}

/** The server, and not something else on the way, answered. */
function isAnswer(problem: string): boolean {
  return !isUnanswered(problem) && problem !== 'protocol'
}
