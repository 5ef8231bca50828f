import type { Queryable } from '../store/database'
import { latestRevision, readRevision } from '../store/calendarRevisions'
import { createDeskCalendar } from '../../shared/calendar/deskCalendar'
import type { WorkingCalendar } from '../../shared/calendar/workingCalendar'
import type { TeamCalendar } from '../../shared/protocol/calendar'

/** The calendar by which this server counts, whichever process of the team changed it last. */
export interface CalendarInForce {
  /** Asks which one is the latest; reads and builds it only when that is another than before. */
  read(tx: Queryable): Promise<{ readonly team: TeamCalendar; readonly working: WorkingCalendar }>
}

export function createCalendarInForce(): CalendarInForce {
  let kept: Awaited<ReturnType<CalendarInForce['read']>> | null = null
  return {
    async read(tx) {
      const revision = await latestRevision(tx)
      if (kept?.team.revision !== revision) {
        const team = await readRevision(tx, revision)
        kept = { team, working: createDeskCalendar(team.calendar) }
      }
      return kept
    },
  }
}
