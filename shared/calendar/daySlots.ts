import { chinaInstant } from './chinaTime'
import type { CalendarDay } from './workingCalendar'

/** A slot of a day as instants (epoch milliseconds); `to` is no longer working time. */
interface Interval {
  readonly from: number
  readonly to: number
}

/** Whether anything is worked on this day. */
export function isWorked(day: CalendarDay): boolean {
  return day.slots.length > 0
}

/** The slots of a day as instants, in order. */
export function intervalsOf(day: CalendarDay): readonly Interval[] {
  return day.slots.map(({ from, to }) => ({
    from: chinaInstant(day.date, from),
    to: chinaInstant(day.date, to),
  }))
}
