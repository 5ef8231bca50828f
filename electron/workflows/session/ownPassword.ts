import type { ChangePasswordRequest } from '../../../shared/protocol/accounts'
import { isPassphrase, PASSPHRASE_LENGTH } from '../../../shared/review/passwordRules'
import { AppError } from '../appError'
import { signInFailure } from './openings'
import type { DataPort } from '../ports/dataPort'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from './sessionWorkflow'

interface Dependencies {
  readonly data: Pick<DataPort, 'rewrapProfile'>
  readonly server: Pick<ReviewServerPort, 'changePassword'>
  readonly session: Pick<CurrentSession, 'requireUser' | 'signedInBy' | 'token'>
}

/**
 * Changes what the person opens the desk with. A password is the server's first: a desk that stops between the two steps asks
 * for the former one at the next sign-in. A passphrase is this desk's alone.
 */
export function createOwnPassword({ data, server, session }: Dependencies) {
  async function changePassphrase({ password, newPassword }: ChangePasswordRequest): Promise<void> {
    if (newPassword.length < PASSPHRASE_LENGTH) {
      throw new AppError('invalid-request', 'The passphrase is too short')
    }
    if (!(await data.rewrapProfile({ password: newPassword, former: password }))) {
      throw new AppError('wrong-passphrase', 'The profile is wrapped by another passphrase')
    }
  }

  return {
    async change(request: ChangePasswordRequest): Promise<void> {
      session.requireUser()
      if (isPassphrase(session.signedInBy())) {
        return changePassphrase(request)
      }
      const token = session.token()
      if (token === null) {
        throw new AppError('offline', 'The server keeps passwords', { retryable: true })
      }
      const answer = await server.changePassword(token, request)
      if (!answer.ok) {
        throw signInFailure(answer.error)
      }
      await data.rewrapProfile({ password: request.newPassword })
    },
  }
}
