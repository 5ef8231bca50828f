import { computed, type Ref } from 'vue'
import type { Failure } from '../../shared/ipc/result'

interface FailingAction {
  readonly failure: Readonly<Ref<Failure | null>>
  readonly retry: () => Promise<unknown>
  readonly dismiss: () => void
}

/** Those of a view's actions that failed, for one place that shows them. */
export function useFailures(actions: Readonly<Record<string, FailingAction>>) {
  return computed(() =>
    Object.entries(actions).flatMap(([name, { failure, retry, dismiss }]) =>
      failure.value === null ? [] : [{ name, failure: failure.value, retry, dismiss }],
    ),
  )
}
