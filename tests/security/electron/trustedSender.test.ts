import type { WebContents, WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '../../../electron/main/trustedSender'

const frameOf = (origin: string): WebFrameMain => ({ origin }) as unknown as WebFrameMain
const contentsOf = (mainFrame: WebFrameMain): WebContents => ({ mainFrame }) as unknown as WebContents

describe('a call over the bridge', () => {
  const main = frameOf('app://desk')
  const window = contentsOf(main)

  it('is taken from the main frame of our window, at our origin', () => {
    expect(isTrustedSender({ sender: window, senderFrame: main }, window)).toBe(true)
  })

  it('is refused from another window that shows the same page', () => {
    const other = contentsOf(main)
    expect(isTrustedSender({ sender: other, senderFrame: main }, window)).toBe(false)
  })

  it('is refused from a frame within our page', () => {
    expect(isTrustedSender({ sender: window, senderFrame: frameOf('app://desk') }, window)).toBe(false)
  })

  it.each(['https://desk', 'app://other', 'app://desk.evil.example', 'file://', 'null', ''])(
    'is refused from our main frame when it has come to %s',
    (origin) => {
      const elsewhere = frameOf(origin)
      const gone = contentsOf(elsewhere)
      expect(isTrustedSender({ sender: gone, senderFrame: elsewhere }, gone)).toBe(false)
    },
  )

  it('is refused from a frame that is gone', () => {
    expect(isTrustedSender({ sender: window, senderFrame: null }, window)).toBe(false)
  })
})
