import type { WorkingCalendar } from './workingCalendar'
import { addWorkingMinutes, workingMinutesBetween, type WorkingInstant } from './workingTime'

/**
 * A span in which time does not run, because the applicant is waited for. Instants are epoch milliseconds; `to` is
 * null while it lasts. What of it lies outside of working time counts nothing.
 */
export interface Pause {
  readonly from: number
  readonly to: number | null
}

/** Working minutes between two instants without those of the pauses; overlapping pauses count once. */
export function unpausedMinutes(
  calendar: WorkingCalendar,
  span: { readonly from: number; readonly to: number },
  pauses: readonly Pause[],
): number {
  return running(span.from, pauses, span.to)
    .map(({ from, to }) => workingMinutesBetween(calendar, from, to ?? span.to).minutes)
    .reduce((sum, minutes) => sum + minutes, 0)
}

/**
 * The instant at which `minutes` working minutes have passed since `from`, without those of the pauses. Null while a
 * pause lasts before that: nobody knows yet.
 */
export function addUnpausedMinutes(
  calendar: WorkingCalendar,
  from: number,
  minutes: number,
  pauses: readonly Pause[],
): WorkingInstant | null {
  let left = minutes
  let confirmed = true
  for (const span of running(from, pauses, null)) {
    const due = addWorkingMinutes(calendar, span.from, left)
    confirmed &&= due.confirmed
    if (span.to === null || due.at <= span.to) {
      return { at: due.at, confirmed }
    }
    left -= workingMinutesBetween(calendar, span.from, span.to).minutes
  }
  return null
}

/** The spans between the pauses, from `from` until `until`; the last has no end when there is none. */
function running(
  from: number,
  pauses: readonly Pause[],
  until: number | null,
): ReadonlyArray<{ readonly from: number; readonly to: number | null }> {
  const spans: { from: number; to: number | null }[] = []
  let start = from
  for (const pause of pauses.toSorted((one, other) => one.from - other.from)) {
    if (until !== null && pause.from >= until) {
      break
    }
    if (pause.from > start) {
      spans.push({ from: start, to: pause.from })
    }
    if (pause.to === null) {
      return spans
    }
    start = Math.max(start, pause.to)
  }
  if (until === null || start < until) {
    spans.push({ from: start, to: until })
  }
  return spans
}
