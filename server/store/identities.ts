import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './accounts'
import { appendAudit } from './auditChain'
import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { User } from '../../shared/protocol/apiModels'
import type { UnboundIdentity } from '../../shared/protocol/accounts'

/** A company account: who the identity provider knows by that name. */
interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** Anybody whom the provider knows can knock; the list is for people to read. */
const MOST_UNBOUND = 200
const UNBOUND_LIFE = 30 * 86_400_000

/**
 * The account that this identity is bound to, or null. Neither the account nor the binding changes until the transaction
 * ends.
 */
export async function lockBound(
  tx: Queryable,
  identity: Identity,
): Promise<{ readonly user: User; readonly isClosed: boolean } | null> {
  const known = await findBound(tx, identity)
  if (known === null) {
    return null
  }
  const { id } = known.user
  await tx.query('SELECT id FROM account WHERE id = $1 FOR NO KEY UPDATE', [id])
  // Bindings change under the lock of their account, so what is read now stays.
  const account = await findBound(tx, identity)
  return account === null || account.user.id === id ? account : lockBound(tx, identity)
}

async function findBound(
  database: Queryable,
  { issuer, subject }: Identity,
): Promise<{ readonly user: User; readonly isClosed: boolean } | null> {
  const [row] = await database.query<AccountRow & { readonly closed_at: Date | null }>(
    `SELECT ${ACCOUNT_COLUMNS}, closed_at FROM account_identity JOIN account ON account.id = account_id
     WHERE issuer = $1 AND subject = $2`,
    [issuer, subject],
  )
  return row ? { user: accountOf(row), isClosed: row.closed_at !== null } : null
}

/**
 * Binds the identity to the account, which the caller has locked. False when either is bound already: a binding is taken away by a person first.
 * `byId` null: the claim that the operator named said so, at a first sign-in.
 */
export async function insertBinding(
  tx: Queryable,
  binding: Identity & { readonly accountId: string; readonly byId: string | null },
  now: number,
): Promise<boolean> {
  const { issuer, subject, accountId, byId } = binding
  const bound = await tx.query(
    `INSERT INTO account_identity (issuer, subject, account_id, bound_at, bound_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING account_id`,
    [issuer, subject, accountId, isoInstant(now), byId],
  )
  if (bound.length === 0) {
    return false
  }
  await tx.query('DELETE FROM unbound_identity WHERE issuer = $1 AND subject = $2', [issuer, subject])
  if (byId !== null) {
    await tx.query('UPDATE account SET claim_binds = true WHERE id = $1', [accountId])
  }
  await appendAudit(tx, {
    at: now,
    kind: 'identity-bound',
    caseId: null,
    round: null,
    actorId: byId ?? accountId,
    detail: { accountId, by: byId === null ? 'claim' : 'supervisor' },
    change: { before: null, after: { issuer, subject } },
  })
  return true
}

/**
 * Takes the account's binding at this provider away; false when there is none. A claim does not bind the account again:
 * what a supervisor has undone, a supervisor does anew.
 */
export async function deleteBinding(
  tx: Queryable,
  { issuer, accountId, byId }: { readonly issuer: string; readonly accountId: string; readonly byId: string },
  now: number,
): Promise<boolean> {
  const [row] = await tx.query<{ readonly subject: string }>(
    'DELETE FROM account_identity WHERE issuer = $1 AND account_id = $2 RETURNING subject',
    [issuer, accountId],
  )
  if (!row) {
    return false
  }
  await tx.query('UPDATE account SET claim_binds = false WHERE id = $1', [accountId])
  await appendAudit(tx, {
    at: now,
    kind: 'identity-unbound',
    caseId: null,
    round: null,
    actorId: byId,
    detail: { accountId },
    change: { before: { issuer, subject: row.subject }, after: null },
  })
  return true
}

/** Remembers somebody whom the provider knows and nobody is bound to, so that a supervisor need not copy a subject. */
export async function rememberUnbound(
  database: Queryable,
  { issuer, subject, claimedName }: Identity & { readonly claimedName: string | null },
  now: number,
): Promise<void> {
  await database.query(
    `INSERT INTO unbound_identity (issuer, subject, claimed_name, last_seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (issuer, subject) DO UPDATE SET claimed_name = $3, last_seen_at = $4`,
    [issuer, subject, claimedName, isoInstant(now)],
  )
  await database.query(
    `DELETE FROM unbound_identity WHERE last_seen_at < $1 OR (issuer, subject) IN
       (SELECT issuer, subject FROM unbound_identity ORDER BY last_seen_at DESC, subject OFFSET $2)`,
    [isoInstant(now - UNBOUND_LIFE), MOST_UNBOUND],
  )
}

/** Who knocked and is bound to nobody, the latest first. */
export async function listUnbound(
  database: Queryable,
  issuer: string,
  now: number,
): Promise<UnboundIdentity[]> {
  const rows = await database.query<{
    readonly subject: string
    readonly claimed_name: string | null
    readonly last_seen_at: Date
  }>(
    `SELECT subject, claimed_name, last_seen_at FROM unbound_identity WHERE issuer = $1 AND last_seen_at >= $2
     ORDER BY last_seen_at DESC, subject`,
    [issuer, isoInstant(now - UNBOUND_LIFE)],
  )
  return rows.map(({ subject, claimed_name: claimedName, last_seen_at: seen }) => ({
    subject,
    claimedName,
    lastSeenAt: seen.toISOString(),
  }))
}
