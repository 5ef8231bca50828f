import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLockAfterSave } from '../../../electron/main/lockAfterSave'

const GRACE = 3_000

describe('a lock that lets the page save first', () => {
  let opening: number | null = 1
  const askPage = vi.fn()
  const lock = vi.fn()
  const lockDesk = createLockAfterSave({ opening: () => opening, askPage, lock })

  beforeEach(() => {
    vi.useFakeTimers()
    opening = 1
    askPage.mockClear()
    lock.mockClear()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks the page, and does not wait for one that hangs', () => {
    lockDesk()
    expect(askPage).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(GRACE - 1)
    expect(lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(lock).toHaveBeenCalledTimes(1)
  })

  it('leaves the desk open to a person who was back before the grace was over', () => {
    lockDesk()
    opening = null
    vi.advanceTimersByTime(1_000)
    opening = 2
    vi.advanceTimersByTime(GRACE)
    expect(lock).not.toHaveBeenCalled()
  })

  it('has nothing to lock while nobody is signed in', () => {
    opening = null
    lockDesk()
    vi.advanceTimersByTime(GRACE)
    expect(askPage).not.toHaveBeenCalled()
    expect(lock).not.toHaveBeenCalled()
  })
})
