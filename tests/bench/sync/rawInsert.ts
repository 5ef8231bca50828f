import { randomBytes } from 'node:crypto'
import { inTransaction, prepareWrite } from '../../../electron/data/connection/handles'
import { closeDatabase, openDatabase } from '../../../electron/data/connection/openDatabase'
import { MIGRATIONS } from '../../../electron/data/migrations/migrations'
import { openSearchFields } from '../../../electron/data/search/caseSearchFields'
import { searchText } from '../../../electron/data/search/searchTokens'
import type { QueueRow } from '../../../shared/protocol/case'

/**
 * Milliseconds that the same rows take to be written into an empty database of the same schema and cipher by nothing
 * but three prepared statements a row. All values have been worked out before the clock starts.
 */
export function rawInsert(folder: string, rows: readonly QueueRow[], rowsInTransaction: number): number {
  const opened = openDatabase({
    profileFolder: folder,
    key: randomBytes(32),
    nativeBinding: process.env['BEIAN_SQLITE_ADDON'],
    migrations: MIGRATIONS,
    mustExist: false,
  })
  if (!opened.ok) {
    throw new Error(`The database did not open: ${opened.error}`)
  }
  const { db } = opened.value
  const insertRow = prepareWrite<Omit<ReturnType<typeof valuesOf>, 'body' | 'words'>>(
    db,
    `INSERT INTO queue_row (row_id, case_id, version, round, state, filing_type, province, entity_kind,
       order_number, submitted_at, due_at)
     VALUES (:rowId, :caseId, :version, :round, :state, :filingType, :province, :entityKind, :orderNumber,
       :submittedAt, :dueAt)`,
  )
  const insertBody = prepareWrite<{ rowId: number; body: string }>(
    db,
    'INSERT INTO queue_body (row_id, body) VALUES (:rowId, :body)',
  )
  const insertWords = prepareWrite<{ rowId: number; words: string }>(
    db,
    'INSERT INTO open_search (rowid, words) VALUES (:rowId, :words)',
  )
  const prepared = rows.map(valuesOf)
  const begun = performance.now()
  for (let from = 0; from < prepared.length; from += rowsInTransaction) {
    inTransaction(db, () => {
      for (const { body, words, ...columns } of prepared.slice(from, from + rowsInTransaction)) {
        insertRow.run(columns)
        insertBody.run({ rowId: columns.rowId, body })
        insertWords.run({ rowId: columns.rowId, words })
      }
    })
  }
  const took = performance.now() - begun
  closeDatabase(db)
  return took
}

function valuesOf(row: QueueRow, index: number) {
  return {
    rowId: index + 1,
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
    body: JSON.stringify(row),
    words: searchText(openSearchFields(row)),
  }
}
