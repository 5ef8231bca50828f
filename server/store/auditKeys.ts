import { randomBytes } from 'node:crypto'
import type { Queryable } from './database'

const KEY_BYTES = 32
/** `maker` of keys that the server itself seals under. */
const SERVER = 'server'

/**
 * The key under which changes of a subject (a case, or an account) are sealed by this server, made when there is none.
 * A key that a purge destroyed is never made again: later changes get a new one.
 */
export async function sealingKey(tx: Queryable, subject: string): Promise<string> {
  const [known] = await tx.query<{ key: string }>(
    'SELECT key FROM audit_key WHERE subject = $1 AND maker = $2 ORDER BY key LIMIT 1',
    [subject, SERVER],
  )
  if (known) {
    return known.key
  }
  const key = randomBytes(KEY_BYTES).toString('hex')
  await tx.query('INSERT INTO audit_key (subject, maker, key) VALUES ($1, $2, $3)', [subject, SERVER, key])
  return key
}

/** Keeps the key under which a device seals changes of a case. */
export async function keepDeviceKey(
  tx: Queryable,
  { caseId, deviceId, key }: { readonly caseId: string; readonly deviceId: string; readonly key: string },
): Promise<void> {
  await tx.query('INSERT INTO audit_key (subject, maker, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    caseId,
    deviceId,
    key,
  ])
}

/** Keys of these subjects, by subject and maker; what is missing was destroyed or never made. */
export async function auditKeys(
  database: Queryable,
  subjects: readonly string[],
): Promise<(subject: string, maker?: string) => readonly string[]> {
  const rows = await database.query<{ subject: string; maker: string; key: string }>(
    'SELECT subject, maker, key FROM audit_key WHERE subject = ANY ($1::uuid[])',
    [subjects],
  )
  return (subject, maker = SERVER) =>
    rows.filter((row) => row.subject === subject && row.maker === maker).map(({ key }) => key)
}

/** Destroys every key of a case: what was sealed under them cannot be opened by anybody any more. */
export async function destroyKeys(tx: Queryable, caseId: string): Promise<number> {
  const rows = await tx.query('DELETE FROM audit_key WHERE subject = $1 RETURNING maker', [caseId])
  return rows.length
}
