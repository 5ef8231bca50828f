import type { AccountAct } from '../../../shared/ipc/accounts'
import type { AccountWithPassword, TeamAccounts } from '../../../shared/protocol/accounts'
import type { ReviewServerPort } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'accounts' | 'manageAccount'>
  readonly session: CurrentSession
}

export interface AccountWorkflow {
  list(): Promise<TeamAccounts>
  manage(act: AccountAct): Promise<AccountWithPassword>
}

/** The name or the company account is somebody else's. */
const TAKEN = { conflict: 'account-taken' } as const

/** What supervisors do about who is in the team. All of it is the server's, and nothing of it is kept here. */
export function createAccountWorkflow({ server, session }: Dependencies): AccountWorkflow {
  const token = (): string => tokenFor(session, 'manage-accounts')

  return {
    list: async () => granted(await server.accounts(token()), TAKEN),
    manage: async (act) => granted(await server.manageAccount(token(), act), TAKEN),
  }
}
