import { onBeforeUnmount, ref } from 'vue'

const SHOWN_MS = 2500

/**
 * Copies text and says for a moment whether that worked. The window holds no permission for the clipboard of the web,
 * so the text is selected and copied as a person would copy it; that needs none.
 */
export function useCopy() {
  const state = ref<'idle' | 'copied' | 'failed'>('idle')
  let timer: number | undefined

  function copy(text: string): void {
    const focused = document.activeElement
    const field = document.createElement('textarea')
    field.className = 'visually-hidden'
    field.value = text
    document.body.append(field)
    field.select()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor asks for a permission that is refused
    state.value = document.execCommand('copy') ? 'copied' : 'failed'
    field.remove()
    if (focused instanceof HTMLElement) {
      focused.focus()
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
