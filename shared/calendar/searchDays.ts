import { addDays } from './chinaTime'
import { isWorked } from './daySlots'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'

/** The longest closure that still means something; beyond it the calendar's data is broken. */
const LONGEST_CLOSURE_DAYS = 400

/**
 * Visits the days from `date` on, forwards or backwards, until one gives an answer, and tells whether all days visited
 * are confirmed. A calendar that never opens again is broken data and throws, so that no caller hangs.
 */
export function searchDays<T>(
  calendar: WorkingCalendar,
  date: string,
  step: 1 | -1,
  visit: (day: CalendarDay) => T | undefined,
): { readonly found: T; readonly confirmed: boolean } {
  let confirmed = true
  let closedDays = 0
  for (let day = calendar.day(date); ; day = calendar.day(addDays(day.date, step))) {
    confirmed &&= day.confirmed
    const found = visit(day)
    if (found !== undefined) {
      return { found, confirmed }
    }
    closedDays = isWorked(day) ? 0 : closedDays + 1
    if (closedDays > LONGEST_CLOSURE_DAYS) {
      throw new RangeError(`The calendar has no working day within ${LONGEST_CLOSURE_DAYS} days`)
    }
  }
}
