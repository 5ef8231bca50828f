import { queueRowSchema, type QueueRow } from '../../../shared/protocol/case'
import { canonicalJson } from '../../../shared/canonicalJson'
import { prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

interface StoredRow {
  readonly rowId: number
  readonly row: QueueRow
}

/** Single rows of the queue: what the feed writes and what needs one row by its case. */
export function createQueueRowQueries(db: WritableDb) {
  const select = prepareRead<{ readonly row_id: number; readonly body: string }, { caseId: string }>(
    db,
    `SELECT row_id, body FROM queue_row JOIN queue_body USING (row_id) WHERE case_id = :caseId`,
  )
  const upsert = prepareWrite<{
    caseId: string
    version: number
    round: number
    state: string
    filingType: string
    province: string
    entityKind: string
    orderNumber: string
    submittedAt: number
    dueAt: number
  }>(
    db,
    `INSERT INTO queue_row (case_id, version, round, state, filing_type, province, entity_kind, order_number,
       submitted_at, due_at)
     VALUES (:caseId, :version, :round, :state, :filingType, :province, :entityKind, :orderNumber,
       :submittedAt, :dueAt)
     ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, round = excluded.round,
       state = excluded.state, filing_type = excluded.filing_type, province = excluded.province,
       entity_kind = excluded.entity_kind, order_number = excluded.order_number,
       submitted_at = excluded.submitted_at, due_at = excluded.due_at`,
  )
  const selectRowId = prepareRead<{ readonly rowId: number }, { caseId: string }>(
    db,
    'SELECT row_id AS rowId FROM queue_row WHERE case_id = :caseId',
  )
  const upsertBody = prepareWrite<{ rowId: number; body: string }>(
    db,
    `INSERT INTO queue_body (row_id, body) VALUES (:rowId, :body)
     ON CONFLICT (row_id) DO UPDATE SET body = excluded.body`,
  )
  // A row leaves its view when a decision was made here, and comes back when the server refused it. Between the
  // server's yes and the feed's new row the case would otherwise seem to be waiting again.
  const updateDecidedHere = prepareWrite<{ caseId: string }>(
    db,
    `UPDATE queue_row SET decided_here = EXISTS (
       SELECT 1 FROM outbox
       WHERE outbox.case_id = queue_row.case_id AND outbox.kind = 'decide'
         AND (outbox.state IN ('queued', 'sending')
           OR (outbox.state = 'applied' AND outbox.case_version > queue_row.version)))
     WHERE case_id = :caseId`,
  )

  return {
    find(caseId: string): StoredRow | null {
      const found = select.get({ caseId })
      return found === undefined
        ? null
        : { rowId: found.row_id, row: parseStored(queueRowSchema, found.body, 'queue_body.body') }
    },
    /** Answers the row id, which stays the same as long as the case is in the queue. */
    write(row: QueueRow): number {
      upsert.run({
        caseId: row.id,
        version: row.version,
        round: row.round,
        state: row.state,
        filingType: row.filingType,
        province: row.province,
        entityKind: row.entityKind,
        orderNumber: row.orderNumber,
        submittedAt: Date.parse(row.submittedAt),
        dueAt: Date.parse(row.dueAt),
      })
      const written = selectRowId.get({ caseId: row.id })
      if (written === undefined) {
        throw new Error('A queue row was not written')
      }
      upsertBody.run({ rowId: written.rowId, body: canonicalJson(row) })
      return written.rowId
    },
    refreshDecidedHere(caseId: string): void {
      updateDecidedHere.run({ caseId })
    },
  }
}
