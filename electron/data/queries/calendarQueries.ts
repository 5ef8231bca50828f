import { calendarFileSchema, type CalendarFile } from '../../../shared/calendar/calendarData'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

/** The team's own calendar, of which there is at most one. */
export function createCalendarQueries(db: WritableDb) {
  const select = prepareRead<{ readonly body: string }>(db, 'SELECT body FROM team_calendar')
  const remove = prepareWrite(db, 'DELETE FROM team_calendar')
  const insert = prepareWrite<{ body: string }>(db, 'INSERT INTO team_calendar (id, body) VALUES (1, :body)')

  return {
    find(): CalendarFile | null {
      const row = select.get(NO_PARAMETERS)
      return row === undefined ? null : parseStored(calendarFileSchema, row.body, 'team_calendar.body')
    },
    replace(calendar: CalendarFile | null): void {
      remove.run(NO_PARAMETERS)
      if (calendar !== null) {
        insert.run({ body: JSON.stringify(calendar) })
      }
    },
  }
}
