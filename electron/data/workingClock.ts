import { addDays, chinaDate, chinaTimeOfDay } from '../../shared/calendar/chinaTime'
import type { CalendarDay, WorkingCalendar } from '../../shared/calendar/workingCalendar'
import { workingMinutesBetween } from '../../shared/calendar/workingTime'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
/** How far behind the first instant asked about the sums begin; what lies further back is counted day by day. */
const DAYS_BEHIND = 400

/** Working time between two instants (epoch milliseconds), signed, in whole minutes cut towards zero. */
export interface WorkingClock {
  minutesBetween(from: number, to: number): number
}

/**
 * The same count as the calendar's `workingMinutesBetween`, which walks every day between the two instants. A window
 * of the queue asks two hundred times, for due times that may lie a year back; so the days' sums are kept.
 */
export function createWorkingClock(calendar: WorkingCalendar): WorkingClock {
  const days: CalendarDay[] = []
  /** Working milliseconds before the day of the same index. */
  const workedBefore: number[] = []
  let firstDay: string | null = null

  /** Working milliseconds since the beginning of the sums; null before it. */
  function position(at: number, beginning: string): number | null {
    const index = Math.round((midnight(at) - Date.parse(`${beginning}T00:00:00+08:00`)) / MS_PER_DAY)
    if (index < 0) {
      return null
    }
    for (let next = days.length; next <= index; next += 1) {
      const previous = days[next - 1]
      workedBefore.push(
        previous === undefined ? 0 : (workedBefore[next - 1] ?? 0) + workedOn(previous, MS_PER_DAY),
      )
      days.push(calendar.day(previous === undefined ? beginning : addDays(previous.date, 1)))
    }
    const day = days[index]
    return day === undefined ? null : (workedBefore[index] ?? 0) + workedOn(day, chinaTimeOfDay(at))
  }

  return {
    minutesBetween(from, to) {
      firstDay ??= addDays(chinaDate(Math.min(from, to)), -DAYS_BEHIND)
      const start = position(from, firstDay)
      const end = position(to, firstDay)
      if (start === null || end === null) {
        return workingMinutesBetween(calendar, from, to).minutes
      }
      // Adding zero turns the negative zero of a span shorter than a minute into zero.
      return Math.trunc((end - start) / MS_PER_MINUTE) + 0
    },
  }
}

/** Working milliseconds of a day until this time of it. */
function workedOn(day: CalendarDay, timeOfDay: number): number {
  return day.slots.reduce((sum, slot) => {
    const [from, to] = [slot.from * MS_PER_MINUTE, slot.to * MS_PER_MINUTE]
    return sum + Math.max(0, Math.min(timeOfDay, to) - from)
  }, 0)
}

function midnight(at: number): number {
  return at - chinaTimeOfDay(at)
}
