import { ref, shallowRef } from 'vue'
import { DeskApiError, failureOf } from '../api/DeskApiError'
import type { Failure } from '../../shared/ipc/result'

/**
 * Runs a call and keeps what every screen shows of it alike: pending, failure, retry. A call that starts while an
 * earlier one runs supersedes it: only the last one's outcome is shown. Bugs are reported and shown as unexpected.
 */
export function useAsyncAction<A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) {
  const pending = ref(false)
  const failure = shallowRef<Failure | null>(null)
  let latest = 0
  let lastArgs: A | null = null

  async function run(...args: A): Promise<T | undefined> {
    const turn = ++latest
    lastArgs = args
    pending.value = true
    failure.value = null
    try {
      return await work(...args)
    } catch (error) {
      if (!(error instanceof DeskApiError)) {
        reportError(error)
      }
      if (turn === latest) {
        failure.value = failureOf(error)
      }
      return undefined
    } finally {
      if (turn === latest) {
        pending.value = false
      }
    }
  }

  async function retry(): Promise<T | undefined> {
    return lastArgs === null ? undefined : await run(...lastArgs)
  }

  function dismiss(): void {
    failure.value = null
  }

  return { pending, failure, run, retry, dismiss }
}
