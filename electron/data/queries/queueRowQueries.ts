import { queueRowSchema, type QueueRow } from '../../../shared/protocol/case'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

interface StoredRow {
  readonly rowId: number
  /** Reading of the queue in which the server last named it. */
  readonly pass: number
  /** As it came, as JSON. */
  readonly body: string
}

/** Columns that rows are filtered and sorted by. */
interface RowColumns {
  readonly version: number
  readonly round: number
  readonly state: string
  readonly filingType: string
  readonly province: string
  readonly entityKind: string
  readonly orderNumber: string
  readonly submittedAt: number
  readonly dueAt: number
  readonly pass: number
}

/** Single rows of the queue: what the feed writes and what needs one row by its case. */
export function createQueueRowQueries(db: WritableDb) {
  const select = prepareRead<StoredRow, { caseId: string }>(
    db,
    `SELECT row_id AS rowId, pass, body FROM queue_row JOIN queue_body USING (row_id) WHERE case_id = :caseId`,
  )
  // The outer loop is the page's, whatever the planner thinks of the size of the queue.
  const selectAmong = prepareRead<StoredRow & { readonly caseId: string }, { caseIds: string }>(
    db,
    `SELECT case_id AS caseId, row_id AS rowId, pass, body
     FROM json_each(:caseIds) CROSS JOIN queue_row ON case_id = value CROSS JOIN queue_body USING (row_id)`,
  )
  const selectLast = prepareRead<{ readonly last: number }>(
    db,
    'SELECT coalesce(max(row_id), 0) AS last FROM queue_row',
  )
  // A page in one statement: binding eleven values a row takes as long as writing them.
  const insert = prepareWrite<{ rows: string }>(
    db,
    `INSERT INTO queue_row (row_id, case_id, version, round, state, filing_type, province, entity_kind, order_number,
       submitted_at, due_at, pass)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11
     FROM json_each(:rows)`,
  )
  const update = prepareWrite<RowColumns & { rowId: number }>(
    db,
    `UPDATE queue_row SET version = :version, round = :round, state = :state, filing_type = :filingType,
       province = :province, entity_kind = :entityKind, order_number = :orderNumber, submitted_at = :submittedAt,
       due_at = :dueAt, pass = :pass
     WHERE row_id = :rowId`,
  )
  const insertBody = prepareWrite<{ rowId: number; body: string }>(
    db,
    'INSERT INTO queue_body (row_id, body) VALUES (:rowId, :body)',
  )
  const updateBody = prepareWrite<{ rowId: number; body: string }>(
    db,
    'UPDATE queue_body SET body = :body WHERE row_id = :rowId',
  )
  const updatePass = prepareWrite<{ rowId: number; pass: number }>(
    db,
    'UPDATE queue_row SET pass = :pass WHERE row_id = :rowId',
  )
  // Few: what was drafted, decided or fetched here.
  const selectTouched = prepareRead<{ readonly caseId: string }>(
    db,
    `SELECT case_id AS caseId FROM outbox UNION SELECT case_id FROM draft UNION SELECT case_id FROM filing_case`,
  )
  // Work that stands on a case keeps its row.
  const selectUnnamed = prepareRead<{ readonly rowId: number }, { pass: number }>(
    db,
    `SELECT row_id AS rowId FROM queue_row WHERE pass < :pass
       AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.case_id = queue_row.case_id)
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = queue_row.case_id
         AND outbox.state IN ('queued', 'sending', 'refused'))`,
  )
  const selectEvery = prepareRead<{ readonly rowId: number; readonly body: string }, { after: number }>(
    db,
    'SELECT row_id AS rowId, body FROM queue_body WHERE row_id > :after ORDER BY row_id LIMIT 1000',
  )
  const selectPastReview = prepareRead<{ readonly part: string }, { caseId: string }>(
    db,
    `SELECT part FROM queue_row WHERE case_id = :caseId AND part IN ('submitted', 'done')`,
  )
  const countRows = prepareRead<{ readonly count: number }>(db, 'SELECT COUNT(*) AS count FROM queue_row')
  const removeRow = prepareWrite<{ rowId: number }>(db, 'DELETE FROM queue_row WHERE row_id = :rowId')
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
    find(caseId: string): { readonly rowId: number; readonly row: QueueRow } | null {
      const found = select.get({ caseId })
      return found === undefined ? null : { rowId: found.rowId, row: parseRow(found.body) }
    },
    /** The row as it was written; comparing texts saves parsing what has not changed. */
    findWritten: (caseId: string): StoredRow | null => select.get({ caseId }) ?? null,
    /** Those of these cases that are in the queue, by case. */
    findAmong(caseIds: readonly string[]): Map<string, StoredRow> {
      const found = selectAmong.all({ caseIds: JSON.stringify(caseIds) })
      return new Map(found.map(({ caseId, ...stored }) => [caseId, stored]))
    },
    /** Rows of cases that are not in the queue. Their row ids, which stay, go up by one from the one that it answers. */
    insertAll(rows: readonly QueueRow[], pass: number): number {
      const first = (selectLast.get(NO_PARAMETERS)?.last ?? 0) + 1
      insert.run({ rows: JSON.stringify(rows.map((row, index) => listOf(first + index, row, pass))) })
      for (const [index, row] of rows.entries()) {
        insertBody.run({ rowId: first + index, body: JSON.stringify(row) })
      }
      return first
    },
    replace(rowId: number, row: QueueRow, pass: number): void {
      update.run({ rowId, ...columnsOf(row, pass) })
      updateBody.run({ rowId, body: JSON.stringify(row) })
    },
    markNamed(rowId: number, pass: number): void {
      updatePass.run({ rowId, pass })
    },
    /** Rows that this reading of the queue has not named and on which no work stands. */
    unnamed: (pass: number): readonly number[] => selectUnnamed.all({ pass }).map(({ rowId }) => rowId),
    /** Handed over to the administration, or further. */
    isPastReview: (caseId: string): boolean => selectPastReview.get({ caseId }) !== undefined,
    count: (): number => countRows.get(NO_PARAMETERS)?.count ?? 0,
    remove(rowId: number): void {
      removeRow.run({ rowId })
    },
    *everyRow(): Generator<{ readonly rowId: number; readonly body: string }> {
      let after = 0
      for (;;) {
        const page = selectEvery.all({ after })
        const last = page.at(-1)
        if (last === undefined) {
          return
        }
        yield* page
        after = last.rowId
      }
    },
    /** Cases on which something was done here, or whose data is here. */
    touchedCases: (): ReadonlySet<string> =>
      new Set(selectTouched.all(NO_PARAMETERS).map(({ caseId }) => caseId)),
    refreshDecidedHere(caseId: string): void {
      updateDecidedHere.run({ caseId })
    },
  }
}

export function parseRow(body: string): QueueRow {
  return parseStored(queueRowSchema, body, 'queue_body.body')
}

/** In the order of the columns that rows are inserted with. */
function listOf(rowId: number, row: QueueRow, pass: number): ReadonlyArray<string | number> {
  const { id, version, round, state, filingType, province, entityKind, orderNumber } = row
  const submittedAt = Date.parse(row.submittedAt)
  const dueAt = Date.parse(row.dueAt)
  return [
    rowId,
    id,
    version,
    round,
    state,
    filingType,
    province,
    entityKind,
    orderNumber,
    submittedAt,
    dueAt,
    pass,
  ]
}

function columnsOf(row: QueueRow, pass: number): RowColumns {
  return {
    version: row.version,
    round: row.round,
    state: row.state,
    filingType: row.filingType,
    province: row.province,
    entityKind: row.entityKind,
    orderNumber: row.orderNumber,
    submittedAt: Date.parse(row.submittedAt),
    dueAt: Date.parse(row.dueAt),
    pass,
  }
}
