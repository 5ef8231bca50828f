import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './accounts'
import { appendAudit, type AuditEntry, type AuditKind } from './auditChain'
import type { Database, Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { TeamAccount } from '../../shared/protocol/accounts'
import { refusal, success, type Result } from '../../shared/result'
import { may } from '../../shared/review/rights'
import { ROLES } from '../../shared/review/roles'

/** Somebody's change of somebody else's account. */
export interface Managing {
  readonly accountId: string
  readonly byId: string
  /** Of the identity provider whose bindings are meant; null where there is none. */
  readonly issuer: string | null
  readonly now: number
}

/** `forbidden`: the own account, or who asks manages accounts no more. `conflict`: taken by another. */
export type AccountResult = Result<TeamAccount, 'not-found' | 'forbidden' | 'conflict'>

type TeamRow = AccountRow & {
  readonly closed_at: Date | null
  readonly subject: string | null
  readonly password: TeamAccount['password']
}

const TEAM = `SELECT ${ACCOUNT_COLUMNS}, closed_at, subject, CASE WHEN password_hash IS NULL THEN 'none'
    WHEN one_time_until IS NULL THEN 'own' ELSE 'one-time' END AS password
  FROM account LEFT JOIN account_identity ON account_id = account.id AND issuer = $1`

/** The accounts of the team, by name, with their bindings at this identity provider. */
export async function listAccounts(database: Queryable, issuer: string | null): Promise<TeamAccount[]> {
  return (await database.query<TeamRow>(`${TEAM} ORDER BY username`, [issuer])).map(teamAccountOf)
}

/** The account as it is now. */
export async function readAccount(tx: Queryable, { accountId, issuer }: Managing): Promise<AccountResult> {
  const [row] = await tx.query<TeamRow>(`${TEAM} WHERE account.id = $2`, [issuer, accountId])
  return row ? success(teamAccountOf(row)) : refusal('not-found')
}

/**
 * Runs a change of an account in a transaction of its own. The account and all who manage accounts are locked meanwhile:
 * of two supervisors who close each other one is late and refused, so that the last one stays.
 */
export function manage(
  database: Database,
  managing: Managing,
  change: (tx: Queryable, before: TeamAccount) => Promise<AccountResult>,
): Promise<AccountResult> {
  const { accountId, byId } = managing
  return database.transaction(async (tx) => {
    const managers = await lockManagers(tx, accountId)
    if (accountId === byId || !managers.includes(byId)) {
      return refusal('forbidden')
    }
    const before = await readAccount(tx, managing)
    return before.ok ? change(tx, before.value) : before
  })
}

/** Ids of everybody who manages accounts now, locked together with this account. */
export async function lockManagers(tx: Queryable, accountId: string): Promise<readonly string[]> {
  const roles = ROLES.filter((role) => may(role, 'manage-accounts'))
  const rows = await tx.query<{ readonly id: string; readonly manages: boolean }>(
    `SELECT id, (role = ANY ($2::text[]) AND closed_at IS NULL) AS manages FROM account
     WHERE id = $1 OR (role = ANY ($2::text[]) AND closed_at IS NULL) ORDER BY id FOR NO KEY UPDATE`,
    [accountId, roles],
  )
  return rows.filter(({ manages }) => manages).map(({ id }) => id)
}

/** Every sign-in of the person ends. */
export async function endSignIns(tx: Queryable, accountId: string): Promise<void> {
  await tx.query('DELETE FROM session_family WHERE account_id = $1', [accountId])
}

/**
 * Ends the person's holds but those on cases in these states. Ended here, told by whatever ends expired holds.
 */
export async function endHoldsOf(
  tx: Queryable,
  { accountId, now }: Managing,
  keptStates: readonly CaseState[],
): Promise<void> {
  await tx.query(
    `UPDATE filing_case SET hold_expires_at = $2
     WHERE hold_account_id = $1 AND hold_expires_at > $2 AND state <> ALL ($3::text[])`,
    [accountId, isoInstant(now), keptStates],
  )
}

export async function recordAccount(
  tx: Queryable,
  kind: AuditKind,
  { accountId, byId, now }: Managing,
  change: NonNullable<AuditEntry['change']>,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    kind,
    caseId: null,
    round: null,
    actorId: byId,
    detail: { accountId },
    change,
  })
}

function teamAccountOf(row: TeamRow): TeamAccount {
  const { closed_at: closedAt, subject, password } = row
  return { ...accountOf(row), closedAt: closedAt?.toISOString() ?? null, subject, password }
}
