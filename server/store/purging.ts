import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'

/** Cases in this closed state since before that instant which have not been purged, the oldest first. */
export async function findDue(
  database: Queryable,
  state: CaseState,
  before: number,
  limit: number,
): Promise<readonly string[]> {
  // The entry of a closed state has the state's name as its kind. A case of which there is none is never due.
  const rows = await database.query<{ id: string }>(
    `SELECT filing_case.id FROM filing_case
     CROSS JOIN LATERAL (SELECT max(at) AS closed_at FROM audit_entry
       WHERE case_id = filing_case.id AND kind = $1) AS closing
     WHERE state = $1 AND purged_at IS NULL AND closed_at < $2 ORDER BY closed_at LIMIT $3`,
    [state, isoInstant(before), limit],
  )
  return rows.map(({ id }) => id)
}

/**
 * Erases what a case says of anybody: forms, documents, decisions, notices, certificates, calls, notes, proposals, deliveries, notes of exports,
 * hashes for the reuse search. Null when another server was faster. Runs inside the caller's transaction and locks the case first.
 */
export async function eraseCase(
  tx: Queryable,
  caseId: string,
  now: number,
): Promise<{ readonly round: number; readonly documents: number } | null> {
  const [row] = await tx.query<{ round: number }>(
    `UPDATE filing_case SET purged_at = $2, open_proposals = 0, note_count = 0, entity_name = '＊', service_names = '[]', account_id = ''
     WHERE id = $1 AND purged_at IS NULL RETURNING round`,
    [caseId, isoInstant(now)],
  )
  if (!row) {
    return null
  }
  for (const statement of ERASURES) {
    await tx.query(statement, [caseId])
  }
  const documents = await tx.query<{ sha256: string }>(
    'DELETE FROM case_document WHERE case_id = $1 RETURNING sha256',
    [caseId],
  )
  // The same picture may belong to another case as well; then it stays findable there.
  await tx.query(
    `DELETE FROM picture_fingerprint WHERE sha256 = ANY ($1::text[])
       AND NOT EXISTS (SELECT 1 FROM case_document WHERE case_document.sha256 = picture_fingerprint.sha256)`,
    [documents.map(({ sha256 }) => sha256)],
  )
  return { round: row.round, documents: documents.length }
}

/** Rows that others refer to stay as empty shells; what nobody refers to goes. */
const ERASURES = [
  "UPDATE package_export SET note = '' WHERE case_id = $1",
  'DELETE FROM reuse_opening WHERE case_id = $1 OR other_case_id = $1',
  'DELETE FROM reuse_value WHERE case_id = $1',
  `UPDATE case_round SET application = '{}', reuse_key = NULL WHERE case_id = $1`,
  `UPDATE decision SET content = '{}' WHERE case_id = $1`,
  `UPDATE case_notice SET content = '{}' WHERE case_id = $1`,
  'DELETE FROM case_certificate WHERE case_id = $1',
  'DELETE FROM case_call WHERE case_id = $1',
  'DELETE FROM case_note WHERE case_id = $1',
  `UPDATE filing_case SET call_stand = NULL WHERE id = $1`,
  `UPDATE proposal SET content = '{}' WHERE case_id = $1`,
  `UPDATE delivery SET body = '{}' WHERE case_id = $1`,
] as const
