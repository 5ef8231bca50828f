import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queryable, SqlValue } from './database'
import { CHANGE_CHANNEL } from './listening'
import { lockFolder } from './lockFolder'

/**
 * PostgreSQL inside this process, in `folder/database`. The folder is locked first, for two processes that open it
 * lose each other's rows. Throws `FolderInUseError` when another process has it.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder)
  try {
    const engine = await PGlite.create(join(folder, 'database'))
    return {
      ...queryable(engine),
      transaction: (work) => engine.transaction((tx) => work(queryable(tx))),
      listen: (onChange) => {
        const listening = engine.listen(CHANGE_CHANNEL, onChange)
        return { close: async () => (await listening)() }
      },
      close: async () => {
        await engine.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function queryable(source: PGlite | Transaction): Queryable {
  return {
    query: async <Row extends object>(sql: string, values: readonly SqlValue[] = []) => {
      const answer = await source.query<Row>(sql, [...values])
      return answer.rows
    },
    script: async (sql) => {
      await source.exec(sql)
    },
  }
}
