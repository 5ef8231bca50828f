import { refusal, success } from '../../../shared/result'
import type { StoredSession } from '../../data/dataOperations'
import type { ReviewServerPort, ServerResult } from '../ports/reviewServerPort'

interface Dependencies {
  readonly server: Pick<ReviewServerPort, 'refresh'>
  /** The session as it is now; null while nobody is signed in. */
  readonly read: () => StoredSession | null
  /** Keeps the renewed session. */
  readonly replace: (next: StoredSession) => Promise<void>
}

/**
 * Renews the tokens of the running session, one renewal at a time. A refresh token is good for one renewal: two at once
 * would look like theft to the server.
 */
export function createTokenRenewal({ server, read, replace }: Dependencies) {
  /** Access tokens that were replaced, of this run. Only who has one of them may be given the newest. */
  const replaced = new Map<string, string>()
  let running: Promise<ServerResult<string>> | null = null

  function freshest(token: string): string {
    let newest = token
    for (let next = replaced.get(newest); next !== undefined; next = replaced.get(newest)) {
      newest = next
    }
    return newest
  }

  async function exchange(before: StoredSession): Promise<ServerResult<string>> {
    const { token: old, refreshToken } = before
    if (old === null || refreshToken === null) {
      return refusal('unauthenticated')
    }
    const answer = await server.refresh({ refreshToken })
    if (!answer.ok) {
      return answer
    }
    // The person may have signed out, and somebody else in, while the answer was on its way.
    if (read() !== before) {
      return refusal('unauthenticated')
    }
    const { token, expiresAt, user } = answer.value
    replaced.set(old, token)
    await replace({
      ...before,
      user,
      token,
      tokenExpiresAt: expiresAt,
      refreshToken: answer.value.refreshToken,
    })
    return success(token)
  }

  return {
    freshest,
    async renew(token: string): Promise<ServerResult<string>> {
      const newest = freshest(token)
      if (newest !== token) {
        return success(newest)
      }
      const session = read()
      if (session?.token !== token) {
        return refusal('unauthenticated')
      }
      running ??= exchange(session).finally(() => {
        running = null
      })
      return running
    },
  }
}
