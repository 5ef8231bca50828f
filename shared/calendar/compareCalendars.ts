import type { CalendarFile, CalendarOverride, PublishedYear, WorkingHours } from './calendarData'
import { addDays } from './chinaTime'
import { createDeskCalendar } from './deskCalendar'
import { PUBLISHED_YEARS } from './publishedYears'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'
import { canonicalJson } from '../canonicalJson'

/** What another calendar changes for the people who work by it. */
export interface CalendarDifference {
  /** Days that are worked or not, for another reason, or at other hours of their own; by date. */
  readonly days: ReadonlyArray<{ readonly before: CalendarDay; readonly after: CalendarDay }>
  /** Usual hours, where they change: each worked day without hours of its own has the new ones. */
  readonly hours: { readonly before: WorkingHours; readonly after: WorkingHours } | null
}

/** The difference that `after` makes to `before`, day by day. */
export function compareCalendars(before: CalendarFile, after: CalendarFile): CalendarDifference {
  const isSameHours = canonicalJson(before.workingHours) === canonicalJson(after.workingHours)
  // The usual hours are told once, not for each of their days.
  const earlier = createDeskCalendar({ ...before, workingHours: after.workingHours })
  const later = createDeskCalendar(after)
  const days = touchedDates(before, after)
    .map((date) => ({ before: earlier.day(date), after: later.day(date) }))
    .filter((day) => lookOf(day.before) !== lookOf(day.after))
  return { days, hours: isSameHours ? null : { before: before.workingHours, after: after.workingHours } }
}

/** The parts of `one` that `other` does not have: what an audit keeps of before and after. */
export function partsMissingIn(other: CalendarFile, one: CalendarFile): Partial<CalendarFile> {
  const publishedYears = missingIn(other.publishedYears, one.publishedYears)
  const overrides = missingIn(other.overrides, one.overrides)
  return {
    ...(canonicalJson(one.workingHours) === canonicalJson(other.workingHours)
      ? {}
      : { workingHours: one.workingHours }),
    ...(publishedYears.length === 0 ? {} : { publishedYears }),
    ...(overrides.length === 0 ? {} : { overrides }),
  }
}

/**
 * The last day up to which every day from `from` on is confirmed by a notice or by the team; null when `from` is not.
 * Looks ten years ahead: no notice is that early.
 */
export function confirmedUntil(calendar: WorkingCalendar, from: string): string | null {
  const end = addDays(from, 3653)
  let last: string | null = null
  for (let date = from; date < end && calendar.day(date).confirmed; date = addDays(date, 1)) {
    last = date
  }
  return last
}

function lookOf({ kind, slots, name }: CalendarDay): string {
  return canonicalJson({ kind, slots, name: name ?? null })
}

/** Days of which the two calendars say different things, before that is looked at: by date, each once. */
function touchedDates(before: CalendarFile, after: CalendarFile): readonly string[] {
  const overrides = bothWays(before.overrides, after.overrides)
  const years = new Set(bothWays(before.publishedYears, after.publishedYears).map(({ year }) => year))
  const notices = [...PUBLISHED_YEARS, ...before.publishedYears, ...after.publishedYears].filter(({ year }) =>
    years.has(year),
  )
  return [...new Set([...overrides.flatMap(datesOf), ...notices.flatMap(namedDatesOf)])].toSorted()
}

function datesOf({ from, to }: CalendarOverride): readonly string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    dates.push(date)
  }
  return dates
}

function namedDatesOf({ daysOff, makeUpDays }: PublishedYear): readonly string[] {
  return [...daysOff, ...makeUpDays].map(({ date }) => date)
}

function bothWays<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return [...missingIn(after, before), ...missingIn(before, after)]
}

function missingIn<T>(others: readonly T[], own: readonly T[]): readonly T[] {
  const known = new Set(others.map((other) => canonicalJson(other)))
  return own.filter((one) => !known.has(canonicalJson(one)))
}
