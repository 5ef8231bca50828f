import type { SampleOutcome } from './samplingPlan'
import { wilsonInterval } from './wilsonInterval'

/** Draws that share group, rate and result, counted. */
export interface SampleCount {
  readonly permille: number
  readonly drawn: boolean
  readonly outcome: SampleOutcome | null
  readonly count: number
}

/** `rate` is null while no look is finished: then nothing is known. */
interface ErrorEstimate {
  readonly passes: number
  readonly drawn: number
  readonly finished: number
  readonly faults: number
  readonly rate: { readonly value: number; readonly low: number; readonly high: number } | null
}

/**
 * What finished looks say of all passes: each stands for as many as its rate says (1/rate). The interval is Wilson's at the
 * effective number of looks (Kish, Survey Sampling, 1965); with one rate that is the number of looks.
 */
export function estimateErrors(counts: readonly SampleCount[]): ErrorEstimate {
  const drawn = counts.filter((part) => part.drawn)
  const finished = drawn.filter(({ outcome }) => outcome !== null)
  const faulty = finished.filter(({ outcome }) => outcome === 'overruled')
  const figures = {
    passes: total(counts, () => 1),
    drawn: total(drawn, () => 1),
    finished: total(finished, () => 1),
    faults: total(faulty, () => 1),
  }
  if (figures.finished === 0) {
    return { ...figures, rate: null }
  }
  const weight = total(finished, weightOf)
  const value = total(faulty, weightOf) / weight
  const effective = weight ** 2 / total(finished, (part) => weightOf(part) ** 2)
  return { ...figures, rate: { value, ...wilsonInterval(value, effective) } }
}

function weightOf({ permille }: SampleCount): number {
  return 1000 / permille
}

function total(counts: readonly SampleCount[], each: (part: SampleCount) => number): number {
  return counts.reduce((sum, part) => sum + each(part) * part.count, 0)
}
