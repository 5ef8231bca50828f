import type { CalendarOverride, NamedDay, PublishedYear, WorkingHours } from './calendarData'
import { isoWeekday } from './chinaTime'

/**
 * Why a day is worked or not: an ordinary weekday or weekend, a day that the yearly notice makes a holiday or a
 * worked weekend (调休), or a day on which this desk is closed or open against the published calendar.
 */
export type DayKind = 'workday' | 'make-up-day' | 'weekend' | 'holiday' | 'local-closure' | 'local-opening'

/** Working time within a day, in minutes from midnight in China; `to` is no longer working time. */
export interface Slot {
  readonly from: number
  readonly to: number
}

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly kind: DayKind
  /** Empty on a day that is not worked. */
  readonly slots: readonly Slot[]
  /** The holiday that a named day belongs to, or the reason of a local change. */
  readonly name: { readonly zh: string; readonly en: string } | undefined
  /** False while the notice that decides about this day is not in the data: the weekday alone has been asked. */
  readonly confirmed: boolean
}

export interface WorkingCalendar {
  day(date: string): CalendarDay
}

export interface WorkingCalendarData {
  /** A later entry for a year replaces an earlier one, so an imported notice goes behind the shipped ones. */
  readonly publishedYears: readonly PublishedYear[]
  readonly workingHours: WorkingHours
  /** Of several that cover a day, the last one decides. */
  readonly overrides: readonly CalendarOverride[]
}

/**
 * From this day on the next year's notice can still decide: a New Year holiday of three days begins on 30 December at
 * the earliest, and its make-up day is the weekend before. Reading of the notices of 2008 to 2026.
 */
const NEXT_YEAR_DECIDES_FROM = '12-28'

/** Some five years. */
const MOST_KEPT_DAYS = 2000

/** Builds the calendar of a desk. The data has passed the schemas of `calendarData`; nothing is read from a clock. */
export function createWorkingCalendar(data: WorkingCalendarData): WorkingCalendar {
  const notices = new Map(data.publishedYears.map((published) => [published.year, published]))
  const daysOff = indexDays([...notices.values()].map((notice) => notice.daysOff))
  const makeUpDays = indexDays([...notices.values()].map((notice) => notice.makeUpDays))
  const usualSlots = slotsOf(data.workingHours)
  const newestFirst = data.overrides
    .map((override) => ({ override, slots: slotsOfOverride(override, usualSlots) }))
    .reverse()

  function isConfirmed(date: string): boolean {
    const year = Number(date.slice(0, 4))
    return notices.has(year) && (date.slice(5) < NEXT_YEAR_DECIDES_FROM || notices.has(year + 1))
  }

  function publishedDay(date: string): CalendarDay {
    const makeUpDay = makeUpDays.get(date)
    if (makeUpDay !== undefined) {
      return { date, kind: 'make-up-day', slots: usualSlots, name: nameOf(makeUpDay), confirmed: true }
    }
    const dayOff = daysOff.get(date)
    if (dayOff !== undefined) {
      return { date, kind: 'holiday', slots: [], name: nameOf(dayOff), confirmed: true }
    }
    const confirmed = isConfirmed(date)
    return isoWeekday(date) >= 6
      ? { date, kind: 'weekend', slots: [], name: undefined, confirmed }
      : { date, kind: 'workday', slots: usualSlots, name: undefined, confirmed }
  }

  function makeDay(date: string): CalendarDay {
    const found = newestFirst.find(({ override }) => override.from <= date && date <= override.to)
    if (found === undefined) {
      return publishedDay(date)
    }
    const { kind, reason } = found.override
    return {
      date,
      kind: kind === 'closed' ? 'local-closure' : 'local-opening',
      slots: found.slots,
      name: { zh: reason, en: reason },
      confirmed: true,
    }
  }

  /** Everybody asks for the same few hundred days again and again. */
  const known = new Map<string, CalendarDay>()

  return {
    day(date) {
      const kept = known.get(date)
      if (kept !== undefined) {
        return kept
      }
      if (known.size >= MOST_KEPT_DAYS) {
        known.clear()
      }
      const made = makeDay(date)
      known.set(date, made)
      return made
    },
  }
}

function indexDays(lists: ReadonlyArray<readonly NamedDay[]>): ReadonlyMap<string, NamedDay> {
  return new Map(lists.flat().map((named) => [named.date, named]))
}

function nameOf(named: NamedDay): { readonly zh: string; readonly en: string } {
  return { zh: named.nameZh, en: named.nameEn }
}

function slotsOf(hours: WorkingHours): readonly Slot[] {
  return hours.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
}

function slotsOfOverride(override: CalendarOverride, usualSlots: readonly Slot[]): readonly Slot[] {
  if (override.kind === 'closed') {
    return []
  }
  return override.hours === undefined ? usualSlots : slotsOf(override.hours)
}

function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5))
}
