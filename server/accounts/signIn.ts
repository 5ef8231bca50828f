import { randomBytes } from 'node:crypto'
import type { ProvenIdentity } from './companyIdentity'
import { createTurns } from './createTurns'
import { hashPassword, isPassword } from './passwords'
import { choosePassword, lockAccount, type AccountSecrets } from '../store/accounts'
import type { Database, Queryable } from '../store/database'
import { insertBinding, lockBound, rememberUnbound } from '../store/identities'
import { closeSession, findSession, openFamily, rotate, type TokenPair } from '../store/sessions'
import { sha256 } from '../store/sha256'
import { forgetAttempts, startAttempt } from '../store/signInAttempts'
import type { Clock, Ids } from '../system'
import type { ChangePasswordRequest } from '../../shared/protocol/accounts'
import type { User } from '../../shared/protocol/apiModels'
import { refusal, success, type Result } from '../../shared/result'

/** A working day with its breaks: nobody signs in twice on one day, and a token of yesterday opens nothing. */
const SESSION_DURATION = 12 * 60 * 60_000
/** Of an access token. A copy of one is of use no longer than that; a workstation renews it by itself. */
const ACCESS_DURATION = 15 * 60_000
const TOKEN_BYTES = 32
/** Each keeps a connection while passwords are hashed, which this process does one at a time. Others need some as well. */
const MOST_AT_ONCE = 2

export interface Session {
  readonly token: string
  readonly expiresAt: number
  /** Good for one renewal. */
  readonly refreshToken: string
  readonly user: User
}

interface Credentials {
  readonly username: string
  readonly password: string
  /** In place of a one-time password. */
  readonly newPassword?: string | undefined
}

export interface SignInDesk {
  /**
   * `forbidden`: the password is right and the account is closed. `one-time-password`: it is right and has to be replaced
   * in the same request by another.
   */
  signIn(
    credentials: Credentials,
  ): Promise<Result<Session, 'wrong-credentials' | 'locked-out' | 'forbidden' | 'one-time-password'>>
  /** Of somebody whom the identity provider has named. Binds where the operator's claim says so; makes no account. */
  signInByIdentity(identity: ProvenIdentity): Promise<Result<Session, 'identity-unknown' | 'forbidden'>>
  /** Replaces the person's own password; their sign-ins end but the one of this token. */
  changePassword(
    user: User,
    change: ChangePasswordRequest,
    token: string,
  ): Promise<Result<null, 'wrong-credentials' | 'locked-out'>>
  /** New tokens for a refresh token, which is of no use afterwards. */
  refresh(refreshToken: string): Promise<Result<Session, 'unauthenticated'>>
  /** The person of a valid token, or null. */
  userOf(token: string): Promise<User | null>
  signOut(token: string): Promise<void>
}

/**
 * Who may come in. An unknown name costs the same work as a known one, and is locked like one. What is looked at and what
 * follows from it are one transaction: no supervisor's change comes between, and a request for which there was no
 * connection has counted nothing.
 */
export async function createSignInDesk(database: Database, clock: Clock, ids: Ids): Promise<SignInDesk> {
  const nobody = await hashPassword(randomBytes(TOKEN_BYTES).toString('hex'))
  const inTurn = createTurns(MOST_AT_ONCE)

  /** The account whose password this is, locked. Counts as an attempt until it is. */
  async function proven(
    tx: Queryable,
    username: string,
    password: string,
  ): Promise<Result<AccountSecrets, 'wrong-credentials' | 'locked-out'>> {
    if (!(await startAttempt(tx, username, clock.now()))) {
      return refusal('locked-out')
    }
    const account = await lockAccount(tx, username)
    const passwordHash = account?.passwordHash ?? null
    const matches = await isPassword(password, passwordHash ?? nobody)
    if (!account || passwordHash === null || !matches || isOver(account, clock.now())) {
      return refusal('wrong-credentials')
    }
    await forgetAttempts(tx, username)
    return success(account)
  }

  async function begin(tx: Queryable, user: User, way: 'password' | 'company'): Promise<Session> {
    const now = clock.now()
    const endsAt = now + SESSION_DURATION
    const pair = makePair(now, endsAt)
    await openFamily(tx, { id: ids.next(), userId: user.id, endsAt, way }, pair, now)
    return { ...pair.tokens, user }
  }

  async function beginByPassword(
    tx: Queryable,
    { username, password, newPassword }: Credentials,
  ): ReturnType<SignInDesk['signIn']> {
    const account = await proven(tx, username, password)
    if (!account.ok) {
      return account
    }
    const { user, isClosed, oneTimeUntil } = account.value
    if (isClosed) {
      return refusal('forbidden')
    }
    if (oneTimeUntil !== null) {
      if (newPassword === undefined || newPassword === password) {
        return refusal('one-time-password')
      }
      const hash = await hashPassword(newPassword)
      await choosePassword(tx, { accountId: user.id, hash, keptToken: null }, clock.now())
    }
    return success(await begin(tx, user, 'password'))
  }

  async function beginByIdentity(
    tx: Queryable,
    identity: ProvenIdentity,
  ): ReturnType<SignInDesk['signInByIdentity']> {
    const account = await identified(tx, identity, clock.now())
    if (account === null) {
      return refusal('identity-unknown')
    }
    return account.isClosed ? refusal('forbidden') : success(await begin(tx, account.user, 'company'))
  }

  return {
    signIn: (credentials) => inTurn(() => database.transaction((tx) => beginByPassword(tx, credentials))),
    signInByIdentity: async (identity) => {
      const session = await database.transaction((tx) => beginByIdentity(tx, identity))
      if (!session.ok && session.error === 'identity-unknown') {
        await rememberUnbound(database, identity, clock.now())
      }
      return session
    },
    changePassword: (user, { password, newPassword }, token) =>
      inTurn(() =>
        database.transaction(async (tx) => {
          const account = await proven(tx, user.username, password)
          if (!account.ok) {
            return account
          }
          const hash = await hashPassword(newPassword)
          await choosePassword(tx, { accountId: user.id, hash, keptToken: sha256(token) }, clock.now())
          return success(null)
        }),
      ),
    refresh: async (refreshToken) => {
      const now = clock.now()
      const rotated = await rotate(database, sha256(refreshToken), (endsAt) => makePair(now, endsAt), now)
      return rotated ? success({ ...rotated.pair.tokens, user: rotated.user }) : refusal('unauthenticated')
    },
    userOf: (token) => findSession(database, sha256(token), clock.now()),
    signOut: (token) => closeSession(database, sha256(token)),
  }
}

/** A one-time password opens nothing after its days. */
function isOver({ oneTimeUntil }: AccountSecrets, now: number): boolean {
  return oneTimeUntil !== null && now >= oneTimeUntil
}

/** The account that this company account is bound to, locked; the claim binds it first where it may. Null: to none. */
async function identified(
  tx: Queryable,
  identity: ProvenIdentity,
  now: number,
): Promise<{ readonly user: User; readonly isClosed: boolean } | null> {
  const bound = await lockBound(tx, identity)
  if (bound !== null || identity.username === null) {
    return bound
  }
  const { issuer, subject, username } = identity
  const account = await lockAccount(tx, username)
  if (account !== null && !account.isClosed && account.claimBinds) {
    await insertBinding(tx, { issuer, subject, accountId: account.user.id, byId: null }, now)
  }
  // Bound by this request, or by the same person at another desk just now; or the name is somebody else's by now.
  return lockBound(tx, identity)
}

/** What is stored, and beside it what only the workstation gets. */
interface MadePair extends TokenPair {
  readonly tokens: Omit<Session, 'user'>
}

function makePair(now: number, familyEndsAt: number): MadePair {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const refreshToken = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = Math.min(now + ACCESS_DURATION, familyEndsAt)
  return {
    tokens: { token, expiresAt, refreshToken },
    accessHash: sha256(token),
    accessEndsAt: expiresAt,
    refreshHash: sha256(refreshToken),
  }
}
