import type { CalendarFile } from '../../shared/calendar/calendarData'
import { PUBLISHED_YEARS } from '../../shared/calendar/publishedYears'

/** What the calendar says, a line each. */
export function describeCalendar({ workingHours, publishedYears, overrides }: CalendarFile): string {
  const years = [...PUBLISHED_YEARS, ...publishedYears].map(({ year }) => year)
  return [
    `hours: ${workingHours.map(({ from, to }) => `${from}-${to}`).join(', ')}`,
    `confirmed until the end of ${Math.max(...years)}`,
    ...publishedYears.map(
      ({ year, daysOff, makeUpDays, source }) =>
        `${year}: ${daysOff.length} days off, ${makeUpDays.length} worked weekend days (${source})`,
    ),
    ...overrides.map(({ kind, from, to, reason }) => `${kind}: ${from} to ${to} (${reason})`),
  ].join('\n')
}
