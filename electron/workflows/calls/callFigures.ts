import type { CallFigures, CallFiguresRequest } from '../../../shared/protocol/callFigures'
import { AppError } from '../appError'
import { isUnanswered, noAnswer } from '../noAnswer'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'callFigures'>
  readonly session: CurrentSession
}

/** Asks the server what calls come to: it knows those of all desks, and nothing of it is kept here. */
export function createCallFigures({
  server,
  session,
}: Dependencies): (request: CallFiguresRequest) => Promise<CallFigures> {
  return async (request) => {
    session.requireRight(request.whose === 'team' ? 'read-any-case' : 'call')
    const token = session.token()
    if (token === null) {
      throw new AppError('offline', 'Figures are on the server', { retryable: true })
    }
    const answer = await server.callFigures(token, request)
    if (answer.ok) {
      return answer.value
    }
    if (isUnanswered(answer.error)) {
      throw noAnswer(answer.error)
    }
    throw answer.error === 'forbidden'
      ? new AppError('forbidden', 'The server refused')
      : new AppError('unexpected', `Server: ${answer.error}`, { retryable: true })
  }
}
