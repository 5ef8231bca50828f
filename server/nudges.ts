import type { Database } from './store/database'
import type { Listening } from './store/listening'

/** However much changes, nobody is woken more often: two hundred workstations that ask at every commit help nobody. */
export const NUDGE_PAUSE = 1_000
/** For each who listens at this process: all of them together wake for fifty exchanges a second at most. */
const PAUSE_PER_SUBSCRIBER = 20

/** Tells whoever wants to know that some case has changed; not which, and not how. */
export interface Nudges {
  /** Calls `onNudge` soon after a change; answers how to end that. */
  subscribe(onNudge: () => void): () => void
  /** How many are told. */
  subscribers(): number
  start(): void
  close(): Promise<void>
}

/**
 * Passes on what the database says about changes, of this process and of all others on it. The first change after a
 * pause goes out at once, what follows within the pause together at its end.
 */
export function createNudges(database: Pick<Database, 'listen'>): Nudges {
  const subscribers = new Set<() => void>()
  let listening: Listening | undefined
  let timer: NodeJS.Timeout | undefined
  let isWaiting = false

  function tell(): void {
    isWaiting = false
    timer = setTimeout(
      () => {
        timer = undefined
        if (isWaiting) {
          tell()
        }
      },
      Math.max(NUDGE_PAUSE, subscribers.size * PAUSE_PER_SUBSCRIBER),
    )
    for (const onNudge of subscribers) {
      onNudge()
    }
  }

  return {
    subscribe: (onNudge) => {
      // A function of its own each time: the same one may subscribe twice.
      const subscriber = (): void => {
        onNudge()
      }
      subscribers.add(subscriber)
      return () => {
        subscribers.delete(subscriber)
      }
    },
    subscribers: () => subscribers.size,
    start: () => {
      listening ??= database.listen(() => {
        if (timer === undefined) {
          tell()
        } else {
          isWaiting = true
        }
      })
    },
    close: async () => {
      clearTimeout(timer)
      subscribers.clear()
      await listening?.close()
    },
  }
}
