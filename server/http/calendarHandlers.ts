import { apiRefusal } from './apiRefusal'
import type { ApiHandlers, ApiParts } from './apiHandlers'
import { changeTeamCalendar } from '../calendar/changeTeamCalendar'
import { success } from '../../shared/result'

/** The team's own calendar, which workstations count by as well. The route asks for the right to change it. */
export function createCalendarHandlers(
  parts: Pick<ApiParts, 'database' | 'clock' | 'calendar'>,
): Pick<ApiHandlers, 'calendar' | 'changeCalendar'> {
  const { database, calendar } = parts
  return {
    calendar: async () => success((await calendar.read(database)).team),
    changeCalendar: async ({ body, user }) => {
      const changed = await changeTeamCalendar(parts, user.id, body)
      return changed.ok
        ? success((await calendar.read(database)).team)
        : apiRefusal(
            changed.error,
            changed.error === 'conflict'
              ? 'The calendar was changed meanwhile'
              : 'changes: the calendar would have too many entries',
          )
    },
  }
}
