import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWaiter } from '../../../electron/workflows/sync/waiter'

describe('a wait that can be cut short', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('ends by itself after its time', async () => {
    const ended = vi.fn()
    void createWaiter().wait(4000).then(ended)
    await vi.advanceTimersByTimeAsync(3999)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('ends at once when woken, and leaves no timer behind', async () => {
    const waiter = createWaiter()
    const waiting = waiter.wait(4000)
    waiter.wake()
    await waiting
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps a wake that came while nobody waited, once', async () => {
    const waiter = createWaiter()
    waiter.wake()
    waiter.wake()
    await waiter.wait(4000)
    void waiter.wait(4000)
    expect(vi.getTimerCount()).toBe(1)
  })
})
