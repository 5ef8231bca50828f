import pg from 'pg'
import { listenPostgres } from './listenPostgres'
import { ServerBusyError } from './serverBusyError'
import type { Database, Queryable, SqlValue } from './database'

/** What a pool does when more is asked than it has connections for. */
export interface PoolBounds {
  readonly connections: number
  /** Milliseconds that a request waits for a free connection. */
  readonly waitFor: number
  /** Requests that may wait. Beyond, the next ones are refused at once: their turn would come too late anyway. */
  readonly mostWaiting: number
}

/** At 30 ms a request ten connections carry 300 a second, so 500 waiting ones are served within two seconds. */
export const POOL_BOUNDS: PoolBounds = { connections: 10, waitFor: 5_000, mostWaiting: 500 }
/** `too_many_connections` and `cannot_connect_now`: the database itself has no room, or is starting. */
const NO_ROOM = ['53300', '57P03']
const INT8 = 20

/**
 * A team's PostgreSQL. Nothing connects before the first query. `onError`: a connection broke while nobody waited for it.
 * Queries and transactions throw `ServerBusyError` when no connection is free in time; nothing of them has been done then.
 */
export function openPostgres(
  url: string,
  onError: (error: unknown) => void,
  bounds: PoolBounds = POOL_BOUNDS,
): Database {
  // Counters and positions stay far below 2^53, and the embedded database answers numbers as well.
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: bounds.connections,
    application_name: 'beian-desk review server',
    connectionTimeoutMillis: bounds.waitFor,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    types,
  })
  pool.on('error', onError)

  async function connected(): Promise<pg.PoolClient> {
    if (pool.waitingCount >= bounds.mostWaiting) {
      throw new ServerBusyError('too-many-waiting')
    }
    try {
      return await pool.connect()
    } catch (error) {
      throw busyOr(error)
    }
  }

  async function withConnection<T>(work: (client: pg.PoolClient) => Promise<Done<T>>): Promise<T> {
    const client = await connected()
    // While a connection is lent the pool does not listen to it, and an error that nobody hears ends the process.
    client.on('error', onError)
    let broken: Error | undefined
    try {
      const done = await work(client)
      broken = done.broken
      return done.outcome()
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  return {
    ...queryable(<T>(ask: (client: pg.PoolClient) => Promise<T>) =>
      withConnection(async (client) => {
        const value = await ask(client)
        return { outcome: () => value }
      }),
    ),
    transaction: (work) => withConnection((client) => inTransaction(client, work)),
    listen: (onChange) => listenPostgres(url, onChange, onError),
    close: () => pool.end(),
  }
}

/** The pool's own words are all it says about a wait that was too long. */
function busyOr(error: unknown): unknown {
  if (!(error instanceof Error)) {
    return error
  }
  if (error.message === 'timeout exceeded when trying to connect') {
    return new ServerBusyError('waited-too-long', { cause: error })
  }
  const code = 'code' in error ? String(error.code) : ''
  return NO_ROOM.includes(code) ? new ServerBusyError('connections-refused', { cause: error }) : error
}

/** What came of work on a lent connection. `broken`: the connection is to be thrown away. */
interface Done<T> {
  readonly outcome: () => T
  readonly broken?: Error | undefined
}

function queryable(lent: <T>(ask: (client: pg.PoolClient) => Promise<T>) => Promise<T>): Queryable {
  return {
    query: <Row extends object>(sql: string, values: readonly SqlValue[] = []) =>
      lent(async (client) => (await client.query<Row>(sql, [...values])).rows),
    script: (sql) =>
      lent(async (client) => {
        await client.query(sql)
      }),
  }
}

async function inTransaction<T>(
  client: pg.PoolClient,
  work: (tx: Queryable) => Promise<T>,
): Promise<Done<T>> {
  try {
    await client.query('BEGIN')
    const value = await work(queryable((ask) => ask(client)))
    await client.query('COMMIT')
    return { outcome: () => value }
  } catch (error) {
    let broken: Error | undefined
    // A connection that cannot even roll back is thrown away; the first error is the one that tells what happened.
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('Rollback failed')
    })
    const outcome = (): never => {
      throw error
    }
    return { outcome, broken }
  }
}
