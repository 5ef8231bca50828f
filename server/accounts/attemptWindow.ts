import type { Clock } from '../system'

const WINDOW = 60_000
/** A whole office behind one address signs in within a minute; a guesser gets no further than that. */
export const MOST_ATTEMPTS = 60
/** Addresses remembered at most; beyond, the oldest window is dropped. */
const MOST_ADDRESSES = 10_000

/**
 * Limits sign-in attempts per network address, for each costs a password hash. Counts in this process alone: several
 * servers allow several times as many, and the lock of a name holds for all of them.
 */
export function createAttemptWindow(clock: Clock): { readonly allows: (address: string) => boolean } {
  const windows = new Map<string, { startedAt: number; attempts: number }>()
  return {
    allows: (address) => {
      const now = clock.now()
      const known = windows.get(address)
      const window = known && now - known.startedAt < WINDOW ? known : { startedAt: now, attempts: 0 }
      windows.delete(address)
      windows.set(address, window)
      const [oldest] = windows.keys()
      if (windows.size > MOST_ADDRESSES && oldest !== undefined) {
        windows.delete(oldest)
      }
      window.attempts += 1
      return window.attempts <= MOST_ATTEMPTS
    },
  }
}
