import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClipboard } from '../../../electron/main/clipboard'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function systemClipboard() {
  let content = ''
  const copy = createClipboard(
    {
      write: (text) => Promise.resolve(void (content = text)),
      read: () => Promise.resolve(content),
      clear: () => Promise.resolve(void (content = '')),
    },
    (cause) => {
      throw cause
    },
  )
  return {
    copy,
    content: () => content,
    /** Another application copies. */
    replace: (text: string) => {
      content = text
    },
  }
}

describe('copied text', () => {
  it('is taken off the clipboard after a minute', async () => {
    const clipboard = systemClipboard()
    clipboard.copy('138')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(clipboard.content()).toBe('138')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(clipboard.content()).toBe('')
  })

  it('has its minute from the last copy on', async () => {
    const clipboard = systemClipboard()
    clipboard.copy('138')
    await vi.advanceTimersByTimeAsync(40_000)
    clipboard.copy('139')
    await vi.advanceTimersByTimeAsync(40_000)
    expect(clipboard.content()).toBe('139')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(clipboard.content()).toBe('')
  })

  it('leaves alone what somebody else has copied meanwhile', async () => {
    const clipboard = systemClipboard()
    clipboard.copy('138')
    clipboard.replace('of another application')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(clipboard.content()).toBe('of another application')
  })
})
