import { describe, expect, it } from 'vitest'
import { reachShare } from '../../../shared/calls/reachShare'

describe('The share of calls that reached somebody', () => {
  it('is not given for fewer than five', () => {
    expect(reachShare({ attempts: 0, reached: 0 })).toBeNull()
    expect(reachShare({ attempts: 4, reached: 4 })).toBeNull()
  })

  it('has the interval of Wilson (Newcombe 1998: 81 of 263)', () => {
    const share = reachShare({ attempts: 263, reached: 81 })
    expect(share?.value).toBeCloseTo(0.308, 3)
    expect(share?.low).toBeCloseTo(0.2553, 4)
    expect(share?.high).toBeCloseTo(0.3662, 4)
  })

  it('stays within none and all', () => {
    expect(reachShare({ attempts: 5, reached: 0 })).toMatchObject({ value: 0, low: 0 })
    expect(reachShare({ attempts: 5, reached: 5 })).toMatchObject({ value: 1, high: 1 })
  })
})
