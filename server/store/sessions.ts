import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './accounts'
import { appendAudit } from './auditChain'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'
import type { User } from '../../shared/protocol/apiModels'

/** Tokens as they are stored: by hash alone. Instants in epoch milliseconds. */
export interface TokenPair {
  readonly accessHash: string
  readonly accessEndsAt: number
  readonly refreshHash: string
}

/**
 * An answer that gets lost on the way leaves the workstation with the token before. For that long the one before is
 * taken once more, as long as nobody has used the one that replaced it.
 */
const LOST_ANSWER_GRACE = 60_000

/** Opens a sign-in: a family of tokens that follow one another until it ends. */
export async function openFamily(
  tx: Queryable,
  family: {
    readonly id: string
    readonly userId: string
    readonly endsAt: number
    /** By what the person was known. */
    readonly way: 'password' | 'company'
  },
  pair: TokenPair,
  now: number,
): Promise<void> {
  await tx.query('DELETE FROM session_family WHERE ends_at <= $1', [isoInstant(now)])
  await tx.query('INSERT INTO session_family (id, account_id, created_at, ends_at) VALUES ($1, $2, $3, $4)', [
    family.id,
    family.userId,
    isoInstant(now),
    isoInstant(family.endsAt),
  ])
  await insertPair(tx, family.id, pair, now)
  await appendAudit(tx, {
    at: now,
    kind: 'signed-in',
    caseId: null,
    round: null,
    actorId: family.userId,
    detail: { familyId: family.id, way: family.way },
  })
}

/**
 * Replaces a refresh token by the pair that `makePair` makes, once. A token that was replaced before is somebody's copy:
 * the whole family ends with it, so that neither the thief nor the owner goes on unnoticed. Null: no token of a live
 * family of an open account.
 */
export function rotate<Pair extends TokenPair>(
  database: Database,
  refreshHash: string,
  makePair: (familyEndsAt: number) => Pair,
  now: number,
): Promise<{ readonly user: User; readonly pair: Pair } | null> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<FamilyRow>(
      `SELECT session_family.id AS family_id, session_family.ends_at, used_at, replaced_by,
         ${ACCOUNT_COLUMNS}
       FROM refresh_token JOIN session_family ON session_family.id = family_id
       JOIN account ON account.id = session_family.account_id
       WHERE token_hash = $1 AND ends_at > $2 AND closed_at IS NULL FOR UPDATE OF session_family`,
      [refreshHash, isoInstant(now)],
    )
    if (!row) {
      return null
    }
    // Read again under the lock of the family: another request may have replaced it meanwhile.
    if (!(await takeToken(tx, refreshHash, now))) {
      await endFamily(tx, row, now)
      return null
    }
    const pair = makePair(row.ends_at.getTime())
    await tx.query('DELETE FROM session WHERE family_id = $1', [row.family_id])
    await insertPair(tx, row.family_id, pair, now)
    await tx.query(
      'UPDATE refresh_token SET used_at = coalesce(used_at, $2), replaced_by = $3 WHERE token_hash = $1',
      [refreshHash, isoInstant(now), pair.refreshHash],
    )
    return { user: accountOf(row), pair }
  })
}

interface FamilyRow extends AccountRow {
  readonly family_id: string
  readonly ends_at: Date
}

/** Whether the token may be replaced; a successor that nobody got is taken out of use. */
async function takeToken(tx: Queryable, refreshHash: string, now: number): Promise<boolean> {
  const [token] = await tx.query<{ used_at: Date | null; replaced_by: string | null }>(
    'SELECT used_at, replaced_by FROM refresh_token WHERE token_hash = $1',
    [refreshHash],
  )
  if (!token) {
    return false
  }
  if (token.used_at === null) {
    return true
  }
  if (token.replaced_by === null || now - token.used_at.getTime() > LOST_ANSWER_GRACE) {
    return false
  }
  const untouched = await tx.query(
    'UPDATE refresh_token SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL RETURNING token_hash',
    [token.replaced_by, isoInstant(now)],
  )
  return untouched.length > 0
}

async function endFamily(tx: Queryable, row: FamilyRow, now: number): Promise<void> {
  await tx.query('DELETE FROM session_family WHERE id = $1', [row.family_id])
  await appendAudit(tx, {
    at: now,
    kind: 'token-reused',
    caseId: null,
    round: null,
    actorId: row.id,
    detail: { familyId: row.family_id },
  })
}

async function insertPair(tx: Queryable, familyId: string, pair: TokenPair, now: number): Promise<void> {
  await tx.query(
    'INSERT INTO session (token_hash, family_id, created_at, expires_at) VALUES ($1, $2, $3, $4)',
    [pair.accessHash, familyId, isoInstant(now), isoInstant(pair.accessEndsAt)],
  )
  await tx.query('INSERT INTO refresh_token (token_hash, family_id, issued_at) VALUES ($1, $2, $3)', [
    pair.refreshHash,
    familyId,
    isoInstant(now),
  ])
}

/** The person of an access token that has not run out and whose account is open, or null. */
export async function findSession(
  database: Queryable,
  accessHash: string,
  now: number,
): Promise<User | null> {
  const [row] = await database.query<AccountRow>(
    `SELECT ${ACCOUNT_COLUMNS} FROM session
     JOIN session_family ON session_family.id = family_id JOIN account ON account.id = session_family.account_id
     WHERE token_hash = $1 AND expires_at > $2 AND closed_at IS NULL`,
    [accessHash, isoInstant(now)],
  )
  return row ? accountOf(row) : null
}

/** Ends the sign-in that the token belongs to, with all its tokens; one that is gone already stays gone. */
export async function closeSession(database: Queryable, accessHash: string): Promise<void> {
  await database.query(
    'DELETE FROM session_family WHERE id = (SELECT family_id FROM session WHERE token_hash = $1)',
    [accessHash],
  )
}
