import type { FiguresReply, FiguresRequest } from '../../../shared/protocol/figures'
import { AppError } from '../appError'
import { isUnanswered, noAnswer } from '../noAnswer'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'figures'>
  readonly session: CurrentSession
}

export interface FigureWorkflow {
  read(request: FiguresRequest): Promise<FiguresReply>
}

/** What the team's work comes to. The server counts it; nothing of it is kept here. */
export function createFigureWorkflow({ server, session }: Dependencies): FigureWorkflow {
  return {
    async read(request) {
      session.requireRight('read-figures')
      const token = session.token()
      if (token === null) {
        throw new AppError('offline', 'Figures are on the server', { retryable: true })
      }
      const answer = await server.figures(token, request)
      if (answer.ok) {
        return answer.value
      }
      if (isUnanswered(answer.error)) {
        throw noAnswer(answer.error)
      }
      throw answer.error === 'forbidden'
        ? new AppError('forbidden', 'The server refused')
        : new AppError('unexpected', `Server: ${answer.error}`, { retryable: true })
    },
  }
}
