import { appendAudit } from './auditChain'
import { publishChanges } from './changeFeed'
import type { Database } from './database'
import type { Holder, HoldFacts } from './heldCases'
import { isoInstant } from '../system'

/** Expired holds ended in one transaction. */
const SWEEP_PAGE = 200

/** Gives a case back. False when the token is not the one under which the person has the case. */
export function releaseCase(
  database: Database,
  person: Holder,
  held: { readonly caseId: string; readonly token: number },
  now: number,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ id: string; round: number; kind: HoldFacts['kind'] }>(
      `WITH held AS MATERIALIZED (SELECT id, hold_kind AS kind FROM filing_case
         WHERE id = $1 AND hold_account_id = $2 AND hold_token = $3 FOR UPDATE)
       UPDATE filing_case SET ${NO_HOLD} FROM held WHERE filing_case.id = held.id
       RETURNING filing_case.id, round, kind`,
      [held.caseId, person.id, held.token],
    )
    if (!row) {
      return false
    }
    await appendAudit(tx, {
      at: now,
      kind: 'released',
      caseId: row.id,
      round: row.round,
      actorId: person.id,
      detail: { token: held.token },
      change: { before: { holder: person.id, kind: row.kind, token: held.token }, after: null },
    })
    await publishChanges(tx, [row.id])
    return true
  })
}

/** Clears the hold columns of a row. */
export const NO_HOLD =
  'hold_account_id = NULL, hold_kind = NULL, hold_token = NULL, hold_since = NULL, hold_expires_at = NULL'

/**
 * Ends holds that have run out, so that every workstation learns through the feed that the case is free; drawing
 * does not wait for it. Answers how many ended.
 */
export function endExpiredHolds(database: Database, now: number): Promise<number> {
  return database.transaction(async (tx) => {
    const rows = await tx.query<HoldFacts & { readonly id: string; readonly round: number }>(
      `WITH expired AS MATERIALIZED (
         SELECT id, hold_account_id AS holder, hold_token AS token,
           hold_kind AS kind FROM filing_case
         WHERE hold_expires_at <= $1 ORDER BY id LIMIT ${SWEEP_PAGE} FOR UPDATE SKIP LOCKED
       )
       UPDATE filing_case SET ${NO_HOLD} FROM expired WHERE filing_case.id = expired.id
       RETURNING filing_case.id, round, holder, token, kind`,
      [isoInstant(now)],
    )
    for (const { id, round, holder, token, kind } of rows) {
      await appendAudit(tx, {
        at: now,
        kind: 'hold-expired',
        caseId: id,
        round,
        actorId: holder,
        detail: { token },
        change: { before: { holder, kind, token }, after: null },
      })
    }
    await publishChanges(
      tx,
      rows.map((row) => row.id),
    )
    return rows.length
  })
}
