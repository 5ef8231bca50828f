import type { Queryable } from './database'
import { LAST_MOVE, shiftOfRow } from './shifts'
import { isoInstant } from '../system'
import type { Colleague } from '../../shared/protocol/colleagues'
import type { ShiftMove } from '../../shared/review/day/shift'
import { ROLES, type Role } from '../../shared/review/roles'
import { may } from '../../shared/review/rights'

/** Everybody who works on cases, with how much each has now, by name. */
export async function readColleagues(database: Queryable, now: number): Promise<Colleague[]> {
  const roles = ROLES.filter((role) => may(role, 'draw'))
  const rows = await database.query<{
    id: string
    display_name: string
    role: Role
    provinces: readonly string[] | null
    holds: number
    reservations: number
    move: ShiftMove | null
    at: Date | null
  }>(
    `SELECT account.id, display_name, role, provinces, count(hold_kind) FILTER (WHERE hold_kind = 'hold') AS holds,
       count(hold_kind) FILTER (WHERE hold_kind = 'reservation') AS reservations, move, at
     FROM account LEFT JOIN filing_case ON hold_account_id = account.id AND hold_expires_at > $2
     LEFT JOIN LATERAL (${LAST_MOVE}) AS shift ON true
     WHERE role = ANY ($1::text[]) AND closed_at IS NULL GROUP BY account.id, move, at ORDER BY display_name, account.id`,
    [roles, isoInstant(now)],
  )
  return rows.map(({ id, display_name: displayName, role, provinces, holds, reservations, ...last }) => ({
    id,
    displayName,
    role,
    ...(provinces === null ? {} : { provinces: [...provinces] }),
    holds,
    reservations,
    shift: shiftOfRow(last, now),
  }))
}
