import { appendAudit } from './auditChain'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'
import type { User } from '../../shared/protocol/apiModels'
import type { Role } from '../../shared/review/roles'

export interface AccountRow {
  readonly id: string
  readonly username: string
  readonly display_name: string
  readonly role: Role
  readonly provinces: readonly string[] | null
}

/** What `accountOf` reads. */
export const ACCOUNT_COLUMNS = 'account.id, username, display_name, role, provinces'

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
      `INSERT INTO account (id, username, display_name, role, password_hash, created_at, provinces)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (username) DO NOTHING RETURNING id`,
      [
        account.id,
        account.username,
        account.displayName,
        account.role,
        account.passwordHash,
        isoInstant(now),
        account.provinces ?? null,
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

/** How an account is opened. `passwordHash` null: by a company account alone. */
export interface AccountSecrets {
  readonly user: User
  readonly passwordHash: string | null
  /** Until when the password is good for choosing another, and for nothing else; null: it is the person's own. */
  readonly oneTimeUntil: number | null
  readonly isClosed: boolean
  /** Whether a company account may be bound to it by a claim: not after a supervisor has unbound it. */
  readonly claimBinds: boolean
}

/** The account of this name, or null. Nobody changes, closes or unbinds it until the transaction ends. */
export async function lockAccount(tx: Queryable, username: string): Promise<AccountSecrets | null> {
  const [row] = await tx.query<
    AccountRow & {
      readonly password_hash: string | null
      readonly one_time_until: Date | null
      readonly closed_at: Date | null
      readonly claim_binds: boolean
    }
  >(
    `SELECT ${ACCOUNT_COLUMNS}, password_hash, one_time_until, closed_at, claim_binds FROM account
     WHERE username = $1 FOR NO KEY UPDATE`,
    [username],
  )
  return row
    ? {
        user: accountOf(row),
        passwordHash: row.password_hash,
        oneTimeUntil: row.one_time_until?.getTime() ?? null,
        isClosed: row.closed_at !== null,
        claimBinds: row.claim_binds,
      }
    : null
}

/**
 * The person chooses a password. The account is locked by the caller. `keptToken`: hash of the access token whose sign-in
 * goes on; all others of the person end.
 */
export async function choosePassword(
  tx: Queryable,
  choice: {
    readonly accountId: string
    readonly hash: string
    readonly keptToken: string | null
  },
  now: number,
): Promise<void> {
  const { accountId, hash, keptToken } = choice
  await tx.query('UPDATE account SET password_hash = $2, one_time_until = NULL WHERE id = $1', [
    accountId,
    hash,
  ])
  await tx.query(
    `DELETE FROM session_family WHERE account_id = $1 AND id IS DISTINCT FROM
       (SELECT family_id FROM session WHERE token_hash = $2)`,
    [accountId, keptToken],
  )
  await appendAudit(tx, {
    at: now,
    kind: 'password-changed',
    caseId: null,
    round: null,
    actorId: accountId,
    detail: {},
  })
}

/** The person of a row. */
export function accountOf(row: AccountRow): User {
  const { id, username, display_name: displayName, role, provinces } = row
  return { id, username, displayName, role, ...(provinces === null ? {} : { provinces: [...provinces] }) }
}
