import { canonicalJson } from '../../../shared/canonicalJson'
import type { CalendarFile } from '../../../shared/calendar/calendarData'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'

export interface TakenCalendar {
  readonly data: Pick<DataPort, 'teamCalendar' | 'storeTeamCalendar'>
  /** Working time is counted by the team's own calendar from now on. */
  readonly countBy: (calendar: CalendarFile | null) => void
  readonly notify: NotifyDesk
}

/** Keeps the team's calendar as the server gave it, and counts by it from now on where it is another one. */
export async function takeCalendar(
  { data, countBy, notify }: TakenCalendar,
  calendar: CalendarFile | null,
): Promise<void> {
  if (canonicalJson(calendar) !== canonicalJson(await data.teamCalendar())) {
    await data.storeTeamCalendar(calendar)
    countBy(calendar)
    notify('queue-changed', {})
  }
}
