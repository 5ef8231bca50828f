import type { EnrolmentTaken, SavedEnrolmentRequest } from '../../../shared/ipc/enrolment'
import type { ParsedRequestOf } from '../../../shared/ipc/contract'
import type { Session } from '../../../shared/ipc/models'
import { ENROLMENT_BYTES } from '../../../shared/protocol/enrolment'
import { readFingerprint } from '../../../shared/protocol/keyFingerprint'
import type { StoredSession } from '../../data/dataOperations'
import { AppError } from '../appError'
import { followRecovery } from './followRecovery'
import { profileFailure } from './openings'
import type { SessionParts } from './sessionParts'

type Dependencies = Pick<
  SessionParts,
  'data' | 'desktop' | 'serverUrl' | 'profileFolder' | 'providerKeys' | 'now' | 'logUnexpected'
>

type Taken =
  | Exclude<EnrolmentTaken, { outcome: 'enrolled' }>
  | { readonly outcome: 'enrolled'; readonly session: StoredSession }

/** How a desk becomes known to its server without a network: a request leaves in a file, the reply comes in one (docs/adr/0101). */
export interface EnrolmentDesk {
  /** What the screen shows while the reply is awaited; null while none is. */
  state(): Session | null
  /** Makes a profile for that person, which waits from then on. */
  begin(request: ParsedRequestOf<'session.beginEnrolment'>): Promise<void>
  /** The profile that is open waits for its reply. */
  wait(username: string): Promise<void>
  saveRequest(): Promise<SavedEnrolmentRequest>
  take(typed: string): Promise<Taken>
  /** Removes the profile. */
  giveUp(): Promise<void>
  /** Closes the profile; it goes on waiting. */
  leave(): Promise<void>
}

export function createEnrolmentDesk(dependencies: Dependencies): EnrolmentDesk {
  const { data, desktop, serverUrl, profileFolder, now } = dependencies
  let waiting: { readonly username: string; readonly fingerprint: string } | null = null

  function required(): NonNullable<typeof waiting> {
    if (waiting === null) {
      throw new AppError('invalid-request', 'No enrolment is awaited')
    }
    return waiting
  }

  async function wait(username: string): Promise<void> {
    const { fingerprint } = await data.enrolmentRequest({ username, now: now() })
    waiting = { username, fingerprint }
  }

  return {
    state: () => waiting && { state: 'enrolling', serverUrl, ...waiting },
    wait,
    async begin({ username, passphrase }) {
      const begun = await data.beginEnrolment({ folder: profileFolder(username), password: passphrase })
      if (!begun.ok) {
        throw begun.error === 'in-use'
          ? new AppError('already-enrolled', 'Somebody has signed in under that name here')
          : profileFailure(begun.error)
      }
      await wait(username)
    },
    async saveRequest() {
      const { username } = required()
      const at = now()
      const { request } = await data.enrolmentRequest({ username, now: at })
      const name = `beian-desk-enrolment-${at.slice(0, 10)}.json`
      const isSaved = await desktop.saveText(name, `${JSON.stringify(request, null, 2)}\n`)
      return { fileName: isSaved ? name : null }
    },
    async take(typed) {
      const { username } = required()
      const fingerprint = readFingerprint(typed)
      if (fingerprint === null) {
        throw new AppError('invalid-request', 'That is no fingerprint')
      }
      const bytes = await desktop.chooseBundle(ENROLMENT_BYTES)
      if (bytes === null) {
        return { outcome: 'cancelled' }
      }
      // The person may have gone back while the dialog was open.
      required()
      const taken =
        bytes === 'too-large' ? null : await data.takeEnrolment({ bytes, username, fingerprint, now: now() })
      if (!taken?.ok) {
        return { outcome: 'refused', problem: taken?.error ?? 'not-a-reply' }
      }
      waiting = null
      const { session, recovery } = taken.value
      await followRecovery(recovery, dependencies)
      return { outcome: 'enrolled', session }
    },
    async giveUp() {
      required()
      await data.giveUpEnrolment()
      waiting = null
    },
    async leave() {
      if (waiting !== null) {
        waiting = null
        await data.closeProfile()
      }
    },
  }
}
