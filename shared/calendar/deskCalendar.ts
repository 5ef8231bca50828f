import { DEFAULT_WORKING_HOURS } from './calendarData'
import { PUBLISHED_YEARS } from './publishedYears'
import { createWorkingCalendar, type WorkingCalendar } from './workingCalendar'
import { workingMinutesBetween } from './workingTime'

/** The calendar this desk works by: the published notices and usual office hours, no local changes yet. */
export function createDeskCalendar(): WorkingCalendar {
  return createWorkingCalendar({
    publishedYears: PUBLISHED_YEARS,
    workingHours: DEFAULT_WORKING_HOURS,
    overrides: [],
  })
}

/** Working minutes from `now` until `dueAt` (both ISO-8601 instants); negative when late. */
export function workingMinutesLeft(calendar: WorkingCalendar, dueAt: string, now: string): number {
  return workingMinutesBetween(calendar, Date.parse(now), Date.parse(dueAt)).minutes
}
