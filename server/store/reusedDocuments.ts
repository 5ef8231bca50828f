import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { CaseDocument } from '../../shared/protocol/case'

/** A document of some case, with what decides whose it is. */
export interface PlacedDocument {
  readonly caseId: string
  readonly round: number
  readonly documentId: string
  readonly kind: CaseDocument['kind']
  readonly face: CaseDocument['face']
  readonly owner: CaseDocument['owner']
  /** Empty where it belongs to no single service. */
  readonly serviceId: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: CaseDocument['mediaType']
}

interface DocumentRow {
  readonly case_id: string
  readonly round: number
  readonly document_id: string
  readonly kind: PlacedDocument['kind']
  readonly face: PlacedDocument['face']
  readonly owner: PlacedDocument['owner']
  readonly service_id: string | null
  readonly sha256: string
  readonly bytes: number
  readonly media_type: PlacedDocument['mediaType']
}

const COLUMNS = 'case_id, round, document_id, kind, face, owner, service_id, sha256, bytes, media_type'

/** Documents of a case, of every round. */
export async function documentsOfCase(
  database: Queryable,
  caseId: string,
): Promise<readonly PlacedDocument[]> {
  const rows = await database.query<DocumentRow>(
    `SELECT ${COLUMNS} FROM case_document WHERE case_id = $1 ORDER BY round, position`,
    [caseId],
  )
  return rows.map(placed)
}

/** Documents of other cases with one of these contents, at most so many, the newest cases first; of control cases none. */
export async function documentsWith(
  database: Queryable,
  sha256s: readonly string[],
  exceptCase: string,
  limit: number,
): Promise<readonly PlacedDocument[]> {
  const rows = await database.query<DocumentRow>(
    `SELECT ${COLUMNS} FROM case_document WHERE sha256 = ANY ($1::text[]) AND case_id <> $2
       AND NOT EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = case_document.case_id)
     ORDER BY case_id DESC, round DESC, position LIMIT $3`,
    [sha256s, exceptCase, limit],
  )
  return rows.map(placed)
}

/** A case as the queue shows it to everybody. */
export interface KnownCase {
  readonly caseId: string
  readonly orderNumber: string
  /** The round under review. */
  readonly round: number
  readonly state: CaseState
  readonly entityName: string
  readonly serviceNames: readonly string[]
  readonly submittedAt: string
}

/** These cases, names masked as the queue masks them. */
export async function knownCases(
  database: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, KnownCase>> {
  const rows = await database.query<{
    id: string
    order_number: string
    round: number
    state: CaseState
    entity_name: string
    service_names: string[]
    submitted_at: Date
  }>(
    `SELECT id, order_number, round, state, entity_name, service_names, submitted_at FROM filing_case
     WHERE id = ANY ($1::uuid[])`,
    [caseIds],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        caseId: row.id,
        orderNumber: row.order_number,
        round: row.round,
        state: row.state,
        entityName: row.entity_name,
        serviceNames: row.service_names,
        submittedAt: row.submitted_at.toISOString(),
      },
    ]),
  )
}

interface Opening {
  readonly accountId: string
  readonly caseId: string
  readonly otherCaseId: string
  readonly sha256: string
}

/** Remembers that somebody may look at this document beside a case that they have. */
export async function insertOpening(
  tx: Queryable,
  { accountId, caseId, otherCaseId, sha256 }: Opening,
  now: number,
): Promise<void> {
  // In one order, so that two who open each other's pictures do not wait for each other.
  await tx.query('SELECT id FROM filing_case WHERE id = ANY ($1::uuid[]) ORDER BY id FOR KEY SHARE', [
    [caseId, otherCaseId],
  ])
  await tx.query(
    `INSERT INTO reuse_opening (account_id, case_id, other_case_id, sha256, opened_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account_id, other_case_id, sha256, case_id) DO UPDATE SET opened_at = excluded.opened_at`,
    [accountId, caseId, otherCaseId, sha256, isoInstant(now)],
  )
}

/** Whether the person was given this document to look at, beside a case that they still have. */
export async function isOpenedBy(
  database: Queryable,
  { accountId, otherCaseId, sha256 }: Omit<Opening, 'caseId'>,
  now: number,
): Promise<boolean> {
  const rows = await database.query(
    `SELECT 1 AS opened FROM reuse_opening looked JOIN filing_case own ON own.id = looked.case_id
     WHERE looked.account_id = $1 AND looked.other_case_id = $2 AND looked.sha256 = $3
       AND own.hold_account_id = $1 AND own.hold_expires_at > $4 LIMIT 1`,
    [accountId, otherCaseId, sha256, isoInstant(now)],
  )
  return rows.length > 0
}

function placed(row: DocumentRow): PlacedDocument {
  return {
    caseId: row.case_id,
    round: row.round,
    documentId: row.document_id,
    kind: row.kind,
    face: row.face,
    owner: row.owner,
    serviceId: row.service_id ?? '',
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
  }
}
