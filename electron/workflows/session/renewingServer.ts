import type { ReviewServerPort, ServerResult } from '../ports/reviewServerPort'
import type { CurrentSession } from './sessionWorkflow'

/** Calls that take no access token. */
const WITHOUT_TOKEN: readonly (keyof ReviewServerPort)[] = [
  'signIn',
  'signInWays',
  'companySignIn',
  'refresh',
  'abandon',
]

type Call = (token: string, ...rest: readonly unknown[]) => Promise<ServerResult<unknown>>

/**
 * The same port for whoever works under a session: a call whose access token has run out gets a new one and is made once
 * more, without anybody noticing. `unauthenticated` then means that the sign-in itself has ended. Nobody's clock is
 * asked: the server says that a token is too old.
 */
export function createRenewingServer(
  server: ReviewServerPort,
  session: Pick<CurrentSession, 'freshest' | 'renew'>,
): ReviewServerPort {
  function renewing(call: Call): Call {
    return async (given, ...rest) => {
      const token = session.freshest(given)
      const answer = await call(token, ...rest)
      if (answer.ok || answer.error !== 'unauthenticated') {
        return answer
      }
      const renewed = await session.renew(token)
      return renewed.ok ? call(renewed.value, ...rest) : renewed
    }
  }

  const calls = Object.entries(server).map(([name, call]) => [
    name,
    WITHOUT_TOKEN.includes(name as keyof ReviewServerPort) ? (call as unknown) : renewing(call as Call),
  ])
  // Built from the port's own names, so every member is there.
  return Object.fromEntries(calls) as ReviewServerPort
}
