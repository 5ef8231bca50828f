import { inTransaction, type WritableDb } from '../connection/handles'

/** One step of the schema. A published step is never edited, and imports nothing that may change under it. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (db: WritableDb) => void
}

/**
 * Runs the steps that this file has not had, each in its own transaction together with its number. The numbers are
 * gapless, so the file's `user_version` is the count of steps it has had.
 */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${migration.name} must have version ${index + 1}`)
    }
  }
  const current = Number(db.pragma('user_version', { simple: true }))
  if (current > migrations.length) {
    throw new Error(`Database version ${current} is newer than this application's ${migrations.length}`)
  }
  for (const migration of migrations.slice(current)) {
    inTransaction(db, () => {
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    })
  }
  if (current === migrations.length) {
    return
  }
  const broken = db.pragma('foreign_key_check')
  if (!Array.isArray(broken) || broken.length > 0) {
    throw new Error('A migration left foreign keys broken')
  }
}
