import { join } from 'node:path'
import { createDataWorkerClient } from '../../../electron/main/dataWorkerHost'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import { createExclusive } from '../../../electron/workflows/sync/exclusive'
import { syncOnce, type SyncDependencies } from '../../../electron/workflows/sync/syncOnce'
import { refusal, success, type Result } from '../../../shared/result'
import type { Colleague } from '../../helpers/e2e/team'

const WORKER = new URL('../../integration/data/workerFromSource.mjs', import.meta.url)

function answerOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) {
    throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  }
  return result.value
}

/**
 * A workstation without a window: the real data worker in its thread with the real encrypted database, the real
 * network client, the real exchange. It reserves nothing, so that only the queue is measured.
 */
export async function placeBenchDesk(folder: string, serverUrl: string, { username, password }: Colleague) {
  const nativeBinding = process.env['BEIAN_SQLITE_ADDON']
  const data = createDataWorkerClient(WORKER, nativeBinding === undefined ? {} : { nativeBinding })
  const server = createReviewServerClient({ baseUrl: serverUrl, fetch: globalThis.fetch })
  const { token, user, serverId, expiresAt } = answerOf(await server.signIn({ username, password }))
  answerOf(await data.openProfile({ folder: join(folder, 'profile'), password, create: true }))
  await data.saveSession({
    user,
    serverId,
    token,
    tokenExpiresAt: expiresAt,
    refreshToken: null,
    reservations: 0,
    by: 'password',
  })
  let onQueueChanged = (): void => undefined
  const dependencies: SyncDependencies = {
    data,
    server,
    session: {
      requireUser: () => user,
      requireRight: () => user,
      signedInBy: () => 'password',
      token: () => token,
      freshest: (own) => own,
      renew: () => Promise.resolve(refusal('unauthenticated')),
      reservations: () => 0,
      needsSignIn: () => false,
      tokenRefused: () => undefined,
    },
    rulePacks: { exchange: () => Promise.resolve(success(null)) },
    now: () => new Date().toISOString(),
    random: Math.random,
    notify: (name) => {
      if (name === 'queue-changed') {
        onQueueChanged()
      }
    },
    holdsTurn: createExclusive(),
    countBy: () => undefined,
  }

  return {
    data,
    user,
    /** One exchange. `onChanged` is called after each applied page. */
    async exchange(onChanged: () => void = () => undefined): Promise<void> {
      onQueueChanged = onChanged
      answerOf(await syncOnce(dependencies))
    },
    /** The first window of the queue, as the screen asks for it. */
    firstWindow: () =>
      data.listQueue({
        filter: { view: 'all' },
        sort: 'due',
        descending: false,
        offset: 0,
        limit: 200,
        userId: user.id,
        now: new Date().toISOString(),
      }),
    close: () => data.close(),
  }
}
