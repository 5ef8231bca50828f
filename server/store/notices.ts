import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseNotice, SmsStand } from '../../shared/protocol/case'

/** Fixes at the hand-over which SMS verification is due; the time begins with the ministry's message. */
export async function storeSmsDuty(
  tx: Queryable,
  caseId: string,
  duty: Pick<SmsStand, 'hours' | 'onFailure'> | null,
): Promise<void> {
  await tx.query(
    'UPDATE filing_case SET sms_hours = $1, sms_on_failure = $2, sms_due_at = NULL WHERE id = $3',
    [duty?.hours ?? null, duty?.onFailure ?? null, caseId],
  )
}

/** The ministry's message is out: `dueAt` (epoch ms) ends the time to verify. */
export async function beginSmsTime(tx: Queryable, caseId: string, dueAt: number): Promise<void> {
  await tx.query('UPDATE filing_case SET sms_due_at = $1 WHERE id = $2', [isoInstant(dueAt), caseId])
}

/** Stores what was told. `caseVersion`: the version that the notice made. */
export async function insertNotice(
  tx: Queryable,
  told: Pick<CaseNotice, 'round' | 'caseVersion' | 'notice'> & {
    readonly caseId: string
    readonly accountId: string | null
    readonly auditHash: string
  },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_notice (case_id, case_version, round, content, account_id, recorded_at, audit_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      told.caseId,
      told.caseVersion,
      told.round,
      JSON.stringify(told.notice),
      told.accountId,
      isoInstant(now),
      told.auditHash,
    ],
  )
}

/** What was told of the case, in order. */
export async function readNotices(tx: Queryable, caseId: string): Promise<CaseNotice[]> {
  const rows = await tx.query<{
    round: number
    case_version: number
    content: CaseNotice['notice']
    display_name: string | null
    recorded_at: Date
  }>(
    `SELECT round, case_version, content, display_name, recorded_at
     FROM case_notice LEFT JOIN account ON account.id = account_id WHERE case_id = $1 ORDER BY case_version`,
    [caseId],
  )
  return rows.map((row) => ({
    round: row.round,
    caseVersion: row.case_version,
    notice: row.content,
    by: row.display_name,
    at: row.recorded_at.toISOString(),
  }))
}

/** The columns of `filing_case` that make an `SmsStand`. */
export type SmsColumns =
  | { readonly sms_hours: null }
  | {
      readonly sms_hours: number
      readonly sms_on_failure: SmsStand['onFailure']
      readonly sms_due_at: Date | null
    }

/** The SMS verification of a row, or null when none is due. */
export function smsStandOf(row: SmsColumns): SmsStand | null {
  return row.sms_hours === null
    ? null
    : {
        hours: row.sms_hours,
        onFailure: row.sms_on_failure,
        dueAt: row.sms_due_at?.toISOString() ?? null,
      }
}
