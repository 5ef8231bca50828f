import pg from 'pg'
import type { Database, Queryable, SqlValue } from './database'

const CONNECTIONS = 10
const INT8 = 20

/** A team's PostgreSQL. Nothing connects before the first query. `onIdleError`: a connection broke while unused. */
export function openPostgres(url: string, onIdleError: (error: Error) => void): Database {
  // Counters and positions stay far below 2^53, and the embedded database answers numbers as well.
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'beian-desk review server',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    types,
  })
  pool.on('error', onIdleError)
  return {
    ...queryable(pool),
    transaction: async (work) => inTransaction(await pool.connect(), work),
    close: () => pool.end(),
  }
}

function queryable(source: pg.Pool | pg.PoolClient): Queryable {
  return {
    query: async <Row extends object>(sql: string, values: readonly SqlValue[] = []) => {
      const answer = await source.query<Row>(sql, [...values])
      return answer.rows
    },
    script: async (sql) => {
      await source.query(sql)
    },
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: (tx: Queryable) => Promise<T>): Promise<T> {
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const value = await work(queryable(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    // A connection that cannot even roll back is thrown away; the first error is the one that tells what happened.
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('Rollback failed')
    })
    throw error
  } finally {
    client.release(broken)
  }
}
