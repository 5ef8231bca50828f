import ICAL from 'ical.js'
import { addDays, isoWeekday } from '../../shared/calendar/chinaTime'
import type { NamedDay, PublishedYear } from '../../shared/calendar/calendarData'

/** How feeds of Chinese holidays name a weekend day that is worked. */
const WORKED = /补班|上班|调班|make-?up|workday/iu
const LONGEST_DAYS = 31

/**
 * Days off and worked weekend days of an iCalendar file (RFC 5545) with one all-day event a day or a span. Throws for what
 * cannot be such a notice: events with a time of day or that repeat, and worked days that are no weekend.
 */
export function readHolidayFeed(text: string): Pick<PublishedYear, 'daysOff' | 'makeUpDays'> {
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  const days = events.flatMap((event) => daysOf(new ICAL.Event(event)))
  const makeUpDays = days.filter(({ isWorked }) => isWorked).map(({ day }) => day)
  const weekday = makeUpDays.find(({ date }) => isoWeekday(date) < 6)
  if (weekday !== undefined) {
    throw new Error(`The feed has a worked day that is no weekend: ${weekday.date}`)
  }
  return {
    daysOff: inOrder(days.filter(({ isWorked }) => !isWorked).map(({ day }) => day)),
    makeUpDays: inOrder(makeUpDays),
  }
}

function daysOf(event: ICAL.Event): ReadonlyArray<{ readonly day: NamedDay; readonly isWorked: boolean }> {
  const { startDate, endDate, summary } = event
  if (!startDate.isDate || event.isRecurring()) {
    throw new Error(`The feed has an event that is no single day or span: ${summary}`)
  }
  const name = summary.trim().slice(0, 40) || '节假日'
  const days: { day: NamedDay; isWorked: boolean }[] = []
  const after = endDate.toString()
  // An event without an end lasts for the day; DTEND is the day after the last one.
  let date = startDate.toString()
  do {
    days.push({ day: { date, nameZh: name, nameEn: name }, isWorked: WORKED.test(summary) })
    date = addDays(date, 1)
  } while (date < after && days.length <= LONGEST_DAYS)
  return days
}

/** A day that is named twice counts once. */
function inOrder(days: readonly NamedDay[]): NamedDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return [...byDate.values()].toSorted((one, other) => one.date.localeCompare(other.date))
}
