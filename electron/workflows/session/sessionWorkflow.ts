import { canonicalJson } from '../../../shared/canonicalJson'
import type { ParsedRequestOf } from '../../../shared/ipc/contract'
import type { EnrolmentTaken, SavedEnrolmentRequest } from '../../../shared/ipc/enrolment'
import type { Session } from '../../../shared/ipc/models'
import type { SignInReply, User } from '../../../shared/protocol/apiModels'
import { may, type Right } from '../../../shared/review/rights'
import type { StoredSession } from '../../data/dataOperations'
import { AppError } from '../appError'
import { isUnanswered } from '../serverAnswer'
import type { ServerResult } from '../ports/reviewServerPort'
import { createCompanyOpening, storedSession } from './companyOpening'
import { createCompanySignIn } from './companySignIn'
import { createEnrolmentDesk } from './enrolment'
import { followRecovery } from './followRecovery'
import { giveBackReservations } from './giveBackReservations'
import { openProfile, signInFailure } from './openings'
import type { Locked, SessionParts } from './sessionParts'
import { createTokenRenewal } from './tokenRenewal'

/** What the other workflows may know about who is signed in. */
export interface CurrentSession {
  /** The signed-in person; throws `not-signed-in` otherwise. */
  requireUser(): User
  /** The signed-in person, whose role has the right; throws `not-signed-in` or `forbidden` otherwise. */
  requireRight(right: Right): User
  /** By what the signed-in person was known last; null while nobody is signed in. */
  signedInBy(): StoredSession['by'] | null
  /** Token for the server; null while signed out, or signed in without a network and without a stored token. */
  token(): string | null
  reservations(): number
  /** The server no longer takes the token: work goes on here, sending waits for a new sign-in. */
  tokenRefused(): void
  /** The token that has replaced the given one since, or the given one. */
  freshest(token: string): string
  /** A new access token in place of one that has run out. `unauthenticated`: the sign-in has ended. */
  renew(token: string): Promise<ServerResult<string>>
  needsSignIn(): boolean
}

export interface SessionWorkflow extends CurrentSession {
  read(): Session
  /** Forgets the data key and everything of the person but the name; holds are renewed no longer. */
  lock(): Promise<Session>
  /** Opens the locked desk again for the same person, by the password alone and without asking the server. */
  unlock(request: { readonly password: string }): Promise<Session>
  signIn(request: ParsedRequestOf<'session.signIn'>): Promise<Session>
  /** Which ways there are besides the password. */
  ways(): Promise<{ readonly answered: boolean; readonly company: boolean }>
  /** Proves the person at the company's identity provider; the passphrase is due then. */
  signInByCompany(): Promise<Session>
  openByPassphrase(request: { readonly passphrase: string }): Promise<Session>
  /** For who has no network: a profile that waits for the reply to a request carried by hand. */
  beginEnrolment(request: ParsedRequestOf<'session.beginEnrolment'>): Promise<Session>
  saveEnrolmentRequest(): Promise<SavedEnrolmentRequest>
  /** With the reply the desk is the person's, and locked: who sits there now need not be who began. */
  takeEnrolmentReply(fingerprint: string): Promise<EnrolmentTaken>
  giveUpEnrolment(): Promise<Session>
  /** Also ends a sign-in that has only begun, and leaves an enrolment waiting. */
  signOut(): Promise<Session>
}

/** After that many the person signs in anew, where the server counts. */
const MOST_UNLOCK_FAILURES = 5

/**
 * Signing in asks the server first. Only when no answer comes does the local profile decide: the password that
 * unlocks its data key opens the desk for work without a network. One person at a time has the desk.
 */
export function createSessionWorkflow(dependencies: SessionParts): SessionWorkflow {
  const { data, server, serverUrl, profileFolder, notify } = dependencies
  let current: StoredSession | null = null
  let lastUsername: string | null = null
  let locked: Locked | null = null
  const company = createCompanyOpening({
    company: createCompanySignIn(dependencies),
    server,
    data,
    serverUrl,
    profileFolder,
  })
  const enrolment = createEnrolmentDesk(dependencies)
  const renewal = createTokenRenewal({
    server,
    read: () => current,
    async replace(next) {
      const isOther = canonicalJson(next.user) !== canonicalJson(current?.user ?? null)
      current = next
      await data.saveSession(next)
      if (isOther) {
        notify('session-changed', {})
      }
    },
  })

  function read(): Session {
    if (locked) {
      const { user, by } = locked
      return { state: 'locked', serverUrl, username: user.username, displayName: user.displayName, by }
    }
    return current
      ? { state: 'signed-in', serverUrl, user: current.user, by: current.by }
      : (company.state() ?? enrolment.state() ?? { state: 'signed-out', serverUrl, lastUsername })
  }

  /** What somebody has begun at the sign-in page ends, whoever comes next. */
  async function leaveBegun(): Promise<void> {
    await company.cancel()
    await enrolment.leave()
  }

  function requireNobody(): void {
    if (current ?? locked) {
      throw new AppError('invalid-request', 'Somebody is signed in')
    }
  }

  async function closing(): Promise<void> {
    await dependencies.onSignedOut()
    await data.closeProfile()
  }

  function requireUser(): User {
    if (!current) {
      throw new AppError('not-signed-in', 'Nobody is signed in')
    }
    return current.user
  }

  /** The profile is open, and the server knows the person. */
  async function begin(reply: SignInReply, by: StoredSession['by']): Promise<void> {
    const session = storedSession(reply, by)
    await data.saveSession(session)
    await followRecovery(reply.recovery, dependencies)
    current = session
  }

  async function opened(username: string): Promise<Session> {
    lastUsername = username
    await dependencies.onSignedIn()
    notify('session-changed', {})
    return read()
  }

  /** Null: the profile is open and waits for its enrolment. */
  async function openOffline(username: string, password: string): Promise<StoredSession | null> {
    const folder = profileFolder(username)
    const { waits } = await openProfile(data, { folder, password, create: false })
    const stored = await data.readSession()
    if (!stored && !waits) {
      await data.closeProfile()
      throw new AppError('offline-sign-in-impossible', 'Profile was never signed in')
    }
    return stored
  }

  return {
    read,
    async signIn({ username, password, newPassword, formerPassword }) {
      requireNobody()
      await leaveBegun()
      const answer = await server.signIn({ username, password, ...(newPassword && { newPassword }) })
      if (answer.ok) {
        const folder = profileFolder(username)
        const opening = { folder, password: newPassword ?? password, create: true, formerPassword }
        await openProfile(data, opening)
        await begin(answer.value, 'password')
      } else if (isUnanswered(answer.error)) {
        current = await openOffline(username, password)
      } else {
        throw signInFailure(answer.error)
      }
      if (current === null) {
        lastUsername = username
        await enrolment.wait(username)
        return read()
      }
      return opened(username)
    },
    ways: () => company.ways(),
    async signInByCompany() {
      requireNobody()
      await enrolment.leave()
      await company.prove()
      notify('session-changed', {})
      return read()
    },
    async openByPassphrase({ passphrase }) {
      requireNobody()
      const reply = await company.open(passphrase).catch((error: unknown) => {
        notify('session-changed', {})
        throw error
      })
      await begin(reply, 'company')
      return opened(reply.user.username)
    },
    async beginEnrolment(request) {
      requireNobody()
      await leaveBegun()
      await enrolment.begin(request)
      lastUsername = request.username
      return read()
    },
    saveEnrolmentRequest: () => enrolment.saveRequest(),
    async takeEnrolmentReply(fingerprint) {
      const taken = await enrolment.take(fingerprint)
      if (taken.outcome !== 'enrolled') {
        return taken
      }
      const { user, by } = taken.session
      locked = { user, by, failures: 0, closed: data.closeProfile() }
      await locked.closed
      notify('session-changed', {})
      return { outcome: 'enrolled' }
    },
    async giveUpEnrolment() {
      await enrolment.giveUp()
      return read()
    },
    async lock() {
      if (!current) {
        return read()
      }
      locked = { user: current.user, by: current.by, failures: 0, closed: closing() }
      current = null
      // At once, whatever is still under way: a machine that reads a paper must not keep a case on the screen.
      dependencies.onLocked()
      await locked.closed
      return read()
    },
    async unlock({ password }) {
      const waiting = locked
      if (!waiting) {
        throw new AppError('invalid-request', 'The desk is not locked')
      }
      await waiting.closed
      try {
        current = await openOffline(waiting.user.username, password)
      } catch (error) {
        waiting.failures += 1
        if (waiting.failures >= MOST_UNLOCK_FAILURES) {
          locked = null
          notify('session-changed', {})
        }
        throw error
      }
      locked = null
      await dependencies.onSignedIn()
      notify('session-changed', {})
      return read()
    },
    async signOut() {
      if (locked) {
        await locked.closed
        locked = null
        notify('session-changed', {})
      }
      if (!current) {
        await leaveBegun()
        return read()
      }
      const token = current.token
      current = null
      await dependencies.onSignedOut()
      if (token) {
        await giveBackReservations(data, server, token)
      }
      await data.clearSessionToken()
      await data.closeProfile()
      if (token) {
        // Best effort: without a network the token runs out on the server by itself.
        await server.signOut(token)
      }
      notify('session-changed', {})
      return read()
    },
    requireUser,
    requireRight(right) {
      const user = requireUser()
      if (!may(user.role, right)) {
        throw new AppError('forbidden', `The role does not have the right ${right}`)
      }
      return user
    },
    signedInBy: () => current?.by ?? null,
    token: () => current?.token ?? null,
    freshest: renewal.freshest,
    renew: (token) => renewal.renew(token),
    reservations: () => current?.reservations ?? 0,
    needsSignIn: () => current !== null && current.token === null,
    tokenRefused() {
      if (current) {
        current = { ...current, token: null, refreshToken: null }
      }
    },
  }
}
