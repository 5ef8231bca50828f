import { computed, shallowRef } from 'vue'
import { useAsyncAction } from './useAsyncAction'

/** A list from a file: what the trial said of each line, then what became of it. */
export function useListImport<Answer>(
  tried: () => readonly Answer[],
  take: () => Promise<readonly Answer[]>,
  isApplied: (answer: Answer) => boolean,
) {
  const done = shallowRef<readonly Answer[] | null>(null)
  const isDone = computed(() => done.value !== null)
  const answers = computed(() => done.value ?? tried())
  const applicable = computed(() => answers.value.filter(isApplied).length)
  const apply = useAsyncAction(async () => {
    done.value = await take()
  })
  return { isDone, answers, applicable, apply }
}

export type ListImport = Pick<ReturnType<typeof useListImport>, 'isDone' | 'applicable' | 'apply'>
