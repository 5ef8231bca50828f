import type { ControlOutcome } from './controlOutcome'
import { wilsonInterval } from '../sampling/wilsonInterval'

/** Decisions about control cases by what they came to. `rate` is null while nothing was decided. */
interface DetectionFigure {
  readonly found: number
  readonly other: number
  readonly missed: number
  readonly escalated: number
  readonly rate: { readonly value: number; readonly low: number; readonly high: number } | null
}

/**
 * How often the built-in fault was found, with Wilson's 95 % interval. Returned for something else counts as not found;
 * escalations are in no rate: whoever hands a case up has neither found nor missed the fault.
 */
export function detectionRate(
  counts: ReadonlyArray<{ readonly outcome: ControlOutcome; readonly count: number }>,
): DetectionFigure {
  const of = (wanted: ControlOutcome): number =>
    counts.filter(({ outcome }) => outcome === wanted).reduce((sum, { count }) => sum + count, 0)
  const figure = { found: of('found'), other: of('other'), missed: of('missed'), escalated: of('escalated') }
  const decided = figure.found + figure.other + figure.missed
  const value = figure.found / decided
  return { ...figure, rate: decided === 0 ? null : { value, ...wilsonInterval(value, decided) } }
}
