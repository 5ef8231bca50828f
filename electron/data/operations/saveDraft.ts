import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { currentRound } from '../../../shared/protocol/case'
import type { DataContext } from './dataContext'

/** The last words typed may arrive after the case has left; the queue still knows the round they are about. */
export function createSaveDraft({ db, queries }: DataContext): DataOperations['saveDraft'] {
  return ({ caseId, draft, now }) =>
    inTransaction(db, () => {
      const filingCase = queries.cases.find(caseId)
      const round =
        filingCase === null ? queries.queueRows.find(caseId)?.row.round : currentRound(filingCase).round
      if (round === undefined) {
        throw new Error('A draft for a case that is not known here')
      }
      queries.drafts.write(caseId, round, draft, now)
    })
}
