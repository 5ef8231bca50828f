import type { Queryable } from './database'
import type { MediaType } from '../../shared/protocol/case'

/** The media type of a document or certificate of this case, or null when the case has none with this content. */
export async function findDocumentType(
  database: Queryable,
  caseId: string,
  sha256: string,
): Promise<MediaType | null> {
  const [row] = await database.query<{ media_type: MediaType }>(
    `SELECT media_type FROM case_document WHERE case_id = $1 AND sha256 = $2
     UNION ALL SELECT media_type FROM case_certificate WHERE case_id = $1 AND sha256 = $2 LIMIT 1`,
    [caseId, sha256],
  )
  return row?.media_type ?? null
}

/** Whether any case has a document or certificate, or a control case in stock a document, with this content. */
export async function isDocumentReferred(database: Queryable, sha256: string): Promise<boolean> {
  const rows = await database.query(
    `SELECT 1 AS referred WHERE EXISTS (SELECT 1 FROM case_document WHERE sha256 = $1)
       OR EXISTS (SELECT 1 FROM case_certificate WHERE sha256 = $1)
       OR EXISTS (SELECT 1 FROM control_document WHERE sha256 = $1)`,
    [sha256],
  )
  return rows.length > 0
}
