import { describe, expect, it } from 'vitest'
import { estimateErrors, type SampleCount } from '../../../../shared/review/sampling/estimateErrors'
import { wilsonInterval } from '../../../../shared/review/sampling/wilsonInterval'

function looks(permille: number, outcome: SampleCount['outcome'], count: number, drawn = true): SampleCount {
  return { permille, drawn, outcome, count }
}

/** A small generator with a stated seed (mulberry32): the same run every time. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('estimateErrors', () => {
  it('knows nothing before a look is finished, however many are drawn', () => {
    expect(estimateErrors([looks(100, null, 4), looks(100, null, 50, false)])).toEqual({
      passes: 54,
      drawn: 4,
      finished: 0,
      faults: 0,
      rate: null,
    })
  })

  it('is the plain proportion with Wilson’s interval where every pass had one rate', () => {
    const counts = [
      looks(50, 'agreed', 57),
      looks(50, 'upheld', 1),
      looks(50, 'overruled', 2),
      looks(50, null, 900, false),
    ]
    const { rate, ...figures } = estimateErrors(counts)
    expect(figures).toEqual({ passes: 960, drawn: 60, finished: 60, faults: 2 })
    expect(rate?.value).toBeCloseTo(2 / 60, 12)
    expect(rate?.high).toBeCloseTo(wilsonInterval(2 / 60, 60).high, 9)
    expect(rate?.low).toBeCloseTo(wilsonInterval(2 / 60, 60).low, 9)
  })

  it('lets a look at a seldom drawn pass stand for more', () => {
    // Half of 20 passes with 10 faults, a hundredth of 1000 with none: 10 of 1020 are faulty, not 5 of 20.
    const { rate } = estimateErrors([
      looks(500, 'overruled', 5),
      looks(500, 'agreed', 5),
      looks(10, 'agreed', 10),
    ])
    expect(rate?.value).toBeCloseTo(10 / 1020, 12)
  })

  it('holds the true rate in its interval about as often as it says', () => {
    const random = makeRandom(20_261_122)
    const truth = [
      { permille: 50, faulty: 0.03 },
      { permille: 300, faulty: 0.12 },
    ]
    const share = truth.reduce((sum, { faulty }) => sum + faulty, 0) / truth.length
    let held = 0
    for (let run = 0; run < 200; run += 1) {
      const counts = truth.flatMap(({ permille, faulty }) =>
        Array.from({ length: 1500 }, (): SampleCount => {
          const isFaulty = random() < faulty
          const drawn = random() * 1000 < permille
          return looks(permille, drawn ? (isFaulty ? 'overruled' : 'agreed') : null, 1, drawn)
        }),
      )
      const { rate } = estimateErrors(counts)
      held += rate !== null && rate.low <= share && share <= rate.high ? 1 : 0
    }
    expect(held / 200).toBeGreaterThan(0.92)
  })
})
