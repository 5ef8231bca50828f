import { AppError } from '../appError'
import { noAnswer } from '../noAnswer'
import type { ServerProblem } from '../ports/reviewServerPort'

/** What a person is told when the server does not answer a question about packages. */
export function serverFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'offline':
    case 'busy':
      return noAnswer(problem)
    case 'unauthenticated':
      return new AppError('not-signed-in', 'The sign-in has ended')
    case 'forbidden':
    case 'not-found':
      return new AppError(problem, 'The server refused')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
