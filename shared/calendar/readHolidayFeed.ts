import ICAL from 'ical.js'
import type { NamedDay, PublishedYear } from './calendarData'
import { addDays, isCalendarDate, isoWeekday } from './chinaTime'
import { refusal, success, type Result } from '../result'

/** How feeds of Chinese holidays name a weekend day that is worked. */
const WORKED = /补班|上班|调班|make-?up|workday/iu
const LONGEST_DAYS = 31
/** Twenty years of every named day. */
const MOST_EVENTS = 2000
const LONGEST_NAME = 40

/** Days that a feed names, in order, by the year whose notice names them. */
export type HolidayFeed = ReadonlyMap<number, Pick<PublishedYear, 'daysOff' | 'makeUpDays'>>

/**
 * Why a feed cannot be such notices; `what` names the event or the day. `no-calendar`: no iCalendar file, or one without
 * events. `no-whole-day`: an event with a time of day, or that repeats, or of more than a month. `worked-weekday`: a worked
 * day that is no weekend. `twice`: a day is off and worked.
 */
export const FEED_PROBLEMS = ['no-calendar', 'no-whole-day', 'worked-weekday', 'twice'] as const
export interface FeedProblem {
  readonly code: (typeof FEED_PROBLEMS)[number]
  readonly what: string
}

interface ToldDay {
  readonly day: NamedDay
  readonly isWorked: boolean
}

/** Days off and worked weekend days of an iCalendar file (RFC 5545) with one all-day event a day or a span. */
export function readHolidayFeed(text: string): Result<HolidayFeed, FeedProblem> {
  const events = eventsOf(text)
  if (events.length === 0 || events.length > MOST_EVENTS) {
    return refusal({ code: 'no-calendar', what: '' })
  }
  const days: ToldDay[] = []
  for (const event of events) {
    const told = daysOf(event)
    if (told === null) {
      return refusal({ code: 'no-whole-day', what: nameOf(event) })
    }
    days.push(...told)
  }
  return sorted(days)
}

/** The notice of one year as a feed tells it; `no-calendar` where it names no day off of that year. */
export function noticeOf(
  feed: HolidayFeed,
  year: number,
  source: string,
): Result<PublishedYear, FeedProblem> {
  const days = feed.get(year)
  return days === undefined || days.daysOff.length === 0
    ? refusal({ code: 'no-calendar', what: String(year) })
    : success({ year, source, ...days })
}

/** Events of the file; none where it is no iCalendar file. */
function eventsOf(text: string): readonly ICAL.Event[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  } catch {
    return []
  }
}

/** The event's days; null for what is no single day or short span. */
function daysOf(event: ICAL.Event): readonly ToldDay[] | null {
  const first = wholeDay(() => event.startDate)
  const after = wholeDay(() => event.endDate)
  if (first === null || after === null || !hasRealDays(event) || event.isRecurring()) {
    return null
  }
  const name = nameOf(event)
  const days: ToldDay[] = []
  // An event without an end lasts for the day; DTEND is the day after the last one.
  let date = first
  do {
    days.push({ day: { date, nameZh: name, nameEn: name }, isWorked: WORKED.test(name) })
    date = addDays(date, 1)
  } while (date < after && days.length <= LONGEST_DAYS)
  return days.length > LONGEST_DAYS ? null : days
}

/** Reading a time throws for a value that is none. */
function wholeDay(read: () => ICAL.Time | null): string | null {
  try {
    const time = read()
    const date = time?.isDate === true ? time.toString() : ''
    return isCalendarDate(date) ? date : null
  } catch {
    return null
  }
}

/** ical.js takes the 30th of February for the 2nd of March. */
function hasRealDays({ component }: ICAL.Event): boolean {
  return ['dtstart', 'dtend']
    .flatMap((name) => component.getAllProperties(name))
    .every((property) => isCalendarDate(String(property.jCal[3])))
}

function nameOf({ summary }: ICAL.Event): string {
  // A file may leave it out, whatever the type says.
  const name = (summary as string | null)?.trim().slice(0, LONGEST_NAME).trim() ?? ''
  return name === '' ? '节假日' : name
}

function sorted(days: readonly ToldDay[]): Result<HolidayFeed, FeedProblem> {
  const years = new Map<number, { daysOff: NamedDay[]; makeUpDays: NamedDay[] }>()
  const known = new Map<string, boolean>()
  for (const { day, isWorked } of days.toSorted((one, other) => one.day.date.localeCompare(other.day.date))) {
    const { date } = day
    if (isWorked && isoWeekday(date) < 6) {
      return refusal({ code: 'worked-weekday', what: date })
    }
    const before = known.get(date)
    if (before !== undefined && before !== isWorked) {
      return refusal({ code: 'twice', what: date })
    }
    if (before === undefined) {
      known.set(date, isWorked)
      const year = noticeYearOf(date)
      const notice = years.get(year) ?? { daysOff: [], makeUpDays: [] }
      years.set(year, notice)
      notice[isWorked ? 'makeUpDays' : 'daysOff'].push(day)
    }
  }
  return success(years)
}

/** December has no holiday but the days around the next New Year, which that year's notice names. */
function noticeYearOf(date: string): number {
  return Number(date.slice(0, 4)) + (date.slice(5, 7) === '12' ? 1 : 0)
}
