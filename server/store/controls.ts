import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { BundleDocument, FilingBundle } from '../../shared/domain/filing'
import type { MediaType } from '../../shared/protocol/case'
import type { ControlTerms } from '../../shared/protocol/controls'
import type { ControlOutcome } from '../../shared/review/controls/controlOutcome'
import { may } from '../../shared/review/rights'
import { ROLES } from '../../shared/review/roles'

/** Whether the row of `filing_case` in a statement is a control case. Never part of what the statement answers. */
export const IS_CONTROL = 'EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = filing_case.id)'

const INFORMED = ROLES.filter((role) => may(role, 'read-controls'))
  .map((role) => `'${role}'`)
  .join(', ')

/**
 * Whether the person $1 could know that the case of the row is a control case: whoever may read which they are, and whoever
 * put it into stock, in whatever role by now.
 */
export const IS_KNOWN_CONTROL = `EXISTS (SELECT 1 FROM control_case JOIN account ON account.id = $1
  WHERE control_case.case_id = filing_case.id AND (control_case.account_id = $1 OR account.role IN (${INFORMED})))`

/** The terms in force, or null before any were stated. */
export async function readControlTerms(database: Queryable): Promise<ControlTerms | null> {
  const [row] = await database.query<ControlTerms>('SELECT permille, phones FROM control_terms')
  return row ?? null
}

export async function storeControlTerms(
  tx: Queryable,
  { permille, phones }: ControlTerms,
  accountId: string,
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO control_terms (permille, phones, account_id, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (the_only) DO UPDATE SET permille = excluded.permille, phones = excluded.phones,
       account_id = excluded.account_id, changed_at = excluded.changed_at`,
    [permille, JSON.stringify(phones), accountId, isoInstant(now)],
  )
}

/** A document of the stock; its bytes are in the document store. */
export interface StockedDocument {
  readonly declared: BundleDocument
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
}

/** False when the order number or this very content is in these tables already. */
export async function insertControl(
  tx: Queryable,
  control: {
    readonly id: string
    readonly bundle: FilingBundle
    readonly bundleSha256: string
    readonly documents: readonly StockedDocument[]
    readonly rules: readonly string[]
    readonly accountId: string
  },
  now: number,
): Promise<boolean> {
  const { id, bundle, bundleSha256, documents, rules, accountId } = control
  const made = await tx.query(
    `INSERT INTO control_case (id, order_number, bundle_sha256, bundle, rules, account_id, stocked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      bundle.orderNumber,
      bundleSha256,
      JSON.stringify(bundle),
      JSON.stringify(rules),
      accountId,
      isoInstant(now),
    ],
  )
  if (made.length === 0) {
    return false
  }
  for (const [position, { declared, sha256, bytes, mediaType }] of documents.entries()) {
    await tx.query(
      `INSERT INTO control_document (control_id, position, declared, sha256, bytes, media_type)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, position, JSON.stringify(declared), sha256, bytes, mediaType],
    )
  }
  return true
}

/** Takes out of stock what was never released. False when there is no such thing in stock. */
export async function deleteStocked(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.query('DELETE FROM control_case WHERE id = $1 AND case_id IS NULL RETURNING id', [id])
  return gone.length > 0
}

/** Ids of what is in stock and has no time yet. */
export async function unscheduledControls(tx: Queryable): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM control_case WHERE case_id IS NULL AND release_at IS NULL AND NOT refused',
  )
  return rows.map(({ id }) => id)
}

/** Gives it its time, unless another server was faster. */
export async function scheduleControl(
  tx: Queryable,
  id: string,
  time: { readonly releaseAt: number; readonly submittedBefore: number },
): Promise<void> {
  await tx.query(
    `UPDATE control_case SET release_at = $2, submitted_before = $3
     WHERE id = $1 AND case_id IS NULL AND release_at IS NULL`,
    [id, isoInstant(time.releaseAt), time.submittedBefore],
  )
}

/** What is to be released by now. */
export interface DueControl {
  readonly id: string
  readonly bundle: FilingBundle
  readonly bundleSha256: string
  readonly documents: readonly StockedDocument[]
  /** So many milliseconds before its release it says that it was submitted. */
  readonly submittedBefore: number
}

/** The next one whose time has come, or null. */
export async function findDueRelease(database: Queryable, now: number): Promise<DueControl | null> {
  const [row] = await database.query<{
    id: string
    bundle: FilingBundle
    bundle_sha256: string
    submitted_before: number
  }>(
    `SELECT id, bundle, bundle_sha256, submitted_before FROM control_case
     WHERE case_id IS NULL AND release_at <= $1 ORDER BY release_at LIMIT 1`,
    [isoInstant(now)],
  )
  if (!row) {
    return null
  }
  const documents = await database.query<{
    declared: BundleDocument
    sha256: string
    bytes: number
    media_type: MediaType
  }>(
    'SELECT declared, sha256, bytes, media_type FROM control_document WHERE control_id = $1 ORDER BY position',
    [row.id],
  )
  return {
    id: row.id,
    bundle: row.bundle,
    bundleSha256: row.bundle_sha256,
    documents: documents.map(({ media_type: mediaType, ...document }) => ({ ...document, mediaType })),
    submittedBefore: row.submitted_before,
  }
}

/** Ties it to the case that was just made of it; its bundle and its list of documents are those of the case now. */
export async function markReleased(
  tx: Queryable,
  { id, caseId, endsAt }: { readonly id: string; readonly caseId: string; readonly endsAt: number },
  now: number,
): Promise<void> {
  await tx.query(
    'UPDATE control_case SET case_id = $2, released_at = $3, ends_at = $4, bundle = NULL WHERE id = $1',
    [id, caseId, isoInstant(now), isoInstant(endsAt)],
  )
  await tx.query('DELETE FROM control_document WHERE control_id = $1', [id])
}

/** It could not be released and is not tried again. */
export async function markRefused(database: Queryable, id: string): Promise<void> {
  await database.query(
    'UPDATE control_case SET refused = true, release_at = NULL WHERE id = $1 AND case_id IS NULL',
    [id],
  )
}

/** That a case is a control case, as far as those who decide about it depend on it. */
export interface Control {
  readonly id: string
  readonly rules: readonly string[]
  readonly accountId: string
}

/** The control case behind this case; null for every other. */
export async function findControl(database: Queryable, caseId: string): Promise<Control | null> {
  const [row] = await database.query<{ id: string; rules: string[]; account_id: string }>(
    'SELECT id, rules, account_id FROM control_case WHERE case_id = $1',
    [caseId],
  )
  return row ? { id: row.id, rules: row.rules, accountId: row.account_id } : null
}

/** Remembers that the pass of this person waits for another, as a drawn one would; null: it does no longer. */
export async function markControlLook(
  tx: Queryable,
  caseId: string,
  look: { readonly accountId: string; readonly blind: boolean } | null,
): Promise<void> {
  await tx.query('UPDATE control_case SET look_account_id = $2, look_blind = $3 WHERE case_id = $1', [
    caseId,
    look?.accountId ?? null,
    look?.blind ?? null,
  ])
}

/** Whose pass waits for another as if it had been drawn, and whether unseen; null for every other case. */
export async function findControlLook(
  database: Queryable,
  caseId: string,
): Promise<{ readonly reviewerId: string; readonly blind: boolean } | null> {
  const [row] = await database.query<{ look_account_id: string; look_blind: boolean }>(
    `SELECT look_account_id, look_blind FROM control_case WHERE case_id = $1 AND look_account_id IS NOT NULL`,
    [caseId],
  )
  return row ? { reviewerId: row.look_account_id, blind: row.look_blind } : null
}

/** Stores what a decision came to. `endsAt`: when the case is withdrawn by now, where nobody works on it any more. */
export async function insertControlScore(
  tx: Queryable,
  score: {
    readonly controlId: string
    readonly caseVersion: number
    readonly accountId: string
    readonly outcome: ControlOutcome
    readonly endsAt: number | null
  },
  now: number,
): Promise<void> {
  const { controlId, caseVersion, accountId, outcome, endsAt } = score
  await tx.query(
    `INSERT INTO control_score (control_id, case_version, account_id, outcome, decided_at) VALUES ($1, $2, $3, $4, $5)`,
    [controlId, caseVersion, accountId, outcome, isoInstant(now)],
  )
  if (endsAt !== null) {
    await tx.query('UPDATE control_case SET ends_at = $2 WHERE id = $1', [controlId, isoInstant(endsAt)])
  }
}

/** A released control case that has not been withdrawn. */
export interface RunningControl {
  readonly id: string
  readonly orderNumber: string
}

/** The next one whose time is over, or null. */
export async function findDueEnd(database: Queryable, now: number): Promise<RunningControl | null> {
  const [row] = await database.query<{ id: string; order_number: string }>(
    `SELECT id, order_number FROM control_case
     WHERE ends_at <= $1 AND ended_at IS NULL ORDER BY ends_at LIMIT 1`,
    [isoInstant(now)],
  )
  return row ? { id: row.id, orderNumber: row.order_number } : null
}

/** Of this id, as long as it has not been withdrawn. */
export async function findRunning(database: Queryable, id: string): Promise<RunningControl | null> {
  const [row] = await database.query<{ id: string; order_number: string }>(
    'SELECT id, order_number FROM control_case WHERE id = $1 AND case_id IS NOT NULL AND ended_at IS NULL',
    [id],
  )
  return row ? { id: row.id, orderNumber: row.order_number } : null
}

export async function markEnded(tx: Queryable, id: string, now: number): Promise<void> {
  await tx.query('UPDATE control_case SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
    id,
    isoInstant(now),
  ])
}
