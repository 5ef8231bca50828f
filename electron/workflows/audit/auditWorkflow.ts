import type { AuditQuery, AuditStateReply } from '../../../shared/protocol/audit'
import { AppError } from '../appError'
import { noAnswer } from '../noAnswer'
import type { AuditPage, ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'auditEntries' | 'auditState'>
  readonly session: CurrentSession
}

export interface AuditWorkflow {
  list(request: AuditQuery): Promise<AuditPage>
  /** Has the server walk all chains first. */
  state(): Promise<AuditStateReply>
}

/** An auditor's way with the chains. All of it is on the server and nothing of it is kept here. */
export function createAuditWorkflow({ server, session }: Dependencies): AuditWorkflow {
  function token(): string {
    session.requireRight('read-audit')
    const given = session.token()
    if (given === null) {
      throw new AppError('offline', 'The audit is on the server', { retryable: true })
    }
    return given
  }

  return {
    list: async (request) => granted(await server.auditEntries(token(), request)),
    state: async () => granted(await server.auditState(token())),
  }
}

function granted<T>(answer: ServerResult<T>): T {
  if (!answer.ok) {
    throw auditFailure(answer.error)
  }
  return answer.value
}

function auditFailure(problem: ServerProblem): AppError {
  switch (problem) {
    case 'offline':
    case 'busy':
      return noAnswer(problem)
    case 'forbidden':
      return new AppError(problem, 'The server refused')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
