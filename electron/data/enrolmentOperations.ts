import type { EnrolmentProblem, EnrolmentRequest } from '../../shared/protocol/enrolment'
import type { RecoverySettings } from '../../shared/protocol/recovery'
import type { Result } from '../../shared/result'
import type { ProfileProblem, StoredSession } from './dataOperations'

/** What the data worker can do about a profile that waits for its enrolment by file. */
export interface EnrolmentOperations {
  /**
   * Makes a profile in which nobody has signed in yet, and opens it. One that waits under the name already is replaced: there is
   * nothing in it. `in-use`: somebody has signed in; nothing is changed.
   */
  beginEnrolment(request: {
    readonly folder: string
    readonly password: string
  }): Promise<Result<null, ProfileProblem | 'in-use'>>
  /** The request of the open profile, under its device's signature, and what people compare of the device's key. */
  enrolmentRequest(request: { readonly username: string; readonly now: string }): {
    readonly request: EnrolmentRequest
    readonly fingerprint: string
  }
  /**
   * Opens and checks a reply, and keeps all of it or nothing: who the person is, the server's key, and that this was done. The
   * profile waits no longer then. `fingerprint`: of the server, as `readFingerprint` gives it.
   */
  takeEnrolment(request: {
    readonly bytes: Uint8Array
    readonly username: string
    readonly fingerprint: string
    readonly now: string
  }): Promise<
    Result<
      { readonly session: StoredSession; readonly recovery: RecoverySettings | undefined },
      EnrolmentProblem
    >
  >
  /** Closes the open profile and removes it. Throws when it does not wait. */
  giveUpEnrolment(): void
}
