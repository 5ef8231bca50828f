import { appendAudit } from './auditChain'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'
import type { User } from '../../shared/protocol/api'
import type { Role } from '../../shared/review/roles'

interface AccountRow {
  readonly id: string
  readonly username: string
  readonly display_name: string
  readonly role: Role
}

/** Whether an account with this name exists. */
export async function isUsernameTaken(database: Queryable, username: string): Promise<boolean> {
  const rows = await database.query('SELECT 1 AS taken FROM account WHERE username = $1', [username])
  return rows.length > 0
}

/** Creates the account; one of that name made meanwhile by another server stays as it is. */
export function createAccount(
  database: Database,
  account: User & { readonly passwordHash: string },
  now: number,
): Promise<void> {
  return database.transaction(async (tx) => {
    const made = await tx.query(
      `INSERT INTO account (id, username, display_name, role, password_hash, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (username) DO NOTHING RETURNING id`,
      [
        account.id,
        account.username,
        account.displayName,
        account.role,
        account.passwordHash,
        isoInstant(now),
      ],
    )
    if (made.length > 0) {
      await appendAudit(tx, {
        at: now,
        kind: 'account-created',
        caseId: null,
        round: null,
        actorId: account.id,
        detail: { role: account.role },
      })
    }
  })
}

/** The account of this name with its password hash, or null. */
export async function findAccount(
  database: Queryable,
  username: string,
): Promise<{ readonly user: User; readonly passwordHash: string } | null> {
  const [row] = await database.query<AccountRow & { readonly password_hash: string }>(
    'SELECT id, username, display_name, role, password_hash FROM account WHERE username = $1',
    [username],
  )
  return row ? { user: userOf(row), passwordHash: row.password_hash } : null
}

/** Opens a session that is found by the hash of its token. */
export function openSession(
  database: Database,
  session: { readonly tokenHash: string; readonly userId: string; readonly expiresAt: number },
  now: number,
): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query('DELETE FROM session WHERE expires_at <= $1', [isoInstant(now)])
    await tx.query(
      'INSERT INTO session (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)',
      [session.tokenHash, session.userId, isoInstant(now), isoInstant(session.expiresAt)],
    )
    await appendAudit(tx, {
      at: now,
      kind: 'signed-in',
      caseId: null,
      round: null,
      actorId: session.userId,
      detail: {},
    })
  })
}

/** The person of a session that has not run out, or null. */
export async function findSession(database: Queryable, tokenHash: string, now: number): Promise<User | null> {
  const [row] = await database.query<AccountRow>(
    `SELECT account.id, username, display_name, role FROM session JOIN account ON account.id = account_id
     WHERE token_hash = $1 AND expires_at > $2`,
    [tokenHash, isoInstant(now)],
  )
  return row ? userOf(row) : null
}

/** Ends a session; one that is gone already stays gone. */
export async function closeSession(database: Queryable, tokenHash: string): Promise<void> {
  await database.query('DELETE FROM session WHERE token_hash = $1', [tokenHash])
}

function userOf(row: AccountRow): User {
  return { id: row.id, username: row.username, displayName: row.display_name, role: row.role }
}
