import type { AccountAct } from '../../../shared/ipc/accounts'
import type { AccountWithPassword, TeamAccounts } from '../../../shared/protocol/accounts'
import { AppError } from '../appError'
import { isUnanswered, noAnswer } from '../noAnswer'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../ports/reviewServerPort'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'accounts' | 'manageAccount'>
  readonly session: CurrentSession
}

export interface AccountWorkflow {
  list(): Promise<TeamAccounts>
  manage(act: AccountAct): Promise<AccountWithPassword>
}

/** What supervisors do about who is in the team. All of it is the server's, and nothing of it is kept here. */
export function createAccountWorkflow({ server, session }: Dependencies): AccountWorkflow {
  function token(): string {
    session.requireRight('manage-accounts')
    const given = session.token()
    if (given === null) {
      throw new AppError('offline', 'The server keeps the accounts', { retryable: true })
    }
    return given
  }

  return {
    list: async () => granted(await server.accounts(token())),
    manage: async (act) => granted(await server.manageAccount(token(), act)),
  }
}

function granted<T>(answer: ServerResult<T>): T {
  if (!answer.ok) {
    throw accountFailure(answer.error)
  }
  return answer.value
}

function accountFailure(problem: ServerProblem): AppError {
  if (isUnanswered(problem)) {
    return noAnswer(problem)
  }
  switch (problem) {
    case 'forbidden':
    case 'not-found':
      return new AppError(problem, 'The server refused')
    case 'conflict':
      return new AppError('account-taken', 'The name or the company account is taken')
    default:
      return new AppError('unexpected', `Server: ${problem}`, { retryable: true })
  }
}
