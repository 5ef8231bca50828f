import { addDays, chinaDate, chinaInstant } from '../../../shared/calendar/chinaTime'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import type { Random } from '../random'

const MINUTE_MS = 60_000
/** Two working days of 09:00-12:00 and 13:30-18:00. */
const SPAN_MINUTES = 900
/** Filings older than one working day are late; the queue shows some of them. */
const LATE_AFTER = 450
const LATE_SHARE = 0.3

/** Times of submission within the two working days before `now` (epoch milliseconds), each in working time. */
export function makeSubmissionTimes(random: Random, now: number, count: number): readonly number[] {
  const minutes = workingMinutesBefore(now)
  return Array.from({ length: count }, (_, index) => {
    const late = index < count * LATE_SHARE
    const back = late ? random.int(LATE_AFTER + 10, SPAN_MINUTES - 1) : random.int(6, LATE_AFTER - 20)
    return (minutes[back] ?? now) + random.int(0, 59) * 1000
  })
}

/** Starts of the working minutes before an instant, the latest first. */
function workingMinutesBefore(now: number): readonly number[] {
  const calendar = createDeskCalendar()
  const minutes: number[] = []
  for (let date = chinaDate(now); minutes.length < SPAN_MINUTES; date = addDays(date, -1)) {
    for (const slot of [...calendar.day(date).slots].reverse()) {
      for (let minute = slot.to - 1; minute >= slot.from; minute -= 1) {
        const at = chinaInstant(date, minute)
        if (at + MINUTE_MS <= now) {
          minutes.push(at)
        }
      }
    }
  }
  return minutes
}
