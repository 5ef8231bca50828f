import type { ApiHandlers } from './apiHandlers'
import { apiRefusal } from './apiRefusal'
import type { SessionParts } from './sessionHandlers'
import { makeOneTimePassword } from '../accounts/oneTimePassword'
import { hashPassword } from '../accounts/passwords'
import { listUnbound } from '../store/identities'
import { listAccounts, type AccountResult, type Managing } from '../store/managedAccount'
import {
  bindIdentity,
  changeAccount,
  closeAccount,
  openAccount,
  reopenAccount,
  resetPassword,
  unbindIdentity,
  type OneTimePassword,
} from '../store/teamAccounts'
import { success } from '../../shared/result'

/** Long enough for a weekend between the supervisor's slip of paper and the person's next shift. */
const ONE_TIME_LIFE = 3 * 86_400_000

type AccountRoutes =
  | 'accounts'
  | 'openAccount'
  | 'changeAccount'
  | 'closeAccount'
  | 'reopenAccount'
  | 'resetPassword'
  | 'bindIdentity'
  | 'unbindIdentity'

/** Who is in the team, for supervisors. */
export function createAccountHandlers(parts: SessionParts): Pick<ApiHandlers, AccountRoutes> {
  const { database, clock, ids } = parts
  const issuer = parts.company?.issuer ?? null

  function managing(accountId: string, user: { readonly id: string }): Managing {
    return { accountId, byId: user.id, issuer, now: clock.now() }
  }

  return {
    accounts: async () =>
      success({
        accounts: await listAccounts(database, issuer),
        company: issuer !== null,
        unbound: issuer === null ? [] : await listUnbound(database, issuer, clock.now()),
      }),
    openAccount: async ({ body, user }) => {
      const made = body.subject === null ? await makePassword(clock.now()) : null
      const account = { ...body, password: made?.stored ?? null }
      return withPassword(await openAccount(database, account, managing(ids.next(), user)), made)
    },
    resetPassword: async ({ params, user }) => {
      const made = await makePassword(clock.now())
      const answer = await resetPassword(database, made.stored, managing(params.accountId, user))
      return withPassword(answer, made)
    },
    changeAccount: async ({ params, body, user }) =>
      reply(await changeAccount(database, body, managing(params.accountId, user))),
    closeAccount: async ({ params, user }) =>
      reply(await closeAccount(database, managing(params.accountId, user))),
    reopenAccount: async ({ params, user }) =>
      reply(await reopenAccount(database, managing(params.accountId, user))),
    bindIdentity: async ({ params, body, user }) =>
      reply(await bindIdentity(database, body.subject, managing(params.accountId, user))),
    unbindIdentity: async ({ params, user }) =>
      reply(await unbindIdentity(database, managing(params.accountId, user))),
  }
}

interface MadePassword {
  readonly text: string
  readonly stored: OneTimePassword
}

async function makePassword(now: number): Promise<MadePassword> {
  const text = makeOneTimePassword()
  return { text, stored: { hash: await hashPassword(text), until: now + ONE_TIME_LIFE } }
}

const PROBLEMS = {
  'not-found': 'There is no such account',
  forbidden: 'Nobody manages the own account, nor one that manages no accounts any more',
  conflict: 'The name or the company account is taken',
} as const

function reply(answer: AccountResult) {
  return answer.ok ? answer : apiRefusal(answer.error, PROBLEMS[answer.error])
}

function withPassword(answer: AccountResult, made: MadePassword | null) {
  return answer.ok
    ? success({ account: answer.value, oneTimePassword: made?.text ?? null })
    : apiRefusal(answer.error, PROBLEMS[answer.error])
}
