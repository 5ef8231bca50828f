import { AppError } from './appError'
import type { ServerProblem } from './ports/reviewServerPort'

/** Nothing was decided about the request: no answer came, or the server has more to do than it can. Work goes on here. */
export function isUnanswered(problem: string): problem is 'offline' | 'busy' {
  return problem === 'offline' || problem === 'busy'
}

/** The same where a person waits for it. */
export function noAnswer(problem: Extract<ServerProblem, 'offline' | 'busy'>): AppError {
  return problem === 'busy'
    ? new AppError('server-busy', 'The server has more to do than it can', { retryable: true })
    : new AppError('offline', 'No answer from the server', { retryable: true })
}
