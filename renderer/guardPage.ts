import * as desk from './api/deskApi'

type TextField = HTMLInputElement | HTMLTextAreaElement

/**
 * Limits of what leaves the page by hand. Copied is what copy buttons give and what the person typed; both go through
 * the shell, which takes them off the clipboard after a minute. Nothing is dragged out, nothing dropped in.
 */
export function guardPage(page: Document): void {
  for (const name of ['copy', 'cut'] as const) {
    page.addEventListener(name, takeOver, { capture: true })
  }
  for (const name of ['dragstart', 'dragover', 'drop'] as const) {
    page.addEventListener(name, refuse, { capture: true })
  }
}

function refuse(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

function takeOver(event: ClipboardEvent): void {
  refuse(event)
  const field = event.target
  if (!isTextField(field) || field.type === 'password') {
    return
  }
  const { selectionStart, selectionEnd } = field
  const text = field.value.slice(selectionStart ?? 0, selectionEnd ?? 0)
  if (text === '') {
    return
  }
  // A refusal leaves the clipboard as it was, which is what the person then sees when pasting.
  desk.copyText(text).catch(() => undefined)
  if (event.type === 'cut' && !field.readOnly) {
    field.setRangeText('')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteByCut' }))
  }
}

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
