import type { QueueRow } from '../../../shared/protocol/case'
import { canonicalJson } from '../../../shared/canonicalJson'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { openSearchFields } from '../search/caseSearchFields'
import type { DataContext } from './dataContext'
import { reindexCase } from './reindexCase'

/**
 * A row of a higher version always wins and one of a lower version never does. At the same version a row can still
 * differ, because holders change without the case changing; then the page's place in the feed decides.
 */
export function createApplyFeed(context: DataContext): DataOperations['applyFeed'] {
  const { db, queries } = context

  function applyRow(row: QueueRow, isBehind: boolean): boolean {
    const stored = queries.queueRows.find(row.id)
    if (stored !== null) {
      const isOlder = row.version < stored.row.version || (row.version === stored.row.version && isBehind)
      if (isOlder || canonicalJson(row) === canonicalJson(stored.row)) {
        return false
      }
    }
    const rowId = queries.queueRows.write(row)
    queries.queueRows.refreshDecidedHere(row.id)
    queries.drafts.removeMoot(row.id)
    if (stored === null || wordsOf(stored.row) !== wordsOf(row)) {
      queries.queueSearch.indexRow(rowId, openSearchFields(row))
      reindexCase(context, row.id)
    }
    return true
  }

  return (page) =>
    inTransaction(db, () => {
      const cursor = queries.session.cursor()
      const isBehind = page.cursor < cursor
      const changed = page.rows.filter((row) => applyRow(row, isBehind)).length
      queries.session.moveCursor(Math.max(cursor, page.cursor))
      return { changed }
    })
}

function wordsOf(row: QueueRow): string {
  return openSearchFields(row).join('\n')
}
