import { ref, shallowRef } from 'vue'
import { failureOf } from '../api/DeskApiError'
import type { Failure } from '../../shared/ipc/result'

/** Typing pauses shorter than this do not cause a save of their own. */
const SAVE_DELAY_MS = 300

export type SaveState = 'saved' | 'pending' | 'saving' | 'failed'

/**
 * Saves what is typed: soon after each change, one save at a time, the newest content last. A save that fails keeps
 * the content marked as unsaved and is tried again with the next change or flush.
 */
export function createDraftSaver(save: () => Promise<{ readonly savedAt: string }>) {
  const state = ref<SaveState>('saved')
  const savedAt = ref<string | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let dirty = false

  /** Something changed: save it soon. */
  function touch(): void {
    dirty = true
    state.value = 'pending'
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), SAVE_DELAY_MS)
  }

  /** Saves what is unsaved now; settles when it is stored or has failed. True when nothing is left unsaved. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    while (running !== null) {
      await running
    }
    if (dirty) {
      running = saveOnce()
      await running
    }
    return !dirty
  }

  async function saveOnce(): Promise<void> {
    dirty = false
    state.value = 'saving'
    try {
      savedAt.value = (await save()).savedAt
      failure.value = null
      state.value = isDirtyNow() ? 'pending' : 'saved'
    } catch (error) {
      dirty = true
      failure.value = failureOf(error)
      state.value = 'failed'
    } finally {
      running = null
    }
  }

  /** Read anew: typing may have gone on while the save was under way. */
  function isDirtyNow(): boolean {
    return dirty
  }

  /** Forgets what is unsaved; for another case. */
  function reset(): void {
    clearTimeout(timer)
    dirty = false
    state.value = 'saved'
    savedAt.value = null
    failure.value = null
  }

  function isDirty(): boolean {
    return dirty || running !== null
  }

  return { state, savedAt, failure, touch, flush, reset, isDirty }
}
