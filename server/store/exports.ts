import { IS_CONTROL } from './controls'
import type { Queryable } from './database'
import { isoInstant } from '../system'
import { chinaInstant } from '../../shared/calendar/chinaTime'
import { CASE_STATES, isHandedOver, type CaseState } from '../../shared/filing/caseStates'
import {
  MOST_EXPORTABLE,
  type ExportableCase,
  type ExportableRequest,
  type ExportPurpose,
  type ExportRegisterEntry,
  type RegisterExportRequest,
} from '../../shared/protocol/exports'

const DAY_MS = 24 * 60 * 60 * 1000

/** Passed cases by the day in China of the decision, the earliest first; one more than the most of an answer. Control cases never. */
export async function exportableCases(
  database: Queryable,
  { province, day, which }: ExportableRequest,
): Promise<readonly ExportableCase[]> {
  const states = CASE_STATES.filter((state) => state === 'passed' || (which === 'all' && isHandedOver(state)))
  const from = day === undefined ? null : chinaInstant(day, 0)
  const rows = await database.query<{
    id: string
    order_number: string
    province: string
    state: CaseState
    case_version: number
    decided_at: Date
    exported: boolean
  }>(
    `SELECT * FROM (
       SELECT filing_case.id, order_number, province, state, passing.case_version, passing.decided_at,
         EXISTS (SELECT 1 FROM package_export WHERE package_export.case_id = filing_case.id
           AND package_export.case_version = passing.case_version) AS exported
       FROM filing_case CROSS JOIN LATERAL (
         SELECT case_version, decided_at, content ->> 'verdict' AS verdict FROM decision
         WHERE decision.case_id = filing_case.id ORDER BY case_version DESC LIMIT 1) AS passing
       WHERE state = ANY ($1::text[]) AND purged_at IS NULL AND verdict = 'pass' AND NOT ${IS_CONTROL}
         AND ($2::text IS NULL OR province = $2)
         AND ($3::timestamptz IS NULL OR (decided_at >= $3 AND decided_at < $4))) AS found
     WHERE $5 OR NOT exported ORDER BY decided_at, order_number LIMIT $6`,
    [
      states,
      province ?? null,
      from === null ? null : isoInstant(from),
      from === null ? null : isoInstant(from + DAY_MS),
      which === 'all',
      MOST_EXPORTABLE + 1,
    ],
  )
  return rows.map((row) => ({
    caseId: row.id,
    orderNumber: row.order_number,
    province: row.province,
    state: row.state,
    caseVersion: row.case_version,
    passedAt: row.decided_at.toISOString(),
    exported: row.exported,
  }))
}

interface KnownExport {
  readonly id: string
  readonly accountId: string
  readonly rulePack: string
  readonly applicationVersion: string
  readonly sha256: string
}

/** What was exported of this version of a case before. The row of the case is locked by the caller. */
export async function knownExports(
  tx: Queryable,
  caseId: string,
  caseVersion: number,
): Promise<readonly KnownExport[]> {
  const rows = await tx.query<{
    id: string
    account_id: string
    rule_pack: string
    application_version: string
    sha256: string
  }>(
    `SELECT id, account_id, rule_pack, application_version, sha256 FROM package_export
     WHERE case_id = $1 AND case_version = $2 ORDER BY place`,
    [caseId, caseVersion],
  )
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    rulePack: row.rule_pack,
    applicationVersion: row.application_version,
    sha256: row.sha256,
  }))
}

/** Whether an export of this id was ever registered, of whatever case. */
export async function isExportKnown(tx: Queryable, id: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 AS there FROM package_export WHERE id = $1', [id])
  return rows.length > 0
}

/** Enters an export; the caller has checked that it may be. */
export async function enterExport(
  tx: Queryable,
  { id, caseId, package: statement, reason, encrypted }: RegisterExportRequest,
  by: { readonly accountId: string; readonly now: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO package_export (id, case_id, case_version, rule_pack, application_version, sha256, bytes, purpose, note,
       encrypted, account_id, exported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      caseId,
      statement.caseVersion,
      statement.rulePack,
      statement.applicationVersion,
      statement.sha256,
      statement.bytes,
      reason.purpose,
      reason.note,
      encrypted,
      by.accountId,
      isoInstant(by.now),
    ],
  )
}

/** The register, the latest first; one entry more than asked for tells whether there are others. */
export async function readExports(
  database: Queryable,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<{ readonly entries: readonly ExportRegisterEntry[]; readonly more: boolean }> {
  const rows = await database.query<{
    place: number
    id: string
    order_number: string
    case_version: number
    sha256: string
    bytes: number
    application_version: string
    purpose: ExportPurpose
    note: string
    encrypted: boolean
    display_name: string
    exported_at: Date
  }>(
    `SELECT place, package_export.id, order_number, case_version, sha256, bytes, application_version, purpose, note,
       encrypted, display_name, exported_at
     FROM package_export JOIN filing_case ON filing_case.id = case_id JOIN account ON account.id = package_export.account_id
     WHERE $1 = 0 OR place < $1 ORDER BY place DESC LIMIT $2`,
    [before, limit + 1],
  )
  const entries = rows.slice(0, limit).map((row) => ({
    place: row.place,
    id: row.id,
    orderNumber: row.order_number,
    caseVersion: row.case_version,
    sha256: row.sha256,
    bytes: row.bytes,
    applicationVersion: row.application_version,
    reason: { purpose: row.purpose, note: row.note },
    encrypted: row.encrypted,
    by: row.display_name,
    at: row.exported_at.toISOString(),
  }))
  return { entries, more: rows.length > limit }
}
