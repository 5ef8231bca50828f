/** How often it is looked at; a lock comes at most that late. */
const LOOK_INTERVAL = 5_000
const MINUTE = 60_000

interface Dependencies {
  /** Minutes without input after which the desk locks. */
  readonly minutes: () => number
  /** Which opening of the desk this is, by sign-in or unlocking; null while it is closed. */
  readonly opening: () => number | null
  readonly lock: () => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

interface IdleLock {
  /** A key, a click, a move: somebody is there. */
  touch(): void
  stop(): void
}

/**
 * Locks a desk that nobody touches. Looks at the clock rather than waiting for one long timer, which stands still while
 * the machine sleeps.
 */
export function createIdleLock({ minutes, opening, lock, now }: Dependencies): IdleLock {
  let touchedAt = now()
  let seen: number | null = null

  function look(): void {
    const open = opening()
    if (open === null || open !== seen) {
      // Whoever has just signed in or unlocked is there.
      seen = open
      touchedAt = now()
      return
    }
    // A clock that was put back must not put the lock off.
    touchedAt = Math.min(touchedAt, now())
    if (now() - touchedAt >= minutes() * MINUTE) {
      lock()
    }
  }

  const timer = setInterval(look, LOOK_INTERVAL)
  return {
    touch() {
      touchedAt = now()
    },
    stop() {
      clearInterval(timer)
    },
  }
}
