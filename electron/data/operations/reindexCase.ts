import { openSearchFields, restrictedSearchFields } from '../search/caseSearchFields'
import type { DataContext } from './dataContext'

/** Makes the search find a row by what its queue row shows and, while the whole case is here, by that too. */
export function reindexCase({ queries }: DataContext, caseId: string): void {
  const stored = queries.queueRows.find(caseId)
  if (stored === null) {
    return
  }
  const filingCase = queries.cases.find(caseId)
  queries.queueSearch.index(
    stored.rowId,
    openSearchFields(stored.row),
    filingCase === null ? [] : restrictedSearchFields(filingCase),
  )
}
