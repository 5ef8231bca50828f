import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CalendarFile } from '../../shared/calendar/calendarData'
import type { TeamCalendar } from '../../shared/protocol/calendar'

/** The number of the calendar in force; 0 while there is none. */
export async function latestRevision(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ revision: number }>(
    'SELECT revision FROM calendar_revision ORDER BY revision DESC LIMIT 1',
  )
  return row?.revision ?? 0
}

/** A calendar by its number, which never changes; the empty one for 0. */
export async function readRevision(tx: Queryable, revision: number): Promise<TeamCalendar> {
  const [row] = await tx.query<{ calendar: CalendarFile; display_name: string | null; changed_at: Date }>(
    `SELECT calendar, display_name, changed_at FROM calendar_revision
     LEFT JOIN account ON account.id = account_id WHERE revision = $1`,
    [revision],
  )
  return row === undefined
    ? { revision: 0, calendar: null, changed: null }
    : {
        revision,
        calendar: row.calendar,
        changed: { by: row.display_name, at: row.changed_at.toISOString() },
      }
}

/** Writes the calendar with that number. False when somebody else has written it: waits for whoever is just doing so. */
export async function insertRevision(
  tx: Queryable,
  revision: number,
  calendar: CalendarFile,
  { accountId, at }: { readonly accountId: string | null; readonly at: number },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO calendar_revision (revision, calendar, account_id, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (revision) DO NOTHING RETURNING revision`,
    [revision, JSON.stringify(calendar), accountId, isoInstant(at)],
  )
  return rows.length > 0
}
