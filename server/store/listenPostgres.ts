import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CHANGE_CHANNEL, type Listening } from './listening'

const FIRST_RETRY = 500
const LONGEST_RETRY = 30_000

/**
 * Listens on a connection of its own, which is made again when it breaks. `onChange` is also called whenever listening
 * begins: what was said before that is gone.
 */
export function listenPostgres(
  url: string,
  onChange: () => void,
  onError: (error: unknown) => void,
): Listening {
  const ending = new AbortController()
  let client: pg.Client | null = null
  let pause = FIRST_RETRY

  async function listenOnce(): Promise<void> {
    const made = new pg.Client({
      connectionString: url,
      application_name: 'beian-desk review server, listening',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    const ended = new Promise<void>((resolve) => {
      made.once('end', () => {
        resolve()
      })
    })
    made.on('notification', onChange)
    made.on('error', onError)
    client = made
    try {
      // A client that is ended while it connects answers nothing more: its promise would never settle.
      await Promise.race([ended, begin(made)])
      await ended
    } catch (error) {
      made.end().catch(onError)
      throw error
    }
  }

  async function begin(made: pg.Client): Promise<void> {
    await made.connect()
    await made.query(`LISTEN ${CHANGE_CHANNEL}`)
    pause = FIRST_RETRY
    onChange()
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await listenOnce().catch(onError)
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => undefined)
      pause = Math.min(pause * 2, LONGEST_RETRY)
    }
  }

  const running = run()
  return {
    close: async () => {
      ending.abort()
      client?.end().catch(onError)
      await running
    },
  }
}
