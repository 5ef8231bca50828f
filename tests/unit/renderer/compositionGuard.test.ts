import { describe, expect, it } from 'vitest'
import { createCompositionGuard } from '../../../renderer/composables/compositionGuard'

const enter = keyOf('Enter', 13)

function keyOf(key: string, keyCode: number) {
  return { key, keyCode, isComposing: false }
}

function guarded() {
  let now = 1000
  const guard = createCompositionGuard(() => now)
  return {
    guard,
    later: (ms: number) => {
      now += ms
    },
  }
}

describe('the guard of compositions', () => {
  it('leaves keys and forms alone while nobody composes', () => {
    const { guard } = guarded()
    expect(guard.takes(enter)).toBe(false)
    expect(guard.isSettling()).toBe(false)
  })

  it('keeps every key while a word is being composed, whatever the event says of itself', () => {
    const { guard } = guarded()
    guard.begin()
    expect(guard.takes(enter)).toBe(true)
    expect(guard.takes(keyOf('a', 65))).toBe(true)
    expect(guard.isSettling()).toBe(true)
  })

  it('keeps the Enter that some input methods report after the end, and no later one', () => {
    const { guard, later } = guarded()
    guard.begin()
    guard.end()
    later(10)
    expect(guard.takes(enter)).toBe(true)
    expect(guard.isSettling()).toBe(true)
    expect(guard.takes(keyOf('j', 74))).toBe(false)
    later(40)
    expect(guard.takes(enter)).toBe(false)
    expect(guard.isSettling()).toBe(false)
  })

  it.each([
    { ...enter, isComposing: true },
    { ...enter, keyCode: 229 },
  ])('keeps a key that says it is composed: %o', (event) => {
    expect(guarded().guard.takes(event)).toBe(true)
  })
})
