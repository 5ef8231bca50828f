import { prepareWrite, type WritableDb } from '../connection/handles'
import { searchText } from '../search/searchTokens'

/** The queue's full-text index; its rows have the row ids of the queue. */
export function createQueueSearchQueries(db: WritableDb) {
  const remove = prepareWrite<{ rowId: number }>(db, 'DELETE FROM queue_search WHERE rowid = :rowId')
  const insert = prepareWrite<{ rowId: number; open: string; restricted: string }>(
    db,
    'INSERT INTO queue_search (rowid, open, restricted) VALUES (:rowId, :open, :restricted)',
  )

  return {
    /** Replaces what a row is found by; tokens that are no longer named are gone from the file. */
    index(rowId: number, openFields: readonly string[], restrictedFields: readonly string[]): void {
      remove.run({ rowId })
      insert.run({ rowId, open: searchText(openFields), restricted: searchText(restrictedFields) })
    },
  }
}
