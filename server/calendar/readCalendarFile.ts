import { readFile } from 'node:fs/promises'
import { calendarFileSchema, type CalendarFile } from '../../shared/calendar/calendarData'

/** The operator's calendar, or null where none is configured. Throws for a file that is none: nothing is due by a guess. */
export async function readCalendarFile(file: string | undefined): Promise<CalendarFile | null> {
  return file === undefined ? null : calendarFileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}
