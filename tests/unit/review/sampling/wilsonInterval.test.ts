import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../../../../shared/review/sampling/wilsonInterval'

describe('wilsonInterval', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is from %f to %f', (events, trials, low, high) => {
    const interval = wilsonInterval(events / trials, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('ends where the score test stands at its bound, whole trials or not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (proportion, trials) => {
          const { low, high } = wilsonInterval(proportion, trials)
          for (const bound of [low, high]) {
            const score = (proportion - bound) / Math.sqrt((bound * (1 - bound)) / trials)
            expect(Math.abs(score)).toBeCloseTo(1.959963984540054, 5)
          }
          expect(low).toBeLessThan(proportion)
          expect(high).toBeGreaterThan(proportion)
        },
      ),
    )
  })

  it('is a mirror image of itself and never leaves what a proportion can be', () => {
    const [none, all] = [wilsonInterval(0, 7), wilsonInterval(1, 7)]
    expect(none.low).toBe(0)
    expect(all.high).toBe(1)
    expect(1 - all.low).toBeCloseTo(none.high, 12)
  })
})
