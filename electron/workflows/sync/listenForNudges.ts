import { retryDelay } from './retryDelay'
import type { SyncDependencies } from './syncOnce'
import { createWaiter } from './waiter'

interface Dependencies extends Pick<SyncDependencies, 'server' | 'session' | 'random'> {
  readonly onNudge: () => void
}

export interface NudgeListener {
  /** Listens until `stop`, opening the stream again whenever it ends. */
  start(): void
  stop(): Promise<void>
}

/**
 * Hears from the server that something changed. Nothing depends on it: without a stream the loop asks by itself every
 * few seconds, so a proxy that lets no streams through costs only that.
 */
export function createNudgeListener({ server, session, random, onNudge }: Dependencies): NudgeListener {
  const waiter = createWaiter()
  let isActive = false
  let running: Promise<void> | null = null
  const active = (): boolean => isActive

  async function run(): Promise<void> {
    let failures = 0
    while (active()) {
      const token = session.token()
      const heard = token === null ? null : await server.nudges(token, onNudge)
      failures = heard?.ok === true ? 0 : failures + 1
      if (active()) {
        await waiter.wait(retryDelay(failures, random))
      }
    }
  }

  return {
    start() {
      isActive = true
      running ??= run().finally(() => {
        running = null
      })
    },
    async stop() {
      isActive = false
      waiter.wake()
      await running
    },
  }
}
