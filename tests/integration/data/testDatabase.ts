import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { WritableDb } from '../../../electron/data/connection/handles'
import { migrate } from '../../../electron/data/migrations/migrate'
import { MIGRATIONS } from '../../../electron/data/migrations/migrations'
import { NATIVE_BINDING } from './dataDesk'

/** A database in memory with the schema as it was after so many steps. */
export function createTestDatabase(steps = MIGRATIONS.length): WritableDb {
  const db = new Database(
    ':memory:',
    NATIVE_BINDING === undefined ? {} : { nativeBinding: NATIVE_BINDING },
  ) as WritableDb
  onTestFinished(() => {
    db.close()
  })
  db.pragma('foreign_keys = ON')
  migrate(db, MIGRATIONS.slice(0, steps))
  return db
}

/** How SQLite means to run this statement, a line each. */
export function explainPlan(db: WritableDb, sql: string): string {
  const names = [...sql.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const bound = Object.fromEntries(names.map((name) => [name, null]))
  return db
    .prepare<[object], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(bound)
    .map((row) => row.detail)
    .join('\n')
}
