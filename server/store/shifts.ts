import { appendAudit } from './auditChain'
import { publishChanges } from './changeFeed'
import type { Database, Queryable } from './database'
import { NO_HOLD } from './endHolds'
import { isoInstant } from '../system'
import {
  isLegalMove,
  shiftAt,
  type Shift,
  type ShiftMove,
  type ToldShiftMove,
} from '../../shared/review/day/shift'

/** The last move of each account that counted: joined as `LATERAL (${LAST_MOVE}) AS shift ON true`. */
export const LAST_MOVE = `SELECT move, at FROM shift_move
  WHERE shift_move.account_id = account.id AND counted ORDER BY sequence DESC LIMIT 1`

/**
 * Takes moves of one person in the order in which they were made; each counts once, by its id, and only where it follows.
 * Ending a shift frees what is still reserved for that person.
 */
export async function takeShiftMoves(
  database: Database,
  accountId: string,
  moves: readonly ToldShiftMove[],
  now: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    // Two desks of one person take turns; cases that are drawn meanwhile refer to the account and need not wait.
    await tx.query('SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId])
    for (const move of moves) {
      await takeMove(tx, accountId, move, now)
    }
    if ((await readShift(tx, accountId, now)).state === 'ended') {
      await freeReservations(tx, accountId, now)
    }
  })
}

/** Where the person's shift stands. */
export async function readShift(tx: Queryable, accountId: string, now: number): Promise<Shift> {
  const [row] = await tx.query<{ move: ShiftMove | null; at: Date | null }>(
    `SELECT move, at FROM account LEFT JOIN LATERAL (${LAST_MOVE}) AS shift ON true WHERE account.id = $1`,
    [accountId],
  )
  return shiftOfRow(row ?? { move: null, at: null }, now)
}

export function shiftOfRow(
  { move, at }: { readonly move: ShiftMove | null; readonly at: Date | null },
  now: number,
): Shift {
  return shiftAt(move === null || at === null ? null : { move, at: at.toISOString() }, now)
}

async function takeMove(tx: Queryable, accountId: string, told: ToldShiftMove, now: number): Promise<void> {
  const { id, move } = told
  const at = Math.min(Date.parse(told.at), now)
  const { state } = await readShift(tx, accountId, at)
  const counted = isLegalMove(state, move)
  const added = await tx.query(
    `INSERT INTO shift_move (id, account_id, move, at, received_at, counted) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, accountId, move, isoInstant(at), isoInstant(now), counted],
  )
  if (added.length > 0) {
    await appendAudit(tx, {
      at: now,
      kind: 'shift-changed',
      caseId: null,
      round: null,
      actorId: accountId,
      detail: { move, at: isoInstant(at), counted },
    })
  }
}

async function freeReservations(tx: Queryable, accountId: string, now: number): Promise<void> {
  const rows = await tx.query<{ id: string; round: number; token: number }>(
    `WITH held AS MATERIALIZED (SELECT id, hold_token AS token FROM filing_case
       WHERE hold_account_id = $1 AND hold_kind = 'reservation' ORDER BY id FOR UPDATE)
     UPDATE filing_case SET ${NO_HOLD} FROM held WHERE filing_case.id = held.id
     RETURNING filing_case.id, round, token`,
    [accountId],
  )
  for (const { id, round, token } of rows) {
    await appendAudit(tx, {
      at: now,
      kind: 'released',
      caseId: id,
      round,
      actorId: accountId,
      detail: { token },
      change: { before: { holder: accountId, kind: 'reservation', token }, after: null },
    })
  }
  await publishChanges(
    tx,
    rows.map(({ id }) => id),
  )
}
