import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdleLock } from '../../../electron/main/idleLock'

const MINUTE = 60_000
const START = Date.parse('2026-11-20T10:30:00+08:00')

describe('a desk that nobody touches', () => {
  let locks = 0
  let opening: number | null = 1
  let minutes = 10
  let idle: ReturnType<typeof createIdleLock>

  beforeEach(() => {
    vi.useFakeTimers({ now: START })
    locks = 0
    opening = 1
    minutes = 10
    idle = createIdleLock({
      minutes: () => minutes,
      opening: () => opening,
      lock: () => {
        locks += 1
        opening = null
      },
      now: Date.now,
    })
  })
  afterEach(() => {
    idle.stop()
    vi.useRealTimers()
  })

  it('locks after the minutes, and no sooner', () => {
    vi.advanceTimersByTime(10 * MINUTE)
    expect(locks).toBe(0)
    vi.advanceTimersByTime(10_000)
    expect(locks).toBe(1)
  })

  it('stays open as long as somebody is there', () => {
    for (let count = 0; count < 30; count += 1) {
      vi.advanceTimersByTime(9 * MINUTE)
      idle.touch()
    }
    expect(locks).toBe(0)
  })

  it('follows the setting at once', () => {
    vi.advanceTimersByTime(2 * MINUTE)
    minutes = 1
    vi.advanceTimersByTime(5_000)
    expect(locks).toBe(1)
  })

  it('locks after a sleep of the machine, during which no timer ran', () => {
    vi.advanceTimersByTime(MINUTE)
    vi.setSystemTime(START + 60 * MINUTE)
    vi.advanceTimersByTime(5_000)
    expect(locks).toBe(1)
  })

  it('is not kept open by a clock that was put back', () => {
    vi.advanceTimersByTime(MINUTE)
    idle.touch()
    vi.setSystemTime(START - 24 * 60 * MINUTE)
    vi.advanceTimersByTime(10 * MINUTE + 10_000)
    expect(locks).toBe(1)
  })

  it('counts anew from the sign-in, and never locks what is not open', () => {
    opening = null
    vi.advanceTimersByTime(60 * MINUTE)
    expect(locks).toBe(0)
    opening = 2
    vi.advanceTimersByTime(10 * MINUTE - 5_000)
    expect(locks).toBe(0)
    vi.advanceTimersByTime(20_000)
    expect(locks).toBe(1)
  })

  it('counts anew after an unlocking that came between two looks', () => {
    vi.advanceTimersByTime(10 * MINUTE - 1)
    opening = 2
    vi.advanceTimersByTime(10 * MINUTE - 5_000)
    expect(locks).toBe(0)
    vi.advanceTimersByTime(10_000)
    expect(locks).toBe(1)
  })
})
