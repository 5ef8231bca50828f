import { AppError } from './appError'
import type { ServerProblem, ServerResult } from './ports/reviewServerPort'
import type { CurrentSession } from './session/sessionWorkflow'
import type { FailureCode } from '../../shared/ipc/result'
import type { Right } from '../../shared/review/rights'

/** What a refusal means where a request of one kind got it; without an entry it means what it says. */
type Meanings = Partial<Readonly<Record<ServerProblem, FailureCode>>>

/** Nothing was decided about the request: no answer came, or the server has more to do than it can. Work goes on here. */
export function isUnanswered(problem: string): problem is 'offline' | 'busy' {
  return problem === 'offline' || problem === 'busy'
}

/** Whether the rest of an exchange is not worth asking for either: nobody answers, or the sign-in has ended. */
export function endsExchange(problem: string): boolean {
  return isUnanswered(problem) || problem === 'unauthenticated'
}

/**
 * Token of a person with the right, for what is on the server alone. Throws `not-signed-in` or `forbidden`, and `offline`
 * where the person signed in without a network.
 */
export function tokenFor(session: Pick<CurrentSession, 'requireRight' | 'token'>, right: Right): string {
  session.requireRight(right)
  const token = session.token()
  if (token === null) {
    throw serverFailure('offline')
  }
  return token
}

/** What the server gave; throws what a person is told when it gave nothing. */
export function granted<T>(answer: ServerResult<T>, meanings: Meanings = {}): T {
  if (!answer.ok) {
    throw serverFailure(answer.error, meanings)
  }
  return answer.value
}

/** What a person is told who waits for an answer of the server. */
export function serverFailure(problem: ServerProblem, meanings: Meanings = {}): AppError {
  const meant = meanings[problem]
  if (meant !== undefined) {
    return new AppError(meant, 'The server refused')
  }
  switch (problem) {
    case 'offline':
      return new AppError('offline', 'No answer from the server', { retryable: true })
    case 'busy':
      return new AppError('server-busy', 'The server has more to do than it can', { retryable: true })
    case 'unauthenticated':
      return new AppError('not-signed-in', 'The sign-in has ended')
    case 'forbidden':
    case 'not-found':
    case 'self-approval':
      return new AppError(problem, 'The server refused')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
