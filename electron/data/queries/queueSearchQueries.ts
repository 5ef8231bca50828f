import { NO_PARAMETERS, prepareWrite, type WritableDb } from '../connection/handles'
import { searchText } from '../search/searchTokens'

/** The queue's full-text indexes; their rows have the row ids of the queue. */
export function createQueueSearchQueries(db: WritableDb) {
  const removeOpen = prepareWrite<{ rowId: number }>(db, 'DELETE FROM open_search WHERE rowid = :rowId')
  const insertOpen = prepareWrite<{ rowId: number; words: string }>(
    db,
    'INSERT INTO open_search (rowid, words) VALUES (:rowId, :words)',
  )
  const removeAllOpen = prepareWrite(db, 'DELETE FROM open_search')
  const removeCase = prepareWrite<{ rowId: number }>(db, 'DELETE FROM case_search WHERE rowid = :rowId')
  const insertCase = prepareWrite<{ rowId: number; words: string }>(
    db,
    'INSERT INTO case_search (rowid, words) VALUES (:rowId, :words)',
  )

  return {
    /** What everybody may find a row by; of a row that is not in the index yet. */
    indexNewRow(rowId: number, fields: readonly string[]): void {
      insertOpen.run({ rowId, words: searchText(fields) })
    },
    indexRow(rowId: number, fields: readonly string[]): void {
      removeOpen.run({ rowId })
      insertOpen.run({ rowId, words: searchText(fields) })
    },
    /** What a row is found by while its whole case is here: every word of a query has to be among these fields. */
    indexCase(rowId: number, fields: readonly string[]): void {
      removeCase.run({ rowId })
      insertCase.run({ rowId, words: searchText(fields) })
    },
    /** The row has left the queue. */
    forgetRow(rowId: number): void {
      removeOpen.run({ rowId })
      removeCase.run({ rowId })
    },
    /** Before every row is indexed anew. */
    clearRows(): void {
      removeAllOpen.run(NO_PARAMETERS)
    },
    /** The case has left; its words are gone from the file. */
    forgetCase(rowId: number): void {
      removeCase.run({ rowId })
    },
  }
}
