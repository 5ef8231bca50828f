import { onlyRow, type Database } from './database'

/** The identity of this database, made at its first start and the same ever after. */
export async function serverIdentity(database: Database, fresh: string): Promise<string> {
  await database.query('INSERT INTO server_identity (id) VALUES ($1) ON CONFLICT DO NOTHING', [fresh])
  return onlyRow(await database.query<{ id: string }>('SELECT id FROM server_identity')).id
}

/** The public key by which this database's servers sign: the first one that came, or the one given now. */
export async function auditPublicKey(database: Database, fresh: string): Promise<string> {
  await database.query('UPDATE server_identity SET audit_public_key = $1 WHERE audit_public_key IS NULL', [
    fresh,
  ])
  const { key } = onlyRow(
    await database.query<{ key: string }>('SELECT audit_public_key AS key FROM server_identity'),
  )
  return key
}
