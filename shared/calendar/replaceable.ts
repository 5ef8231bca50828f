import type { CalendarFile } from './calendarData'
import { createDeskCalendar } from './deskCalendar'
import type { WorkingCalendar } from './workingCalendar'
import { createWorkingClock, type WorkingClock } from './workingClock'

/** A calendar whose data can come later: whoever was given it counts by the new days from the next question on. */
export function createReplaceableCalendar(): WorkingCalendar & {
  readonly replace: (file: CalendarFile | null) => void
} {
  let current = createDeskCalendar()
  return {
    day: (date) => current.day(date),
    replace: (file) => {
      current = createDeskCalendar(file)
    },
  }
}

/** A clock with kept sums that begins anew when the team's calendar comes; without one it counts by `shipped`. */
export function createReplaceableClock(
  shipped: WorkingCalendar,
): WorkingClock & { readonly replace: (file: CalendarFile | null) => void } {
  let current = createWorkingClock(shipped)
  return {
    minutesBetween: (from, to) => current.minutesBetween(from, to),
    addMinutes: (from, minutes) => current.addMinutes(from, minutes),
    dueAfter: (receivedAt, workingDays) => current.dueAfter(receivedAt, workingDays),
    replace: (file) => {
      current = createWorkingClock(file === null ? shipped : createDeskCalendar(file))
    },
  }
}
