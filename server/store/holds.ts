import type { Database } from './database'
import { DRAW_WINDOW, drawOrderValues, nextCases, type DrawTerms } from './drawOrder'
import {
  firstFilled,
  FOR_THIS_PERSON,
  FREE,
  HELD_COLUMNS,
  HOLD_BEFORE,
  HOLD_DURATION,
  holdOf,
  NOT_TAKEN_AWAY,
  record,
  type HeldRow,
  type Holder,
  type TakenRow,
} from './heldCases'
import { isoInstant } from '../system'
import { drawableStates, offeredStates } from '../../shared/filing/drawing'
import type { Drawn, DrawReason } from '../../shared/protocol/apiModels'
import type { Hold } from '../../shared/protocol/case'
import { drawGroundsOf, type DrawFacts } from '../../shared/protocol/drawGrounds'
import { refusal, success, type Result } from '../../shared/result'

/**
 * Gives the person the next case, or null when there is none. A case that the person has reserved counts as free and
 * keeps its token. One conditional statement: two people drawing at once cannot get the same case.
 */
export function drawNext(database: Database, person: Holder, terms: DrawTerms): Promise<Drawn | null> {
  const { now, calendar } = terms
  return database.transaction(async (tx) => {
    const draw = (window: number | null): Promise<readonly TakenRow[]> =>
      tx.query<TakenRow>(DRAW, [
        person.id,
        isoInstant(now),
        offeredStates(person.role),
        isoInstant(now + HOLD_DURATION),
        ...drawOrderValues(terms, person.provinces),
        window,
        1,
      ])
    const [row] = await firstFilled(
      () => draw(DRAW_WINDOW),
      () => draw(null),
    )
    if (!row) {
      return null
    }
    await record(tx, 'drawn', person, [row], now)
    const grounds = drawGroundsOf(factsOf(row), person.provinces, calendar, now)
    return { hold: holdOf(row), reason: drawReason(row, now), grounds }
  })
}

/** The person has the row. $1 person, $2 now. */
const OWN = 'hold_account_id = $1 AND hold_expires_at > $2'

/**
 * How long a case is held that the person had before: `from-now` as any hold is, or `no-shorter` than it was promised. A desk without
 * a network has no way to renew what a bundle made to last.
 */
const LEASES = {
  'from-now': '$4::timestamptz',
  'no-shorter': `CASE WHEN ${OWN} THEN greatest(hold_expires_at, $4::timestamptz) ELSE $4::timestamptz END`,
} as const

/** Makes a hold of the row, with the person's own token where the person has the row already. $1 person, $2 now, $4 end. */
const take = (lease: keyof typeof LEASES): string => `UPDATE filing_case SET
  hold_token = CASE WHEN ${OWN} THEN hold_token ELSE nextval('hold_token') END,
  hold_since = CASE WHEN ${OWN} THEN hold_since ELSE $2::timestamptz END,
  hold_account_id = $1, hold_kind = 'hold', hold_expires_at = ${LEASES[lease]}`

const DRAW = `WITH ${nextCases(
  `${FOR_THIS_PERSON} AND ((${FREE} AND ${NOT_TAKEN_AWAY}) OR (hold_account_id = $1 AND hold_kind = 'reservation'))`,
)} ${take('from-now')} FROM next WHERE filing_case.id = next.id RETURNING ${HELD_COLUMNS}, next.before`

/**
 * Gives the person this very case. Refused with `conflict` while somebody else has it or when its state is none that
 * the person's role can draw, with `self-approval` when it is the second review of the person's own decision.
 */
export function holdCase(
  database: Database,
  person: Holder,
  caseId: string,
  now: number,
  lease: keyof typeof LEASES = 'from-now',
): Promise<Result<Hold, 'not-found' | 'conflict' | 'self-approval'>> {
  return database.transaction(async (tx) => {
    const [known] = await tx.query<{ is_for_person: boolean; before: TakenRow['before'] }>(
      `SELECT ${FOR_THIS_PERSON} AS is_for_person, ${HOLD_BEFORE} FROM filing_case WHERE id = $3 FOR UPDATE`,
      [person.id, isoInstant(now), caseId],
    )
    if (!known?.is_for_person) {
      return refusal(known ? 'self-approval' : 'not-found')
    }
    const [row] = await tx.query<HeldRow>(
      `${take(lease)} WHERE id = $5 AND state = ANY ($3::text[])
         AND (hold_account_id IS NULL OR hold_expires_at <= $2 OR hold_account_id = $1)
       RETURNING ${HELD_COLUMNS}`,
      [person.id, isoInstant(now), drawableStates(person.role), isoInstant(now + HOLD_DURATION), caseId],
    )
    if (!row) {
      return refusal('conflict')
    }
    await record(tx, 'held', person, [{ ...row, before: known.before }], now)
    return success(holdOf(row))
  })
}

function factsOf(row: HeldRow): DrawFacts {
  const { province, earlier_returns: earlierReturns, escalations } = row
  return { dueAt: row.due_at.getTime(), province, earlierReturns, escalations }
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
