import {
  DEFAULT_WORKING_HOURS,
  type CalendarOverride,
  type PublishedYear,
} from '../../../shared/calendar/calendarData'
import { PUBLISHED_YEARS } from '../../../shared/calendar/publishedYears'
import { createWorkingCalendar, type WorkingCalendar } from '../../../shared/calendar/workingCalendar'

/** A desk with the shipped notices, the default hours and whatever a test adds. */
export function deskCalendar(
  overrides: readonly CalendarOverride[] = [],
  laterYears: readonly PublishedYear[] = [],
): WorkingCalendar {
  return createWorkingCalendar({
    publishedYears: [...PUBLISHED_YEARS, ...laterYears],
    workingHours: DEFAULT_WORKING_HOURS,
    overrides,
  })
}

/** China wall time `2026-02-13 14:32` as an instant. */
export function china(wallTime: string): number {
  return Date.parse(`${wallTime.replace(' ', 'T')}:00+08:00`)
}
