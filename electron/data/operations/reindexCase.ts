import { openSearchFields, restrictedSearchFields } from '../search/caseSearchFields'
import type { DataContext } from './dataContext'

/** Makes the search find a row by its case's data while that is here, and no longer when it has left. */
export function reindexCase({ queries }: DataContext, caseId: string): void {
  const stored = queries.queueRows.find(caseId)
  if (stored === null) {
    return
  }
  const filingCase = queries.cases.find(caseId)
  if (filingCase === null) {
    queries.queueSearch.forgetCase(stored.rowId)
    return
  }
  const fields = [...openSearchFields(stored.row), ...restrictedSearchFields(filingCase)]
  queries.queueSearch.indexCase(stored.rowId, fields)
}
