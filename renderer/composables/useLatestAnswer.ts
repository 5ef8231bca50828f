import { shallowRef } from 'vue'
import { useAsyncAction } from './useAsyncAction'

/** What was asked for last and answered: a slower answer to an earlier question does not take the place of a later one. */
export function useLatestAnswer<T>(ask: () => Promise<T>) {
  const answer = shallowRef<T | null>(null)
  let turn = 0
  const load = useAsyncAction(async () => {
    const asked = ++turn
    const found = await ask()
    if (asked === turn) {
      answer.value = found
    }
  })
  return { answer, load }
}
