/** A key as bindings name it: `j`, `1`, `Enter`, `Ctrl+k`, `Shift+b`, `?`. */
export interface KeyBinding {
  readonly key: string
  /** Message key of what it does, shown in the help of this place. */
  readonly label: string
  readonly run: (event: KeyboardEvent) => void
  /** Also while a text field has the focus. */
  readonly inFields?: boolean
  readonly enabled?: () => boolean
  /** Left out of the help: a second key for the same thing. */
  readonly hidden?: boolean
}

/** What of a keyboard event is looked at. keyCode is old, but input methods speak through nothing else. */
interface KeyFacts {
  readonly key: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** keyCode of a key that the input method has swallowed. */
const SWALLOWED_BY_INPUT_METHOD = 229

/**
 * True while the input method composes. Chromium reports the Enter that ends a composition with `isComposing`
 * false in some input methods but always with keyCode 229, so both are asked.
 */
export function isComposing(event: Pick<KeyFacts, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === SWALLOWED_BY_INPUT_METHOD
}

/** Whether the event is the key that the binding names. Ctrl and the Mac's command key are the same. */
export function matchesKey(event: KeyFacts, name: string): boolean {
  const parts = name.split('+')
  const key = parts.at(-1) ?? ''
  const wantsControl = parts.length > 1 && parts[0] === 'Ctrl'
  const wantsShift = parts.length > 1 && parts[0] === 'Shift'
  const hasControl = event.ctrlKey || event.metaKey
  // Without the word a name stands for both: `?` needs Shift on most keyboards and on some none.
  if (event.altKey || hasControl !== wantsControl || (wantsShift && !event.shiftKey)) {
    return false
  }
  return event.key === key || event.key.toLowerCase() === key.toLowerCase()
}

/** Whether typing goes into this element, so that single keys belong to it. */
export function takesTyping(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target)) {
    return false
  }
  const element = target as HTMLElement
  if (element.tagName === 'INPUT') {
    return !['checkbox', 'radio', 'button'].includes((element as HTMLInputElement).type)
  }
  return element.tagName === 'TEXTAREA' || element.tagName === 'SELECT' || element.isContentEditable
}

/** Whether the element answers this key by itself: Enter and Space press a focused button, with Ctrl they do not. */
export function pressesTarget(
  event: Pick<KeyFacts, 'key' | 'ctrlKey' | 'metaKey'>,
  target: EventTarget | null,
): boolean {
  if (event.ctrlKey || event.metaKey) {
    return false
  }
  if ((event.key !== 'Enter' && event.key !== ' ') || target === null || !('tagName' in target)) {
    return false
  }
  const { tagName } = target as HTMLElement
  return tagName === 'BUTTON' || tagName === 'A' || tagName === 'SUMMARY'
}
