import { chinaDate, chinaInstant, chinaTimeOfDay } from './chinaTime'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'
import { addWorkingDays, workingMinutesBetween, type WorkingInstant } from './workingTime'

/** A time limit in working days, with the place that states it. */
export interface DeadlineRule {
  readonly workingDays: number
  readonly source: string
}

/** Provider review (初审). Other providers allow one to two days; the plan of 2010 up to five for pre-verification. */
export const PROVIDER_REVIEW_DEADLINE: DeadlineRule = {
  workingDays: 1,
  source: 'Alibaba Cloud ICP filing guide and FAQ: the provider reviews within one business day',
}

export interface Countdown {
  readonly late: boolean
  /** Working minutes left, or overdue when late; whole and never negative. */
  readonly minutes: number
  readonly confirmed: boolean
}

const MS_PER_MINUTE = 60_000

/**
 * When a task received at this instant is due: so many working days later at the same wall time. Wall time outside
 * the hours of the due day moves to the next opening of that day, or to its closing when there is none. What arrives
 * on a day that is not worked has its last day whole, so it is due at that day's closing.
 * With equal hours on all days every task has exactly `workingDays` times a day's working minutes.
 */
export function dueAt(calendar: WorkingCalendar, rule: DeadlineRule, receivedAt: number): WorkingInstant {
  const received = calendar.day(chinaDate(receivedAt))
  const last = addWorkingDays(calendar, received.date, rule.workingDays)
  const lastDay = calendar.day(last.date)
  const minute =
    received.slots.length > 0
      ? clampToHours(chinaTimeOfDay(receivedAt) / MS_PER_MINUTE, lastDay)
      : closingOf(lastDay)
  return { at: chinaInstant(last.date, minute), confirmed: received.confirmed && last.confirmed }
}

/** How much working time is left until `due`, or has passed since, at the instant `now`. */
export function countdown(calendar: WorkingCalendar, due: WorkingInstant, now: number): Countdown {
  const { minutes, confirmed } = workingMinutesBetween(calendar, now, due.at)
  return { late: now > due.at, minutes: Math.abs(minutes), confirmed: confirmed && due.confirmed }
}

function clampToHours(minute: number, day: CalendarDay): number {
  const slot = day.slots.find(({ to }) => minute <= to)
  return slot === undefined ? closingOf(day) : Math.max(minute, slot.from)
}

function closingOf(day: CalendarDay): number {
  return Math.max(...day.slots.map(({ to }) => to))
}
