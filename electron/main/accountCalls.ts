import type { z } from 'zod'
import type { AccountAct } from '../../shared/ipc/accounts'
import { apiRoutes } from '../../shared/protocol/api'
import { success } from '../../shared/result'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'

type Request = <S extends z.ZodType>(
  call: { readonly method: string; readonly path: string; readonly token?: string; readonly body?: unknown },
  reply: S,
) => Promise<ServerResult<z.output<S>>>

const ROUTES = {
  change: apiRoutes.changeAccount,
  close: apiRoutes.closeAccount,
  reopen: apiRoutes.reopenAccount,
  bind: apiRoutes.bindIdentity,
  unbind: apiRoutes.unbindIdentity,
} as const

/** Calls about who may come in, and how. */
export function createAccountCalls(
  request: Request,
): Pick<ReviewServerPort, 'signInWays' | 'companySignIn' | 'changePassword' | 'accounts' | 'manageAccount'> {
  const { signInWays, companySignIn, changePassword, accounts, openAccount, resetPassword } = apiRoutes

  async function manage(
    token: string,
    { act, ...asked }: AccountAct,
  ): ReturnType<ReviewServerPort['manageAccount']> {
    if (!('accountId' in asked)) {
      const { method, path, reply } = openAccount
      return request({ method, path, token, body: asked }, reply)
    }
    const { accountId, ...body } = asked
    if (act === 'open' || act === 'reset-password') {
      const { method, path, reply } = resetPassword
      return request({ method, path: placed(path, accountId), token }, reply)
    }
    const { method, path, reply } = ROUTES[act]
    const given = Object.keys(body).length === 0 ? {} : { body }
    const answer = await request({ method, path: placed(path, accountId), token, ...given }, reply)
    return answer.ok ? success({ account: answer.value, oneTimePassword: null }) : answer
  }

  return {
    signInWays: () => request({ method: signInWays.method, path: signInWays.path }, signInWays.reply),
    companySignIn: (body) =>
      request({ method: companySignIn.method, path: companySignIn.path, body }, companySignIn.reply),
    async changePassword(token, body) {
      const { method, path, reply } = changePassword
      const answer = await request({ method, path, token, body }, reply)
      return answer.ok ? success(null) : answer
    },
    accounts: (token) => request({ method: accounts.method, path: accounts.path, token }, accounts.reply),
    manageAccount: manage,
  }
}

function placed(path: string, accountId: string): string {
  return path.replace(':accountId', accountId)
}
