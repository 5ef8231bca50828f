import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { DataContext } from './dataContext'
import { dropCaseData, removeFiles } from './dropCaseData'

export function createDropCase(context: DataContext): DataOperations['dropCase'] {
  const { db, queries } = context
  return (caseId) => {
    const files = inTransaction(db, () => {
      if (queries.outbox.hasUnsentWork(caseId)) {
        return []
      }
      queries.holds.remove(caseId)
      return dropCaseData(context, caseId)
    })
    removeFiles(context, files)
  }
}
