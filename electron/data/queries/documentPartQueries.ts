import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

/** Documents that are on their way in parts. */
export function createDocumentPartQueries(db: WritableDb) {
  const selectLength = prepareRead<{ readonly length: number | null }, { sha256: string }>(
    db,
    'SELECT SUM(length(bytes)) AS length FROM document_part WHERE sha256 = :sha256',
  )
  const selectParts = prepareRead<{ readonly bytes: Uint8Array }, { sha256: string }>(
    db,
    'SELECT bytes FROM document_part WHERE sha256 = :sha256 ORDER BY start',
  )
  const insert = prepareWrite<{ sha256: string; start: number; bytes: Uint8Array }>(
    db,
    'INSERT INTO document_part (sha256, start, bytes) VALUES (:sha256, :start, :bytes)',
  )
  const remove = prepareWrite<{ sha256: string }>(db, 'DELETE FROM document_part WHERE sha256 = :sha256')
  const removeUnlisted = prepareWrite(
    db,
    `DELETE FROM document_part
     WHERE NOT EXISTS (SELECT 1 FROM case_document d WHERE d.sha256 = document_part.sha256)`,
  )

  return {
    /** Bytes that are here; parts follow each other without a gap. */
    length: (sha256: string): number => selectLength.get({ sha256 })?.length ?? 0,
    /** Everything that is here, in order. */
    joined: (sha256: string): Uint8Array =>
      Buffer.concat(selectParts.all({ sha256 }).map(({ bytes }) => bytes)),
    add(sha256: string, start: number, bytes: Uint8Array): void {
      insert.run({ sha256, start, bytes })
    },
    remove(sha256: string): void {
      remove.run({ sha256 })
    },
    /** Parts of documents that no stored case lists any more. */
    removeUnlisted(): void {
      removeUnlisted.run(NO_PARAMETERS)
    },
  }
}
