import type { z } from 'zod'
import { chinaIso } from '../../shared/calendar/chinaTime'
import type { WorkingCalendar } from '../../shared/calendar/workingCalendar'
import { workingStateAt } from '../../shared/calendar/workingTime'
import type { workingTimeSchema } from '../../shared/ipc/models'

/** What the clock on the desk shows: is it working time in China now, and when does that change. */
export function describeWorkingTime(
  calendar: WorkingCalendar,
  now: string,
): z.output<typeof workingTimeSchema> {
  const at = workingStateAt(calendar, Date.parse(now))
  return {
    now,
    state: at.state,
    nextChangeAt: chinaIso(at.closesAt ?? at.nextOpeningAt),
    confirmed: at.confirmed,
  }
}
