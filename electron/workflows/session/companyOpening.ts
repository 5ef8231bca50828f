import { PASSPHRASE_LENGTH } from '../../../shared/review/passwordRules'
import type { Session } from '../../../shared/ipc/models'
import type { SignInReply } from '../../../shared/protocol/apiModels'
import type { StoredSession } from '../../data/dataOperations'
import { AppError } from '../appError'
import type { CompanySignIn } from './companySignIn'
import { openProfile } from './openings'
import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'

interface Dependencies {
  readonly company: CompanySignIn
  readonly server: Pick<ReviewServerPort, 'signOut'>
  readonly data: Pick<DataPort, 'openProfile' | 'rewrapProfile'>
  readonly serverUrl: string
  readonly profileFolder: (username: string) => string
}

interface Proven {
  readonly reply: SignInReply
  /** No profile here yet: the person chooses a passphrase for it. */
  readonly isFirst: boolean
  failures: number
}

/** After that many the person proves again who it is. */
const MOST_FAILURES = 5

/**
 * From the company account to an open desk: the provider proves the person to the server, and the passphrase opens the
 * profile here (docs/adr/0064). In between the tokens are in memory and nothing is open.
 */
export function createCompanyOpening({ company, server, data, serverUrl, profileFolder }: Dependencies) {
  let proven: Proven | null = null
  let attempt = 0

  async function giveUp(): Promise<void> {
    attempt += 1
    company.cancel()
    const { token } = proven?.reply ?? {}
    proven = null
    if (token !== undefined) {
      // Best effort: without an answer the tokens run out by themselves.
      await server.signOut(token)
    }
  }

  return {
    ways: () => company.ways(),
    /** What the screen shows while the passphrase is due; null while nobody is proven. */
    state(): Session | null {
      if (proven === null) {
        return null
      }
      const { username, displayName } = proven.reply.user
      return { state: 'passphrase-due', serverUrl, username, displayName, isFirst: proven.isFirst }
    },
    async prove(): Promise<void> {
      const ended = giveUp()
      const own = attempt
      await ended
      const reply = await company.prove()
      const folder = profileFolder(reply.user.username)
      // Nobody's password is empty: this asks whether there is a profile, and opens none.
      const there = await data.openProfile({ folder, password: '', create: false })
      if (attempt !== own) {
        // The person has gone back, or begun anew, while the answer was on its way.
        await server.signOut(reply.token)
        throw new AppError('cancelled', 'The sign-in was given up')
      }
      // One that waits for its enrolment by file has nothing in it, and is made anew.
      const isFirst = !there.ok && (there.error === 'no-profile' || there.error === 'not-enrolled')
      proven = { reply, isFirst, failures: 0 }
    },
    /** Opens the profile, or makes it. Ends the sign-in after too many wrong passphrases. */
    async open(passphrase: string): Promise<SignInReply> {
      const waiting = proven
      if (waiting === null) {
        throw new AppError('invalid-request', 'Nobody is proven')
      }
      const { reply, isFirst } = waiting
      if (isFirst && passphrase.length < PASSPHRASE_LENGTH) {
        throw new AppError('invalid-request', 'The passphrase is too short')
      }
      try {
        const folder = profileFolder(reply.user.username)
        await openProfile(data, { folder, password: passphrase, create: isFirst })
      } catch (error) {
        throw await refused(error, waiting)
      }
      proven = null
      return reply
    },
    cancel: giveUp,
  }

  async function refused(error: unknown, waiting: Proven): Promise<unknown> {
    if (!(error instanceof AppError) || error.failure.code !== 'wrong-credentials') {
      return error
    }
    waiting.failures += 1
    if (waiting.failures >= MOST_FAILURES) {
      await giveUp()
    }
    return new AppError('wrong-passphrase', 'The profile is wrapped by another passphrase')
  }
}

/** What the desk keeps of a sign-in. */
export function storedSession(reply: SignInReply, by: StoredSession['by']): StoredSession {
  const { user, serverId, token, expiresAt, refreshToken, reservations } = reply
  return { user, serverId, token, tokenExpiresAt: expiresAt, refreshToken, reservations, by }
}
