import { createAccountHandlers } from './accountHandlers'
import type { ApiHandlers } from './apiHandlers'
import { apiRefusal, type ApiRefusal } from './apiRefusal'
import type { createAttemptWindow } from '../accounts/attemptWindow'
import type { CompanyIdentity } from '../accounts/companyIdentity'
import { reservationsOf } from '../accounts/reservationsOf'
import type { Session, SignInDesk } from '../accounts/signIn'
import type { Database } from '../store/database'
import { isoInstant, type Clock, type Ids } from '../system'
import type { RecoverySettings } from '../../shared/protocol/recovery'
import type { CompanySignInRequest } from '../../shared/protocol/companySignIn'
import { refusal, success, type Result } from '../../shared/result'

export interface SessionParts {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly desk: SignInDesk
  /** The operator's identity provider; null: people sign in by password alone. */
  readonly company: CompanyIdentity | null
  /** Counts sign-ins and renewals by address. */
  readonly attempts: ReturnType<typeof createAttemptWindow>
  readonly serverId: string
  /** What workstations wrap their data keys for; null: the provider has no recovery key. */
  readonly recovery: RecoverySettings | null
}

type SessionRoutes = 'signInWays' | 'signIn' | 'companySignIn' | 'refresh' | 'signOut' | 'changePassword'
type AccountRoutes = keyof ReturnType<typeof createAccountHandlers>

/** Signing in, going on, signing out, and who may at all. */
export function createSessionHandlers(parts: SessionParts): Pick<ApiHandlers, SessionRoutes | AccountRoutes> {
  const { desk, company } = parts
  return {
    ...createAccountHandlers(parts),
    signInWays: async () => success({ company: (await company?.way()) ?? null }),
    signIn: ({ body, address }) => begin(parts, address, () => desk.signIn(body)),
    companySignIn: ({ body, address }) => begin(parts, address, () => signInByCompany(parts, body)),
    refresh: async ({ body }) => {
      const session = await desk.refresh(body.refreshToken)
      return session.ok
        ? success(tokensOf(session.value))
        : apiRefusal('unauthenticated', 'The sign-in has ended')
    },
    signOut: async ({ token }) => {
      await desk.signOut(token ?? '')
      return success({})
    },
    changePassword: async ({ body, user, token, address }) => {
      if (!parts.attempts.allows(address)) {
        return apiRefusal('locked-out', TOO_MANY)
      }
      const changed = await desk.changePassword(user, body, token ?? '')
      return changed.ok ? success({}) : apiRefusal(changed.error, PROBLEMS[changed.error])
    },
  }
}

const TOO_MANY = 'Too many attempts from this address; try again in a minute'
const PROBLEMS = {
  'locked-out': 'Too many wrong passwords; the name is locked for a quarter of an hour',
  'wrong-credentials': 'What was shown does not prove who it is',
  'one-time-password': 'This password is good for choosing another, in the same request',
  'identity-unknown': 'No account is bound to this company account',
  'provider-unavailable': 'The identity provider does not answer',
  forbidden: 'The account is closed',
} as const

/** A sign-in by whichever way, counted by address. */
async function begin(
  parts: SessionParts,
  address: string,
  signIn: () => Promise<Result<Session, keyof typeof PROBLEMS>>,
): Promise<Result<SignedIn, ApiRefusal>> {
  if (!parts.attempts.allows(address)) {
    return apiRefusal('locked-out', TOO_MANY)
  }
  const session = await signIn()
  if (!session.ok) {
    return apiRefusal(session.error, PROBLEMS[session.error])
  }
  return success({
    ...tokensOf(session.value),
    serverId: parts.serverId,
    ...(parts.recovery === null ? {} : { recovery: parts.recovery }),
    reservations: reservationsOf(session.value.user.role),
  })
}

async function signInByCompany(
  { company, desk }: SessionParts,
  request: CompanySignInRequest,
): Promise<Result<Session, keyof typeof PROBLEMS>> {
  if (company === null) {
    return refusal('provider-unavailable')
  }
  const identity = await company.redeem(request)
  return identity.ok ? desk.signInByIdentity(identity.value) : identity
}

type SignedIn = Extract<Awaited<ReturnType<ApiHandlers['signIn']>>, { readonly ok: true }>['value']

function tokensOf({ token, expiresAt, refreshToken, user }: Session) {
  return { token, expiresAt: isoInstant(expiresAt), refreshToken, user }
}
