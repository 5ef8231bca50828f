import { appendAudit } from './auditChain'
import { onlyRow, type Queryable } from './database'
import { sha256 } from './sha256'
import { isoInstant } from '../system'

/** Wrong passwords after which a name is locked, and for how long. */
export const MOST_FAILURES = 5
export const LOCK_DURATION = 15 * 60_000

/**
 * Counts an attempt before its password is looked at. Other attempts at the name wait until the transaction ends, so that
 * guesses sent side by side count as well. False: the name is locked. Failures are forgotten when none was added for `LOCK_DURATION`; attempts while locked add none.
 */
export async function startAttempt(tx: Queryable, username: string, now: number): Promise<boolean> {
  const { failures } = onlyRow(
    await tx.query<{ failures: number }>(
      `INSERT INTO sign_in_attempt AS known (name_hash, failures, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (name_hash) DO UPDATE SET
         failures = CASE WHEN known.last_at <= $3 THEN 1 ELSE least(known.failures + 1, $4 + 2) END,
         last_at = CASE WHEN known.last_at > $3 AND known.failures >= $4 THEN known.last_at ELSE $2 END
       RETURNING failures`,
      [sha256(username), isoInstant(now), isoInstant(now - LOCK_DURATION), MOST_FAILURES],
    ),
  )
  if (failures === MOST_FAILURES + 1) {
    await appendAudit(tx, {
      at: now,
      kind: 'sign-in-locked',
      caseId: null,
      round: null,
      actorId: null,
      detail: { nameHash: sha256(username) },
    })
  }
  return failures <= MOST_FAILURES
}

/** The password was right: nothing counts against the name any more. */
export async function forgetAttempts(database: Queryable, username: string): Promise<void> {
  await database.query('DELETE FROM sign_in_attempt WHERE name_hash = $1', [sha256(username)])
}

/** Removes counts that no longer mean anything. */
export async function sweepAttempts(database: Queryable, now: number): Promise<void> {
  await database.query('DELETE FROM sign_in_attempt WHERE last_at <= $1', [isoInstant(now - LOCK_DURATION)])
}
