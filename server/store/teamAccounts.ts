import type { Database } from './database'
import { deleteBinding, insertBinding } from './identities'
import {
  endHoldsOf,
  endSignIns,
  lockManagers,
  manage,
  readAccount,
  recordAccount,
  type AccountResult,
  type Managing,
} from './managedAccount'
import { isoInstant } from '../system'
import { drawableStates } from '../../shared/filing/drawing'
import type { ChangeAccountRequest, OpenAccountRequest } from '../../shared/protocol/accounts'
import { refusal } from '../../shared/result'

/** A password that a supervisor is given to hand over. */
export interface OneTimePassword {
  readonly hash: string
  /** Epoch milliseconds after which it opens nothing. */
  readonly until: number
}

/** Thrown to undo what a transaction has written so far. */
class IdentityTaken extends Error {}

/** Opens an account: with a one-time password, or bound to a company account. `conflict`: name or identity is taken. */
export async function openAccount(
  database: Database,
  account: OpenAccountRequest & { readonly password: OneTimePassword | null },
  managing: Managing,
): Promise<AccountResult> {
  const { accountId, byId, issuer, now } = managing
  const { username, displayName, role, provinces, subject, password } = account
  try {
    return await database.transaction(async (tx) => {
      if (!(await lockManagers(tx, accountId)).includes(byId)) {
        return refusal('forbidden')
      }
      const made = await tx.query(
        `INSERT INTO account (id, username, display_name, role, password_hash, one_time_until, created_at, provinces)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (username) DO NOTHING RETURNING id`,
        [
          accountId,
          username,
          displayName,
          role,
          password?.hash ?? null,
          password === null ? null : isoInstant(password.until),
          isoInstant(now),
          orNull(provinces),
        ],
      )
      if (made.length === 0) {
        return refusal('conflict')
      }
      const after = { username, displayName, role, provinces }
      await recordAccount(tx, 'account-created', managing, { before: null, after })
      if (subject !== null && !(await bind(tx, { issuer, subject, accountId, byId }, now))) {
        throw new IdentityTaken()
      }
      return readAccount(tx, managing)
    })
  } catch (error) {
    if (error instanceof IdentityTaken) {
      return refusal('conflict')
    }
    throw error
  }
}

/** Changes name, role and provinces. Holds end on cases that the new role may not draw. */
export function changeAccount(
  database: Database,
  { displayName, role, provinces }: ChangeAccountRequest,
  managing: Managing,
): Promise<AccountResult> {
  return manage(database, managing, async (tx, before) => {
    await tx.query('UPDATE account SET display_name = $2, role = $3, provinces = $4 WHERE id = $1', [
      managing.accountId,
      displayName,
      role,
      orNull(provinces),
    ])
    await endHoldsOf(tx, managing, drawableStates(role))
    await recordAccount(tx, 'account-changed', managing, {
      before: { displayName: before.displayName, role: before.role, provinces: before.provinces ?? [] },
      after: { displayName, role, provinces },
    })
    return readAccount(tx, managing)
  })
}

/** Closes an account: every sign-in of the person ends, and so does every hold, so that colleagues can go on. */
export function closeAccount(database: Database, managing: Managing): Promise<AccountResult> {
  return manage(database, managing, async (tx, { closedAt }) => {
    if (closedAt === null) {
      const { accountId, now } = managing
      await tx.query('UPDATE account SET closed_at = $2 WHERE id = $1', [accountId, isoInstant(now)])
      await endSignIns(tx, accountId)
      await endHoldsOf(tx, managing, [])
      const change = { before: { closed: false }, after: { closed: true } }
      await recordAccount(tx, 'account-closed', managing, change)
    }
    return readAccount(tx, managing)
  })
}

/** Opens a closed account again; the person signs in anew. */
export function reopenAccount(database: Database, managing: Managing): Promise<AccountResult> {
  return manage(database, managing, async (tx, { closedAt }) => {
    if (closedAt !== null) {
      await tx.query('UPDATE account SET closed_at = NULL WHERE id = $1', [managing.accountId])
      const change = { before: { closed: true }, after: { closed: false } }
      await recordAccount(tx, 'account-reopened', managing, change)
    }
    return readAccount(tx, managing)
  })
}

/** Gives a person a one-time password and ends every sign-in of theirs. */
export function resetPassword(
  database: Database,
  password: OneTimePassword,
  managing: Managing,
): Promise<AccountResult> {
  return manage(database, managing, async (tx, before) => {
    const { accountId } = managing
    await tx.query('UPDATE account SET password_hash = $2, one_time_until = $3 WHERE id = $1', [
      accountId,
      password.hash,
      isoInstant(password.until),
    ])
    await endSignIns(tx, accountId)
    const change = { before: { password: before.password }, after: { password: 'one-time' } }
    await recordAccount(tx, 'password-reset', managing, change)
    return readAccount(tx, managing)
  })
}

/** Binds a company account. `conflict`: it, or this account, is bound already. */
export function bindIdentity(
  database: Database,
  subject: string,
  managing: Managing,
): Promise<AccountResult> {
  return manage(database, managing, async (tx) => {
    const { issuer, accountId, byId, now } = managing
    const isBound = await bind(tx, { issuer, subject, accountId, byId }, now)
    return isBound ? readAccount(tx, managing) : refusal('conflict')
  })
}

/** Takes the company account away and ends every sign-in of the person, whichever way it was made. */
export function unbindIdentity(database: Database, managing: Managing): Promise<AccountResult> {
  return manage(database, managing, async (tx) => {
    const { issuer, accountId, byId, now } = managing
    if (issuer !== null && (await deleteBinding(tx, { issuer, accountId, byId }, now))) {
      await endSignIns(tx, accountId)
    }
    return readAccount(tx, managing)
  })
}

type Binding = Omit<Parameters<typeof insertBinding>[1], 'issuer'> & { readonly issuer: string | null }

/** Nothing is bound where there is no provider. */
async function bind(
  tx: Parameters<typeof insertBinding>[0],
  { issuer, ...binding }: Binding,
  now: number,
): Promise<boolean> {
  return issuer !== null && (await insertBinding(tx, { issuer, ...binding }, now))
}

function orNull(provinces: readonly string[]): readonly string[] | null {
  return provinces.length === 0 ? null : provinces
}
