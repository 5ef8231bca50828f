import { publishChanges } from './changeFeed'
import type { Database, Queryable } from './database'
import { DRAW_WINDOW, drawOrderValues, nextCases, type DrawTerms } from './drawOrder'
import {
  firstFilled,
  FOR_THIS_PERSON,
  FREE,
  HELD_COLUMNS,
  HOLD_DURATION,
  holdOf,
  NOT_TAKEN_AWAY,
  record,
  type HeldRow,
  type Holder,
  type TakenRow,
} from './heldCases'
import { isoInstant } from '../system'
import { offeredStates } from '../../shared/filing/drawing'
import type { Hold } from '../../shared/protocol/case'
import { MOST_RESERVATIONS } from '../../shared/protocol/limits'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A working day: what a workstation reserves must outlast a day on which the network does not come back. */
const RESERVATION_DURATION = 8 * HOUR
/** A renewal that gains less is not written: every written one goes to all workstations through the feed. */
const RENEWAL_STEP = 15 * MINUTE

const RESERVE = `WITH ${nextCases(`${FOR_THIS_PERSON} AND ${FREE} AND ${NOT_TAKEN_AWAY}`)}
  UPDATE filing_case SET hold_account_id = $1, hold_kind = 'reservation', hold_token = nextval('hold_token'),
    hold_since = $2, hold_expires_at = $4
  FROM next WHERE filing_case.id = next.id RETURNING ${HELD_COLUMNS}, next.before`

/**
 * Renews all that the person has, reserves free cases until the person has `count` reservations (never more than
 * `MOST_RESERVATIONS`), and answers everything the person has now. What is not in the answer is lost.
 */
export function reserveCases(
  database: Database,
  person: Holder,
  count: number,
  terms: DrawTerms,
): Promise<readonly Hold[]> {
  const { now } = terms
  return database.transaction(async (tx) => {
    const renewed = await renewAll(tx, person, now)
    await record(tx, 'reserved', person, await reserveUpTo(tx, person, count, terms), now)
    await publishChanges(tx, renewed)
    return (await liveHolds(tx, person, now)).map(holdOf)
  })
}

/** Like `reserveCases`, but renews nothing; tells besides which of them the person did not have before. */
export function topUpReservations(
  database: Database,
  person: Holder,
  count: number,
  terms: DrawTerms,
): Promise<{ readonly holds: readonly Hold[]; readonly added: readonly Hold[] }> {
  const { now } = terms
  return database.transaction(async (tx) => {
    const added = await reserveUpTo(tx, person, count, terms)
    await record(tx, 'reserved', person, added, now)
    const holds = (await liveHolds(tx, person, now)).map(holdOf)
    return { holds, added: added.map(holdOf) }
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

/** Answers what was added. */
async function reserveUpTo(
  tx: Queryable,
  person: Holder,
  count: number,
  terms: DrawTerms,
): Promise<readonly TakenRow[]> {
  const own = await liveHolds(tx, person, terms.now)
  const reserved = own.filter((row) => row.hold_kind === 'reservation').length
  const wanted = Math.min(count, MOST_RESERVATIONS) - reserved
  return wanted > 0 ? reserveFree(tx, person, wanted, terms) : []
}

function reserveFree(
  tx: Queryable,
  person: Holder,
  count: number,
  terms: DrawTerms,
): Promise<readonly TakenRow[]> {
  const take = (window: number | null): Promise<readonly TakenRow[]> =>
    tx.query<TakenRow>(RESERVE, [
      person.id,
      isoInstant(terms.now),
      offeredStates(person.role),
      isoInstant(terms.now + RESERVATION_DURATION),
      ...drawOrderValues(terms, person.provinces),
      window,
      count,
    ])
  return firstFilled(
    () => take(DRAW_WINDOW),
    () => take(null),
  )
}

function liveHolds(tx: Queryable, person: Holder, now: number): Promise<readonly HeldRow[]> {
  return tx.query<HeldRow>(
    `SELECT ${HELD_COLUMNS} FROM filing_case WHERE hold_account_id = $1 AND hold_expires_at > $2
     ORDER BY due_at, order_number`,
    [person.id, isoInstant(now)],
  )
}
