import { onlyRow, type Database } from './database'

/** The identity of this database, made at its first start and the same ever after. */
export async function serverIdentity(database: Database, fresh: string): Promise<string> {
  await database.query('INSERT INTO server_identity (id) VALUES ($1) ON CONFLICT DO NOTHING', [fresh])
  return onlyRow(await database.query<{ id: string }>('SELECT id FROM server_identity')).id
}
