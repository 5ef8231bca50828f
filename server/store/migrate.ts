import { onlyRow, type Database, type Queryable } from './database'
import { MIGRATIONS } from './migrations'

/** Any constant will do; it only has to be the same in every version of this server. */
const MIGRATION_LOCK = 7_203_411

export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
  constructor(found: number, known: number) {
    super(`The database has version ${found}, this server knows ${known}; start the newer server`)
  }
}

/**
 * Brings the database to the version this server knows: one transaction a step, one server at a time.
 * Throws `NewerDatabaseError` for a database that a newer server has changed.
 */
export async function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): Promise<void> {
  let version = -1
  while (version < migrations.length) {
    version = await database.transaction((tx) => takeStep(tx, migrations))
  }
}

/** Does the next step, if there is one, and answers the version reached. */
async function takeStep(tx: Queryable, migrations: readonly string[]): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
  await tx.script(
    'CREATE TABLE IF NOT EXISTS schema_version (single boolean PRIMARY KEY DEFAULT true CHECK (single), version integer NOT NULL)',
  )
  await tx.script('INSERT INTO schema_version (version) VALUES (0) ON CONFLICT DO NOTHING')
  const { version } = onlyRow(await tx.query<{ version: number }>('SELECT version FROM schema_version'))
  if (version > migrations.length) {
    throw new NewerDatabaseError(version, migrations.length)
  }
  const step = migrations[version]
  if (step === undefined) {
    return version
  }
  await tx.script(step)
  await tx.query('UPDATE schema_version SET version = $1', [version + 1])
  return version + 1
}
