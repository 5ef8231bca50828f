import { describe, expect, it } from 'vitest'
import { createHandWatch } from '../../../electron/main/handWatch'

describe('a hand at the desk', () => {
  it.each(['rawKeyDown', 'char', 'mouseDown', 'mouseWheel', 'touchStart'])('is told by %s', (type) => {
    expect(createHandWatch(() => 0)(type)).toBe(true)
  })

  it.each(['mouseEnter', 'mouseLeave'])('is not told by %s: a window beside this one was closed', (type) => {
    expect(createHandWatch(() => 0)(type)).toBe(false)
  })

  it('is told by moves that follow each other, and not by single ones, however many', () => {
    let now = 0
    const isHand = createHandWatch(() => now)
    for (let move = 0; move < 50; move += 1) {
      now += 400
      expect(isHand('mouseMove')).toBe(false)
    }
    now += 10_000
    const told = [0, 16, 16, 16, 16].map((passed) => {
      now += passed
      return isHand('mouseMove')
    })
    expect(told).toEqual([false, false, false, true, true])
  })
})
