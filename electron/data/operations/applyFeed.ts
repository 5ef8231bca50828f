import type { QueueRow } from '../../../shared/protocol/case'
import { canonicalJson } from '../../../shared/canonicalJson'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { openSearchFields } from '../search/caseSearchFields'
import { parseRow } from '../queries/queueRowQueries'
import type { DataContext } from './dataContext'
import { reindexCase } from './reindexCase'

/**
 * A row of a higher version always wins and one of a lower version never does. At the same version a row can still
 * differ, because holders change without the case changing; then the page's place in the feed decides. While the queue
 * is read anew, a row that is named for the first time wins whatever its version: the server may have been restored.
 */
export function createApplyFeed(context: DataContext): DataOperations['applyFeed'] {
  const { db, queries } = context

  function insertRows(rows: readonly QueueRow[], pass: number): void {
    const firstRowId = queries.queueRows.insertAll(rows, pass)
    for (const [index, row] of rows.entries()) {
      queries.queueSearch.indexNewRow(firstRowId + index, openSearchFields(row))
    }
    const touched = queries.queueRows.touchedCases()
    for (const { id } of rows.filter((row) => touched.has(row.id))) {
      queries.queueRows.refreshDecidedHere(id)
      queries.drafts.removeMoot(id)
      reindexCase(context, id)
    }
  }

  /** True when the row is another one afterwards. */
  function replaceRow(row: QueueRow, { rowId, pass: namedIn, body }: Written, page: Page): boolean {
    const isNamedAnew = namedIn < page.pass
    if (isNamedAnew) {
      queries.queueRows.markNamed(rowId, page.pass)
    }
    if (body === JSON.stringify(row)) {
      return false
    }
    const stored = parseRow(body)
    const isOlder = row.version < stored.version || (row.version === stored.version && page.isBehind)
    if ((isOlder && !isNamedAnew) || canonicalJson(row) === canonicalJson(stored)) {
      return false
    }
    queries.queueRows.replace(rowId, row, page.pass)
    queries.queueRows.refreshDecidedHere(row.id)
    queries.drafts.removeMoot(row.id)
    queries.calls.removeMoot(row.id)
    if (wordsOf(stored) !== wordsOf(row)) {
      queries.queueSearch.indexRow(rowId, openSearchFields(row))
      reindexCase(context, row.id)
    }
    return true
  }

  return ({ rows, cursor: reached, after = 0 }) =>
    inTransaction(db, () => {
      const cursor = queries.session.cursor()
      if (cursor < after) {
        return { changed: null }
      }
      const page = { pass: queries.session.pass(), isBehind: reached < cursor }
      const written = queries.queueRows.findAmong(rows.map(({ id }) => id))
      const added = new Map<string, QueueRow>()
      const known: QueueRow[] = []
      for (const row of rows) {
        if (written.has(row.id) || added.has(row.id)) {
          known.push(row)
        } else {
          added.set(row.id, row)
        }
      }
      insertRows([...added.values()], page.pass)
      let changed = added.size
      for (const row of known) {
        const stored = written.get(row.id) ?? queries.queueRows.findWritten(row.id)
        // Named again in this page, it is compared with what has just been written.
        written.delete(row.id)
        if (stored !== null && replaceRow(row, stored, page)) {
          changed += 1
        }
      }
      queries.session.moveCursor(Math.max(cursor, reached))
      return { changed }
    })
}

type Written = NonNullable<ReturnType<DataContext['queries']['queueRows']['findWritten']>>

interface Page {
  readonly pass: number
  /** Its place lies before what has been applied: it says how things were. */
  readonly isBehind: boolean
}

function wordsOf(row: QueueRow): string {
  return openSearchFields(row).join('\n')
}
