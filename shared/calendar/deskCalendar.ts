import { DEFAULT_WORKING_HOURS, type CalendarFile } from './calendarData'
import { PUBLISHED_YEARS } from './publishedYears'
import { createWorkingCalendar, type WorkingCalendar } from './workingCalendar'
import { workingMinutesBetween } from './workingTime'

/** The calendar a desk works by: the published notices, and what the team's own calendar file adds to them. */
export function createDeskCalendar(file: CalendarFile | null = null): WorkingCalendar {
  return createWorkingCalendar({
    publishedYears: [...PUBLISHED_YEARS, ...(file?.publishedYears ?? [])],
    workingHours: file?.workingHours ?? DEFAULT_WORKING_HOURS,
    overrides: file?.overrides ?? [],
  })
}

/** Working minutes from `now` until `dueAt` (both ISO-8601 instants); negative when late. */
export function workingMinutesLeft(calendar: WorkingCalendar, dueAt: string, now: string): number {
  return workingMinutesBetween(calendar, Date.parse(now), Date.parse(dueAt)).minutes
}
