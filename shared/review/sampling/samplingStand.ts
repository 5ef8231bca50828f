import type { SampleOutcome, SamplingLevel, SamplingTerms } from './samplingPlan'

/** Where a reviewer stands in a plan: the level, and the finished looks since it was reached, oldest first (true: a fault). */
export interface SamplingStand {
  readonly level: SamplingLevel
  readonly faults: readonly boolean[]
}

export const FIRST_STAND: SamplingStand = { level: 'normal', faults: [] }

/** The stand after one more finished look. A switch forgets the looks before it. */
export function afterLook(
  { level, faults }: SamplingStand,
  outcome: SampleOutcome,
  rule: SamplingTerms['rule'],
): SamplingStand {
  const longest = Math.max(rule.tightenOf, rule.relaxAfter, rule.reduceAfter)
  const looks = [...faults, outcome === 'overruled'].slice(-longest)
  const next = nextLevel(level, looks, rule)
  return next === level ? { level, faults: looks } : { level: next, faults: [] }
}

function nextLevel(
  level: SamplingLevel,
  looks: readonly boolean[],
  { tightenFaults, tightenOf, relaxAfter, reduceAfter }: SamplingTerms['rule'],
): SamplingLevel {
  switch (level) {
    case 'reduced':
      return looks.at(-1) === true ? 'normal' : 'reduced'
    case 'tightened':
      return isFlawless(looks, relaxAfter) ? 'normal' : 'tightened'
    case 'normal': {
      if (looks.slice(-tightenOf).filter(Boolean).length >= tightenFaults) {
        return 'tightened'
      }
      return isFlawless(looks, reduceAfter) ? 'reduced' : 'normal'
    }
  }
}

function isFlawless(looks: readonly boolean[], last: number): boolean {
  return looks.length >= last && !looks.slice(-last).includes(true)
}
