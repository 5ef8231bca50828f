import { addDays, chinaDate, chinaTimeOfDay } from './chinaTime'
import { intervalsOf, isWorked } from './daySlots'
import { searchDays } from './searchDays'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'

/** `confirmed` is false when a day was counted whose notice is not in the data: show it, do not hide it. */
export interface WorkingDate {
  readonly date: string
  readonly confirmed: boolean
}

export interface WorkingInstant {
  /** Epoch milliseconds. */
  readonly at: number
  readonly confirmed: boolean
}

export interface WorkingSpan {
  /** Whole working minutes, cut towards zero; negative when the end lies before the start. */
  readonly minutes: number
  readonly confirmed: boolean
}

/**
 * What a clock on the desk shows. `lunch` is a gap between two slots of a worked day, `holiday` a named day off or a
 * local closure, `closed` the rest: before opening, after closing, a weekend.
 */
export interface WorkingState {
  readonly state: 'open' | 'lunch' | 'closed' | 'holiday'
  readonly day: CalendarDay
  /** End of the present slot, epoch milliseconds; undefined unless open. */
  readonly closesAt: number | undefined
  /** Start of the next slot, epoch milliseconds; the next one after this when open. */
  readonly nextOpeningAt: number
  /** False when this day or one on the way to the next opening is unconfirmed. */
  readonly confirmed: boolean
}

const MS_PER_MINUTE = 60_000

/**
 * The working day that is `count` working days after `date`, or before it when negative; never zero. The day itself
 * does not count, worked or not: one working day from a Friday is Monday, and so it is from the Saturday.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: string, count: number): WorkingDate {
  requireWhole(Math.abs(count), 1)
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  const { found, confirmed } = searchDays(calendar, addDays(date, step), step, (day) => {
    left -= isWorked(day) ? 1 : 0
    return left === 0 ? day.date : undefined
  })
  return { date: found, confirmed }
}

/** The first instant at which `minutes` working minutes (a whole number from 0) have passed since `from`. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: number, minutes: number): WorkingInstant {
  requireWhole(minutes, 0)
  let left = minutes * MS_PER_MINUTE
  const { found, confirmed } = searchDays(calendar, chinaDate(from), 1, (day) => {
    if (left === 0) {
      return from
    }
    for (const interval of intervalsOf(day)) {
      const start = Math.max(interval.from, from)
      const available = Math.max(0, interval.to - start)
      if (left <= available) {
        return start + left
      }
      left -= available
    }
    return undefined
  })
  return { at: found, confirmed }
}

/**
 * The last instant from which `minutes` working minutes (a whole number from 0) pass until `to`. It takes back what
 * `addWorkingMinutes` added: exactly inside a slot, and from outside of one to the opening that follows.
 */
export function subtractWorkingMinutes(
  calendar: WorkingCalendar,
  to: number,
  minutes: number,
): WorkingInstant {
  requireWhole(minutes, 0)
  let left = minutes * MS_PER_MINUTE
  const { found, confirmed } = searchDays(calendar, chinaDate(to), -1, (day) => {
    if (left === 0) {
      return to
    }
    for (const interval of intervalsOf(day).toReversed()) {
      const end = Math.min(interval.to, to)
      const available = Math.max(0, end - interval.from)
      if (left <= available) {
        return end - left
      }
      left -= available
    }
    return undefined
  })
  return { at: found, confirmed }
}

/** Working time between two instants, signed. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: number, to: number): WorkingSpan {
  if (to < from) {
    const { minutes, confirmed } = workingMinutesBetween(calendar, to, from)
    return { minutes: minutes === 0 ? 0 : -minutes, confirmed }
  }
  const lastDate = chinaDate(to)
  let worked = 0
  let confirmed = true
  for (let date = chinaDate(from); date <= lastDate; date = addDays(date, 1)) {
    const day = calendar.day(date)
    confirmed &&= day.confirmed
    for (const interval of intervalsOf(day)) {
      worked += Math.max(0, Math.min(interval.to, to) - Math.max(interval.from, from))
    }
  }
  return { minutes: Math.floor(worked / MS_PER_MINUTE), confirmed }
}

/** Whether the desk works at this instant, and until or from when. */
export function workingStateAt(calendar: WorkingCalendar, at: number): WorkingState {
  const day = calendar.day(chinaDate(at))
  const current = intervalsOf(day).find((interval) => interval.from <= at && at < interval.to)
  const next = nextOpening(calendar, at)
  return {
    state: current === undefined ? closedState(day, at) : 'open',
    day,
    closesAt: current?.to,
    nextOpeningAt: next.at,
    confirmed: next.confirmed,
  }
}

/** The first start of a slot after this instant. */
function nextOpening(calendar: WorkingCalendar, at: number): WorkingInstant {
  const { found, confirmed } = searchDays(
    calendar,
    chinaDate(at),
    1,
    (day) => intervalsOf(day).find((interval) => interval.from > at)?.from,
  )
  return { at: found, confirmed }
}

function closedState(day: CalendarDay, at: number): 'lunch' | 'closed' | 'holiday' {
  if (!isWorked(day)) {
    return day.kind === 'weekend' ? 'closed' : 'holiday'
  }
  const minute = chinaTimeOfDay(at) / MS_PER_MINUTE
  const opened = day.slots.some((slot) => slot.to <= minute)
  const opensAgain = day.slots.some((slot) => slot.from > minute)
  return opened && opensAgain ? 'lunch' : 'closed'
}

function requireWhole(count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least) {
    throw new RangeError(`Working time is counted in whole numbers from ${least}`)
  }
}
