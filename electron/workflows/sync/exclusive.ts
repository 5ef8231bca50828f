/** Runs tasks one after the other, in the order in which they came. */
export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Holds are asked from the server and then written here. Two such exchanges side by side could write an older answer
 * over a newer one (a case drawn a moment ago would look lost), so they take turns.
 */
export function createExclusive(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task, task)
    last = result.catch(() => undefined)
    return result
  }
}
