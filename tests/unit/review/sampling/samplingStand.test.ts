import { describe, expect, it } from 'vitest'
import type { SampleOutcome } from '../../../../shared/review/sampling/samplingPlan'
import { afterLook, FIRST_STAND, type SamplingStand } from '../../../../shared/review/sampling/samplingStand'

const RULE = { tightenFaults: 2, tightenOf: 5, relaxAfter: 3, reduceAfter: 6 }

/** One letter a look: `.` agreed, `u` upheld, `x` overruled. */
function after(looks: string, from: SamplingStand = FIRST_STAND): SamplingStand {
  const outcomes = { '.': 'agreed', u: 'upheld', x: 'overruled' } as const
  return Array.from(looks).reduce(
    (stand, letter) =>
      afterLook(stand, outcomes[letter as keyof typeof outcomes] satisfies SampleOutcome, RULE),
    from,
  )
}

describe('afterLook', () => {
  it.each([
    ['', 'normal'],
    ['x', 'normal'],
    ['xx', 'tightened'],
    ['x...x', 'tightened'],
    ['x....x', 'normal'],
    ['.....', 'normal'],
    ['......', 'reduced'],
    ['.u.u..', 'reduced'],
    ['......x', 'normal'],
    ['......xx', 'normal'],
    ['......xxx', 'tightened'],
    ['xx..', 'tightened'],
    ['xx...', 'normal'],
    ['xx..x..', 'tightened'],
    ['xx.........', 'reduced'],
  ])('leads by %s to %s', (looks, level) => {
    expect(after(looks).level).toBe(level)
  })

  it('forgets the looks before a switch, and keeps no more of them than the rule needs', () => {
    expect(after('xx').faults).toEqual([])
    expect(after('......').faults).toEqual([])
    expect(after('.'.repeat(200)).faults.length).toBeLessThanOrEqual(6)
  })
})
