/** What the page gets to save what is being typed. It has been saved long before; a page that hangs is not waited for. */
const SAVE_GRACE = 3_000

interface Dependencies {
  /** Which opening of the desk this is, by sign-in or unlocking; null while it is closed. */
  readonly opening: () => number | null
  /** Asks the page to save what is typed and to lock. */
  readonly askPage: () => void
  readonly lock: () => void
}

/**
 * Locks by way of the page, and without it when it does not answer. A person may lock and be back before the grace is
 * over: only the opening that was to end is ended.
 */
export function createLockAfterSave({ opening, askPage, lock }: Dependencies): () => void {
  return () => {
    const due = opening()
    if (due === null) {
      return
    }
    askPage()
    setTimeout(() => {
      if (opening() === due) {
        lock()
      }
    }, SAVE_GRACE)
  }
}
