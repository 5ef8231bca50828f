import type { FailureCode } from '../../../shared/ipc/result'
import type { ProfileProblem } from '../../data/dataOperations'
import { AppError } from '../appError'
import { serverFailure } from '../serverAnswer'
import type { DataPort } from '../ports/dataPort'
import type { ServerProblem } from '../ports/reviewServerPort'

const PROFILE_FAILURES: Readonly<Record<ProfileProblem, FailureCode>> = {
  'wrong-password': 'wrong-credentials',
  'no-profile': 'offline-sign-in-impossible',
  'not-enrolled': 'wrong-credentials',
  damaged: 'storage',
  newer: 'storage',
  'disk-full': 'disk-full',
}

interface Opening {
  readonly folder: string
  readonly password: string
  /** The server has just taken this password. */
  readonly create: boolean
  /** The password before, as somebody remembers it who changed it elsewhere. */
  readonly formerPassword?: string | undefined
}

/** What stands against opening a profile, in words of the desk. */
export function profileFailure(problem: ProfileProblem): AppError {
  return new AppError(PROFILE_FAILURES[problem], `Profile: ${problem}`)
}

/**
 * Opens a person's profile, or says in words of the desk why not. A former password is replaced by the present one. `waits`: nobody
 * has signed in there yet, and the reply to an enrolment request is awaited.
 */
export async function openProfile(
  data: Pick<DataPort, 'openProfile' | 'rewrapProfile'>,
  { folder, password, create, formerPassword }: Opening,
): Promise<{ readonly waits: boolean }> {
  const opened = await data.openProfile({ folder, password, create })
  if (!opened.ok && opened.error === 'wrong-password' && create) {
    const former =
      formerPassword === undefined
        ? opened
        : await data.openProfile({ folder, password: formerPassword, create })
    if (!former.ok) {
      throw new AppError('former-password', 'The profile is wrapped by a former password')
    }
    await data.rewrapProfile({ password })
    return former.value
  }
  if (!opened.ok) {
    throw profileFailure(opened.error)
  }
  return opened.value
}

/** What a refused sign-in is called at the desk. */
export function signInFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'wrong-credentials':
    case 'one-time-password':
    case 'locked-out':
    case 'untrusted-server':
      return new AppError(problem, 'Sign-in refused')
    case 'forbidden':
      return new AppError('account-closed', 'Sign-in refused')
    case 'offline':
    case 'busy':
      return serverFailure(problem)
    default:
      return new AppError('unexpected', `Sign-in: ${problem}`, { retryable: true })
  }
}
