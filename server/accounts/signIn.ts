import { randomBytes } from 'node:crypto'
import { hashPassword, isPassword } from './passwords'
import { closeSession, findAccount, findSession, openSession } from '../store/accounts'
import type { Database } from '../store/database'
import { sha256 } from '../store/sha256'
import { forgetAttempts, startAttempt } from '../store/signInAttempts'
import type { Clock } from '../system'
import type { User } from '../../shared/protocol/api'
import { refusal, success, type Result } from '../../shared/result'

/** A working day with its breaks: nobody signs in twice on one day, and a token of yesterday opens nothing. */
export const SESSION_DURATION = 12 * 60 * 60_000
const TOKEN_BYTES = 32

export interface Session {
  readonly token: string
  readonly expiresAt: number
  readonly user: User
}

export interface SignInDesk {
  signIn(username: string, password: string): Promise<Result<Session, 'wrong-credentials' | 'locked-out'>>
  /** The person of a valid token, or null. */
  userOf(token: string): Promise<User | null>
  signOut(token: string): Promise<void>
}

/** Signing in by password. An unknown name costs the same work as a known one, and is locked like one. */
export async function createSignInDesk(database: Database, clock: Clock): Promise<SignInDesk> {
  const nobody = await hashPassword(randomBytes(TOKEN_BYTES).toString('hex'))
  return {
    signIn: async (username, password) => {
      if (!(await startAttempt(database, username, clock.now()))) {
        return refusal('locked-out')
      }
      const account = await findAccount(database, username)
      const matches = await isPassword(password, account?.passwordHash ?? nobody)
      if (!account || !matches) {
        return refusal('wrong-credentials')
      }
      await forgetAttempts(database, username)
      const now = clock.now()
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const expiresAt = now + SESSION_DURATION
      await openSession(database, { tokenHash: sha256(token), userId: account.user.id, expiresAt }, now)
      return success({ token, expiresAt, user: account.user })
    },
    userOf: (token) => findSession(database, sha256(token), clock.now()),
    signOut: (token) => closeSession(database, sha256(token)),
  }
}
