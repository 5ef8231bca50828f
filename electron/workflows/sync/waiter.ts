/** Waits that can be cut short: the sync loop sleeps in one, and a decision made here wakes it. */
export interface Waiter {
  /** Resolves after `ms`, or at once when `wake` is called meanwhile. */
  wait(ms: number): Promise<void>
  wake(): void
}

export function createWaiter(): Waiter {
  let resolveWait: (() => void) | null = null
  // A wake that comes while nobody waits is kept: the work it announces came too late for the round under way.
  let pending = false
  return {
    wait(ms) {
      if (pending) {
        pending = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const timer = setTimeout(finish, ms)
        function finish(): void {
          clearTimeout(timer)
          resolveWait = null
          resolve()
        }
        resolveWait = finish
      })
    },
    wake() {
      if (resolveWait) {
        resolveWait()
      } else {
        pending = true
      }
    },
  }
}
