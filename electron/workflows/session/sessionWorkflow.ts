import type { Session } from '../../../shared/ipc/models'
import type { FailureCode } from '../../../shared/ipc/result'
import type { User } from '../../../shared/protocol/api'
import type { ProfileProblem, StoredSession } from '../../data/dataOperations'
import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { ReviewServerPort, ServerProblem } from '../ports/reviewServerPort'

/** What the other workflows may know about who is signed in. */
export interface CurrentSession {
  /** The signed-in person; throws `not-signed-in` otherwise. */
  requireUser(): User
  /** Token for the server; null while signed out, or signed in without a network and without a stored token. */
  token(): string | null
  reservations(): number
  /** The server no longer takes the token: work goes on here, sending waits for a new sign-in. */
  tokenRefused(): void
  needsSignIn(): boolean
}

export interface SessionWorkflow extends CurrentSession {
  read(): Session
  signIn(request: { readonly username: string; readonly password: string }): Promise<Session>
  signOut(): Promise<Session>
}

interface Dependencies {
  readonly data: DataPort
  readonly server: ReviewServerPort
  readonly serverUrl: string
  /** Folder of the profile of that account at this server; the name tells nobody whose it is. */
  readonly profileFolder: (username: string) => string
  readonly notify: NotifyDesk
  /** The profile is open; whatever has to be there before the first case is opened. */
  readonly onSignedIn: () => Promise<void>
  readonly onSignedOut: () => Promise<void>
}

/**
 * Signing in asks the server first. Only when no answer comes does the local profile decide: the password that
 * unlocks its data key opens the desk for work without a network. One person at a time has the desk.
 */
export function createSessionWorkflow(dependencies: Dependencies): SessionWorkflow {
  const { data, server, serverUrl, profileFolder, notify } = dependencies
  let current: StoredSession | null = null
  let lastUsername: string | null = null

  function read(): Session {
    return current
      ? { state: 'signed-in', serverUrl, user: current.user }
      : { state: 'signed-out', serverUrl, lastUsername }
  }

  async function openOnline(
    username: string,
    password: string,
    reply: Omit<StoredSession, never>,
  ): Promise<StoredSession> {
    await openProfile(data, { folder: profileFolder(username), password, create: true })
    await data.saveSession(reply)
    return reply
  }

  async function openOffline(username: string, password: string): Promise<StoredSession> {
    await openProfile(data, { folder: profileFolder(username), password, create: false })
    const stored = await data.readSession()
    if (!stored) {
      await data.closeProfile()
      throw new AppError('offline-sign-in-impossible', 'Profile was never signed in')
    }
    return stored
  }

  /**
   * Cases kept for work without a network are free for colleagues again; what was drawn stays. Ends with the first
   * call that gets no answer: reservations run out on the server by themselves.
   */
  async function giveBackReservations(token: string): Promise<void> {
    for (const { hold } of await data.listHolds()) {
      if (hold.kind === 'reservation') {
        const released = await server.release(token, hold.caseId, hold.token)
        if (!released.ok) {
          return
        }
        await data.dropCase(hold.caseId)
      }
    }
  }

  return {
    read,
    async signIn({ username, password }) {
      if (current) {
        throw new AppError('invalid-request', 'Somebody is signed in')
      }
      const answer = await server.signIn({ username, password })
      if (answer.ok) {
        const { user, serverId, token, expiresAt, reservations } = answer.value
        const session = { user, serverId, token, tokenExpiresAt: expiresAt, reservations }
        current = await openOnline(username, password, session)
      } else if (answer.error === 'offline') {
        current = await openOffline(username, password)
      } else {
        throw signInFailure(answer.error)
      }
      lastUsername = username
      await dependencies.onSignedIn()
      notify('session-changed', {})
      return read()
    },
    async signOut() {
      if (!current) {
        return read()
      }
      const token = current.token
      current = null
      await dependencies.onSignedOut()
      if (token) {
        await giveBackReservations(token)
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
    requireUser() {
      if (!current) {
        throw new AppError('not-signed-in', 'Nobody is signed in')
      }
      return current.user
    },
    token: () => current?.token ?? null,
    reservations: () => current?.reservations ?? 0,
    needsSignIn: () => current !== null && current.token === null,
    tokenRefused() {
      if (current) {
        current = { ...current, token: null }
      }
    },
  }
}

const PROFILE_FAILURES: Readonly<Record<ProfileProblem, FailureCode>> = {
  'wrong-password': 'wrong-credentials',
  'no-profile': 'offline-sign-in-impossible',
  damaged: 'storage',
  newer: 'storage',
  'disk-full': 'disk-full',
}

async function openProfile(
  data: DataPort,
  request: { readonly folder: string; readonly password: string; readonly create: boolean },
): Promise<void> {
  const opened = await data.openProfile(request)
  if (!opened.ok) {
    throw new AppError(PROFILE_FAILURES[opened.error], `Profile: ${opened.error}`)
  }
}

function signInFailure(problem: ServerProblem): AppError {
  if (problem === 'wrong-credentials' || problem === 'locked-out') {
    return new AppError(problem, 'Sign-in refused')
  }
  return new AppError('unexpected', `Sign-in: ${problem}`, { retryable: true })
}
