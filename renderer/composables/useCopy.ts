import { onBeforeUnmount, ref } from 'vue'
import * as desk from '../api/deskApi'

const SHOWN_MS = 2500

/**
 * Copies text and says for a moment whether that worked. The shell does it, and takes the text off the clipboard again
 * after a minute: the window itself holds no permission for the clipboard.
 */
export function useCopy() {
  const state = ref<'idle' | 'copied' | 'failed'>('idle')
  let timer: number | undefined

  async function copy(text: string): Promise<void> {
    try {
      await desk.copyText(text)
      state.value = 'copied'
    } catch {
      state.value = 'failed'
    }
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      state.value = 'idle'
    }, SHOWN_MS)
  }

  onBeforeUnmount(() => {
    window.clearTimeout(timer)
  })

  return { state, copy }
}
