import { onlyRow, type Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { Application, BundleDocument } from '../../shared/domain/filing'
import type { FilingType } from '../../shared/domain/filingTypes'
import type { MediaType } from '../../shared/protocol/case'

/** What intake must know of an order that has come before. */
export interface KnownOrder {
  readonly caseId: string
  readonly round: number
  readonly version: number
  readonly state: CaseState
  readonly accountId: string
  readonly province: string
  readonly filingType: FilingType
  /** Ids of the documents of the current round. */
  readonly documentIds: readonly string[]
}

interface OrderRow {
  readonly id: string
  readonly round: number
  readonly version: number
  readonly state: CaseState
  readonly account_id: string
  readonly province: string
  readonly filing_type: FilingType
}

/** The order of this number, or null. `lock`: nobody changes it until the transaction ends. */
export async function findOrder(
  tx: Queryable,
  orderNumber: string,
  lock: 'lock' | 'look' = 'look',
): Promise<KnownOrder | null> {
  const [row] = await tx.query<OrderRow>(
    `SELECT id, round, version, state, account_id, province, filing_type FROM filing_case
     WHERE order_number = $1 ${lock === 'lock' ? 'FOR UPDATE' : ''}`,
    [orderNumber],
  )
  if (!row) {
    return null
  }
  const documents = await tx.query<{ document_id: string }>(
    'SELECT document_id FROM case_document WHERE case_id = $1 AND round = $2',
    [row.id, row.round],
  )
  return {
    caseId: row.id,
    round: row.round,
    version: row.version,
    state: row.state,
    accountId: row.account_id,
    province: row.province,
    filingType: row.filing_type,
    documentIds: documents.map((document) => document.document_id),
  }
}

/** The round as which this very content was received for the case before, or null. */
export async function findReceipt(
  tx: Queryable,
  caseId: string,
  bundleSha256: string,
): Promise<number | null> {
  const [row] = await tx.query<{ round: number }>(
    'SELECT round FROM receipt WHERE case_id = $1 AND bundle_sha256 = $2',
    [caseId, bundleSha256],
  )
  return row?.round ?? null
}

/** What `filing_case` says of the round under review. */
export interface CaseColumns {
  readonly round: number
  readonly state: CaseState
  readonly rulePack: string
  readonly submittedAt: string
  readonly dueAt: number
  readonly filingType: string
  readonly entityKind: string
  readonly entityName: string
  readonly serviceNames: readonly string[]
  readonly serviceKinds: readonly string[]
  readonly documentCount: number
}

/** Creates the case. False when another transaction has just created one of this order number. */
export async function insertCase(
  tx: Queryable,
  identity: {
    readonly caseId: string
    readonly orderNumber: string
    readonly accountId: string
    readonly province: string
  },
  columns: CaseColumns,
): Promise<boolean> {
  const made = await tx.query(
    `INSERT INTO filing_case (round, state, rule_pack, submitted_at, due_at, filing_type, entity_kind, entity_name,
       service_names, service_kinds, document_count, id, order_number, account_id, province, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
     ON CONFLICT (order_number) DO NOTHING RETURNING id`,
    [...columnValues(columns), identity.caseId, identity.orderNumber, identity.accountId, identity.province],
  )
  return made.length > 0
}

/** Moves the case to its next version with a new round. */
export async function startRound(tx: Queryable, caseId: string, columns: CaseColumns): Promise<void> {
  await tx.query(
    `UPDATE filing_case SET version = version + 1, round = $1, state = $2, rule_pack = $3, submitted_at = $4,
       due_at = $5, filing_type = $6, entity_kind = $7, entity_name = $8, service_names = $9, service_kinds = $10,
       document_count = $11, sms_hours = NULL, sms_on_failure = NULL, sms_due_at = NULL, call_stand = NULL WHERE id = $12`,
    [...columnValues(columns), caseId],
  )
}

/** Moves the case to its next version with documents that came later in the same round. */
export async function extendRound(
  tx: Queryable,
  caseId: string,
  columns: Pick<CaseColumns, 'state' | 'submittedAt' | 'dueAt'> & { readonly addedDocuments: number },
): Promise<void> {
  await tx.query(
    `UPDATE filing_case SET version = version + 1, state = $1, submitted_at = $2, due_at = $3,
       document_count = document_count + $4 WHERE id = $5`,
    [columns.state, columns.submittedAt, isoInstant(columns.dueAt), columns.addedDocuments, caseId],
  )
}

/** Stores what the applicant says in a round. */
export async function insertRound(
  tx: Queryable,
  round: {
    readonly caseId: string
    readonly round: number
    readonly submittedAt: string
    readonly application: Application
  },
  now: number,
): Promise<void> {
  await tx.query(
    'INSERT INTO case_round (case_id, round, submitted_at, received_at, application) VALUES ($1, $2, $3, $4, $5)',
    [round.caseId, round.round, round.submittedAt, isoInstant(now), JSON.stringify(round.application)],
  )
}

/** Lists documents behind those that the round has already. Their bytes are in the document store before. */
export async function insertDocuments(
  tx: Queryable,
  place: { readonly caseId: string; readonly round: number },
  documents: ReadonlyArray<{
    readonly declared: BundleDocument
    readonly sha256: string
    readonly bytes: number
    readonly mediaType: MediaType
  }>,
  now: number,
): Promise<void> {
  const { count } = onlyRow(
    await tx.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM case_document WHERE case_id = $1 AND round = $2',
      [place.caseId, place.round],
    ),
  )
  for (const [index, { declared, sha256, bytes, mediaType }] of documents.entries()) {
    await tx.query(
      `INSERT INTO case_document (case_id, round, position, document_id, kind, face, owner, service_id, file_name,
         sha256, bytes, media_type, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        place.caseId,
        place.round,
        count + index,
        declared.id,
        declared.kind,
        declared.face,
        declared.owner,
        declared.serviceId ?? null,
        declared.file.split('/').at(-1) ?? declared.file,
        sha256,
        bytes,
        mediaType,
        isoInstant(now),
      ],
    )
  }
}

/** Remembers that this content has been received. */
export async function insertReceipt(
  tx: Queryable,
  receipt: { readonly caseId: string; readonly bundleSha256: string; readonly round: number },
  now: number,
): Promise<void> {
  await tx.query('INSERT INTO receipt (case_id, bundle_sha256, round, received_at) VALUES ($1, $2, $3, $4)', [
    receipt.caseId,
    receipt.bundleSha256,
    receipt.round,
    isoInstant(now),
  ])
}

function columnValues(columns: CaseColumns): readonly (string | number)[] {
  return [
    columns.round,
    columns.state,
    columns.rulePack,
    columns.submittedAt,
    isoInstant(columns.dueAt),
    columns.filingType,
    columns.entityKind,
    columns.entityName,
    JSON.stringify(columns.serviceNames),
    JSON.stringify(columns.serviceKinds),
    columns.documentCount,
  ]
}
