import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelay } from '../../../electron/workflows/sync/retryDelay'

describe('pause before the next exchange', () => {
  it('doubles with each failure up to half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 50].map((failures) => retryDelay(failures, () => 0))
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is a few seconds while all is well', () => {
    expect(retryDelay(0, () => 0.9)).toBe(4000)
  })

  it('is shortened by at most a quarter, so that a team does not come back all at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const longest = retryDelay(failures, () => 0)
          const pause = retryDelay(failures, () => chance)
          expect(pause).toBeGreaterThanOrEqual(longest * 0.75)
          expect(pause).toBeLessThanOrEqual(longest)
        },
      ),
    )
  })
})
