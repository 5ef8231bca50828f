import { HOLD_KINDS, type Hold } from '../../../shared/protocol/case'
import { drawReasonSchema, type DrawReason } from '../../../shared/protocol/apiModels'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import type { HeldCase } from '../dataOperations'

interface HoldRow {
  readonly case_id: string
  readonly token: number
  readonly kind: string
  readonly since: string
  readonly expires_at: string
  readonly drawn_here: number
  readonly has_case: number
}

const COLUMNS = `hold.case_id, token, kind, since, expires_at, drawn_here, filing_case.case_id IS NOT NULL AS has_case
  FROM hold LEFT JOIN filing_case USING (case_id)`

/** Holds and reservations as they are known here, and why a case was drawn. */
export function createHoldQueries(db: WritableDb) {
  const select = prepareRead<HoldRow, { caseId: string }>(
    db,
    `SELECT ${COLUMNS} WHERE hold.case_id = :caseId`,
  )
  const selectAll = prepareRead<HoldRow>(db, `SELECT ${COLUMNS} ORDER BY hold.since, hold.case_id`)
  const upsert = prepareWrite<{
    caseId: string
    token: number
    kind: string
    since: string
    expiresAt: string
    drawnHere: number
  }>(
    db,
    `INSERT INTO hold (case_id, token, kind, since, expires_at, drawn_here)
     VALUES (:caseId, :token, :kind, :since, :expiresAt, :drawnHere)
     ON CONFLICT (case_id) DO UPDATE SET token = excluded.token, kind = excluded.kind, since = excluded.since,
       expires_at = excluded.expires_at, drawn_here = excluded.drawn_here`,
  )
  const remove = prepareWrite<{ caseId: string }>(db, 'DELETE FROM hold WHERE case_id = :caseId')
  const removeReason = prepareWrite<{ caseId: string }>(db, 'DELETE FROM draw_reason WHERE case_id = :caseId')
  const upsertReason = prepareWrite<{ caseId: string; reason: string }>(
    db,
    `INSERT INTO draw_reason (case_id, reason) VALUES (:caseId, :reason)
     ON CONFLICT (case_id) DO UPDATE SET reason = excluded.reason`,
  )
  const selectReason = prepareRead<{ readonly reason: string }, { caseId: string }>(
    db,
    'SELECT reason FROM draw_reason WHERE case_id = :caseId',
  )
  // In the order in which the server gives cases: escalated, second review, photo waiting, then by due time. What has a decision of
  // its own under way is not offered again.
  const selectDrawable = prepareRead<HoldRow>(
    db,
    `SELECT ${COLUMNS} WHERE kind = 'reservation' AND filing_case.case_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = hold.case_id AND outbox.kind = 'decide'
         AND outbox.state IN ('queued', 'sending', 'refused'))
     ORDER BY CASE filing_case.body ->> '$.state' WHEN 'escalated' THEN 0 WHEN 'second-review' THEN 1
         WHEN 'photo-review' THEN 2 ELSE 3 END,
       filing_case.due_at, filing_case.body ->> '$.orderNumber'`,
  )

  return {
    find(caseId: string): HeldCase | null {
      const row = select.get({ caseId })
      return row === undefined ? null : toHeldCase(row)
    },
    list(): readonly HeldCase[] {
      return selectAll.all(NO_PARAMETERS).map(toHeldCase)
    },
    /** Reserved cases that can be drawn without the server, in review order; expired ones are among them. */
    drawable(): readonly HeldCase[] {
      return selectDrawable.all(NO_PARAMETERS).map(toHeldCase)
    },
    write(hold: Hold, drawnHere: boolean): void {
      upsert.run({
        caseId: hold.caseId,
        token: hold.token,
        kind: hold.kind,
        since: hold.since,
        expiresAt: hold.expiresAt,
        drawnHere: drawnHere ? 1 : 0,
      })
    },
    /** The right ends, and with it the reason for which the case was drawn. */
    remove(caseId: string): void {
      remove.run({ caseId })
      removeReason.run({ caseId })
    },
    rememberReason(caseId: string, reason: DrawReason): void {
      upsertReason.run({ caseId, reason })
    },
    reason(caseId: string): DrawReason | null {
      const found = selectReason.get({ caseId })
      return found === undefined ? null : drawReasonSchema.parse(found.reason)
    },
  }
}

function toHeldCase(row: HoldRow): HeldCase {
  const kind = HOLD_KINDS.find((known) => known === row.kind)
  if (kind === undefined) {
    throw new Error('Stored hold.kind is unknown')
  }
  return {
    hold: { caseId: row.case_id, token: row.token, kind, since: row.since, expiresAt: row.expires_at },
    hasCase: row.has_case === 1,
    drawnHere: row.drawn_here === 1,
  }
}
