import { onlyRow, type Database, type Queryable } from './database'
import { isoInstant } from '../system'

/** A picture's fingerprint as it lies in the table. */
export interface StoredFingerprint {
  readonly sha256: string
  readonly position: number
  /** Null: nothing to be told apart by. */
  readonly sealed: string | null
  readonly keyId: string
}

interface FingerprintRow {
  readonly sha256: string
  readonly position: number
  readonly sealed: string | null
  readonly key_id: string
}

const COLUMNS = 'sha256, position, sealed, key_id'

/** Fingerprints of these pictures that are known. */
export async function findFingerprints(
  database: Queryable,
  sha256s: readonly string[],
): Promise<readonly StoredFingerprint[]> {
  const rows = await database.query<FingerprintRow>(
    `SELECT ${COLUMNS} FROM picture_fingerprint WHERE sha256 = ANY ($1::text[])`,
    [sha256s],
  )
  return rows.map(stored)
}

/** Fingerprints behind a position, in order. Positions become visible in their order. */
export async function readFingerprints(
  database: Queryable,
  after: number,
  limit: number,
): Promise<readonly StoredFingerprint[]> {
  const rows = await database.query<FingerprintRow>(
    `SELECT ${COLUMNS} FROM picture_fingerprint WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, limit],
  )
  return rows.map(stored)
}

/**
 * Keeps what was reported first: who holds a case could otherwise ask with one guess after another. A row of a key
 * that is gone is written anew.
 */
export async function insertFingerprints(
  database: Database,
  report: {
    readonly pictures: ReadonlyArray<{ readonly sha256: string; readonly sealed: string | null }>
    readonly keyId: string
    /** Keys whose rows can be read. */
    readonly readableKeys: readonly string[]
    readonly accountId: string
  },
  now: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { value } = onlyRow(
      await tx.query<{ value: number }>('SELECT value FROM fingerprint_clock FOR UPDATE'),
    )
    let position = value
    for (const { sha256, sealed } of report.pictures) {
      position += 1
      await tx.query(
        `INSERT INTO picture_fingerprint AS known (sha256, position, sealed, key_id, reported_by, reported_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (sha256) DO UPDATE SET position = excluded.position, sealed = excluded.sealed,
           key_id = excluded.key_id, reported_by = excluded.reported_by, reported_at = excluded.reported_at
         WHERE NOT known.key_id = ANY ($7::text[])`,
        [sha256, position, sealed, report.keyId, report.accountId, isoInstant(now), report.readableKeys],
      )
    }
    await tx.query('UPDATE fingerprint_clock SET value = $1', [position])
  })
}

/** Puts a fingerprint under the present key; its place stays. */
export async function resealFingerprint(
  database: Queryable,
  { sha256, sealed, keyId }: Omit<StoredFingerprint, 'position'>,
): Promise<void> {
  await database.query('UPDATE picture_fingerprint SET sealed = $1, key_id = $2 WHERE sha256 = $3', [
    sealed,
    keyId,
    sha256,
  ])
}

/** Different pictures that cases list. */
export async function countPictures(database: Queryable): Promise<number> {
  const row = onlyRow(
    await database.query<{ count: number }>(
      'SELECT count(DISTINCT sha256)::integer AS count FROM case_document',
    ),
  )
  return row.count
}

/** Contents of the pictures at these positions. */
export async function picturesAt(
  database: Queryable,
  positions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await database.query<{ position: number; sha256: string }>(
    'SELECT position, sha256 FROM picture_fingerprint WHERE position = ANY ($1::bigint[])',
    [positions.map(String)],
  )
  return new Map(rows.map(({ position, sha256 }) => [position, sha256]))
}

function stored(row: FingerprintRow): StoredFingerprint {
  return { sha256: row.sha256, position: row.position, sealed: row.sealed, keyId: row.key_id }
}
