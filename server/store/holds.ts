import { appendAudit, type AuditKind } from './auditChain'
import { publishChanges } from './changeFeed'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import { drawableStates, offeredStates } from '../../shared/filing/drawing'
import type { Drawn, DrawReason } from '../../shared/protocol/api'
import type { Hold, HOLD_KINDS } from '../../shared/protocol/case'
import { refusal, success, type Result } from '../../shared/result'
import type { Role } from '../../shared/review/roles'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Half a working day: longer than any single review, short enough that what a leaver kept is free by the next half. */
export const HOLD_DURATION = 4 * HOUR
/** A working day: what a workstation reserves must outlast a day on which the network does not come back. */
export const RESERVATION_DURATION = 8 * HOUR
/** A renewal that gains less is not written: every written one goes to all workstations through the feed. */
export const RENEWAL_STEP = 15 * MINUTE
/** More than one person can review in half an hour would only keep work from colleagues. */
export const MOST_RESERVATIONS = 10

export interface Holder {
  readonly id: string
  readonly role: Role
}

interface HeldRow {
  readonly id: string
  readonly round: number
  readonly state: CaseState
  readonly due_at: Date
  readonly hold_kind: (typeof HOLD_KINDS)[number]
  readonly hold_token: number
  readonly hold_since: Date
  readonly hold_expires_at: Date
}

const HELD_COLUMNS =
  'filing_case.id, round, state, due_at, hold_kind, hold_token, hold_since, hold_expires_at'

/** Review order: what must be settled above, then applicants who wait for their photo, then whatever is due first. */
const DRAW_ORDER = `CASE state WHEN 'escalated' THEN 0 WHEN 'second-review' THEN 1 WHEN 'photo-review' THEN 2
  ELSE 3 END, due_at, order_number`

/** A second review is for another person than the one who decided the case into it. $1 person. */
const FOR_THIS_PERSON = `(state <> 'second-review' OR (SELECT account_id FROM decision
  WHERE decision.case_id = filing_case.id ORDER BY case_version DESC LIMIT 1) IS DISTINCT FROM $1)`

/**
 * Gives the person the next case, or null when there is none. A case that the person has reserved counts as free and
 * keeps its token. One conditional statement: two people drawing at once cannot get the same case.
 */
export function drawNext(database: Database, person: Holder, now: number): Promise<Drawn | null> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<HeldRow>(
      `WITH next AS MATERIALIZED (
         SELECT id FROM filing_case
         WHERE state = ANY ($3::text[]) AND ${FOR_THIS_PERSON} AND (hold_account_id IS NULL OR hold_expires_at <= $2
           OR (hold_account_id = $1 AND hold_kind = 'reservation'))
         ORDER BY ${DRAW_ORDER} LIMIT 1 FOR UPDATE SKIP LOCKED
       )
       ${TAKE} FROM next WHERE filing_case.id = next.id RETURNING ${HELD_COLUMNS}`,
      [person.id, isoInstant(now), offeredStates(person.role), isoInstant(now + HOLD_DURATION)],
    )
    if (!row) {
      return null
    }
    await record(tx, 'drawn', person, [row], now)
    return { hold: holdOf(row), reason: drawReason(row, now) }
  })
}

/** Makes a hold of the row, with the person's own token where the person has the row already. $1 person, $2 now, $4 end. */
const TAKE = `UPDATE filing_case SET
  hold_token = CASE WHEN hold_account_id = $1 AND hold_expires_at > $2 THEN hold_token ELSE nextval('hold_token') END,
  hold_since = CASE WHEN hold_account_id = $1 AND hold_expires_at > $2 THEN hold_since ELSE $2::timestamptz END,
  hold_account_id = $1, hold_kind = 'hold', hold_expires_at = $4`

/**
 * Gives the person this very case. Refused with `conflict` while somebody else has it or when its state is none that
 * the person's role can draw, with `self-approval` when it is the second review of the person's own decision.
 */
export function holdCase(
  database: Database,
  person: Holder,
  caseId: string,
  now: number,
): Promise<Result<Hold, 'not-found' | 'conflict' | 'self-approval'>> {
  return database.transaction(async (tx) => {
    const [known] = await tx.query<{ is_for_person: boolean }>(
      `SELECT ${FOR_THIS_PERSON} AS is_for_person FROM filing_case WHERE id = $2 FOR UPDATE`,
      [person.id, caseId],
    )
    if (!known?.is_for_person) {
      return refusal(known ? 'self-approval' : 'not-found')
    }
    const [row] = await tx.query<HeldRow>(
      `${TAKE} WHERE id = $5 AND state = ANY ($3::text[])
         AND (hold_account_id IS NULL OR hold_expires_at <= $2 OR hold_account_id = $1)
       RETURNING ${HELD_COLUMNS}`,
      [person.id, isoInstant(now), drawableStates(person.role), isoInstant(now + HOLD_DURATION), caseId],
    )
    if (!row) {
      return refusal('conflict')
    }
    await record(tx, 'held', person, [row], now)
    return success(holdOf(row))
  })
}

/**
 * Renews all that the person has, reserves free cases until the person has `count` reservations (never more than
 * `MOST_RESERVATIONS`), and answers everything the person has now. What is not in the answer is lost.
 */
export function reserveCases(
  database: Database,
  person: Holder,
  count: number,
  now: number,
): Promise<readonly Hold[]> {
  return database.transaction(async (tx) => {
    const renewed = await renewAll(tx, person, now)
    const own = await liveHolds(tx, person, now)
    const wanted =
      Math.min(count, MOST_RESERVATIONS) - own.filter((row) => row.hold_kind === 'reservation').length
    const added = wanted > 0 ? await reserveFree(tx, person, wanted, now) : []
    await record(tx, 'reserved', person, added, now)
    await publishChanges(tx, renewed)
    return (await liveHolds(tx, person, now)).map(holdOf)
  })
}

/**
 * Answers the cases whose lease became longer; a reservation of what the role is not offered runs out. Rows are
 * locked in one order, so two workstations cannot cross.
 */
async function renewAll(tx: Queryable, person: Holder, now: number): Promise<readonly string[]> {
  await tx.query('SELECT id FROM filing_case WHERE hold_account_id = $1 ORDER BY id FOR UPDATE', [person.id])
  const rows = await tx.query<{ id: string }>(
    `UPDATE filing_case SET hold_expires_at = CASE hold_kind WHEN 'hold' THEN $3::timestamptz ELSE $4::timestamptz END
     WHERE hold_account_id = $1 AND hold_expires_at > $2
       AND hold_expires_at <= CASE hold_kind WHEN 'hold' THEN $5::timestamptz ELSE $6::timestamptz END
       AND (hold_kind = 'hold' OR state = ANY ($7::text[]))
     RETURNING id`,
    [
      person.id,
      isoInstant(now),
      isoInstant(now + HOLD_DURATION),
      isoInstant(now + RESERVATION_DURATION),
      isoInstant(now + HOLD_DURATION - RENEWAL_STEP),
      isoInstant(now + RESERVATION_DURATION - RENEWAL_STEP),
      offeredStates(person.role),
    ],
  )
  return rows.map((row) => row.id)
}

function reserveFree(tx: Queryable, person: Holder, count: number, now: number): Promise<readonly HeldRow[]> {
  return tx.query<HeldRow>(
    `WITH next AS MATERIALIZED (
       SELECT id FROM filing_case
       WHERE state = ANY ($3::text[]) AND ${FOR_THIS_PERSON} AND (hold_account_id IS NULL OR hold_expires_at <= $2)
       ORDER BY ${DRAW_ORDER} LIMIT $5 FOR UPDATE SKIP LOCKED
     )
     UPDATE filing_case SET hold_account_id = $1, hold_kind = 'reservation', hold_token = nextval('hold_token'),
       hold_since = $2, hold_expires_at = $4
     FROM next WHERE filing_case.id = next.id RETURNING ${HELD_COLUMNS}`,
    [person.id, isoInstant(now), offeredStates(person.role), isoInstant(now + RESERVATION_DURATION), count],
  )
}

function liveHolds(tx: Queryable, person: Holder, now: number): Promise<readonly HeldRow[]> {
  return tx.query<HeldRow>(
    `SELECT ${HELD_COLUMNS} FROM filing_case WHERE hold_account_id = $1 AND hold_expires_at > $2 ORDER BY ${DRAW_ORDER}`,
    [person.id, isoInstant(now)],
  )
}

async function record(
  tx: Queryable,
  kind: AuditKind,
  person: Holder,
  rows: readonly HeldRow[],
  now: number,
): Promise<void> {
  for (const { id, round, hold_token: token } of rows) {
    await appendAudit(tx, { at: now, kind, caseId: id, round, actorId: person.id, detail: { token } })
  }
  await publishChanges(
    tx,
    rows.map((row) => row.id),
  )
}

function holdOf(row: HeldRow): Hold {
  return {
    caseId: row.id,
    token: row.hold_token,
    kind: row.hold_kind,
    since: row.hold_since.toISOString(),
    expiresAt: row.hold_expires_at.toISOString(),
  }
}

function drawReason(row: HeldRow, now: number): DrawReason {
  if (row.state === 'escalated' || row.state === 'second-review') {
    return row.state
  }
  if (row.state === 'photo-review') {
    return 'photo-waiting'
  }
  return row.due_at.getTime() < now ? 'most-overdue' : 'due-first'
}
