import { countdown, deadlineRule, dueAt } from '../../../shared/calendar/deadlines'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { workingStateAt } from '../../../shared/calendar/workingTime'
import { deskCalendar } from './deskCalendars'

const PROVIDER_REVIEW = deadlineRule('provider-review', '2026-11-22')

/**
 * Run by `timeZones.test.ts` in a process of its own for each zone: prints the zone's offset on the first instant and
 * what the calendar says about every seventh hour of the turn of the year and of the days when clocks change
 * elsewhere.
 */
const HOUR = 3_600_000
const calendar = deskCalendar()
const starts = [
  '2025-12-29T00:00:00Z',
  '2026-02-12T00:00:00Z',
  '2026-03-07T00:00:00Z',
  '2026-10-24T00:00:00Z',
]

const lines = starts.flatMap((start) =>
  Array.from({ length: 48 }, (_, step) => {
    const at = Date.parse(start) + step * 7 * HOUR
    const due = dueAt(calendar, PROVIDER_REVIEW, at)
    const { state, nextOpeningAt, day } = workingStateAt(calendar, at)
    const { minutes } = countdown(calendar, due, at)
    return [at, chinaIso(due.at), minutes, state, day.kind, chinaIso(nextOpeningAt)].join(' ')
  }),
)

process.stdout.write(
  JSON.stringify({ offset: new Date(Date.parse('2026-01-01T00:00:00Z')).getTimezoneOffset(), lines }),
)
