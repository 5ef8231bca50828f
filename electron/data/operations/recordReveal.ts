import { currentRound } from '../../../shared/protocol/case'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

/** The note is the person's own words about a case, so it goes under the key of the case. */
export function createRecordReveal(context: DataContext): DataOperations['recordReveal'] {
  const { db, queries } = context
  return ({ caseId, reason, note, now }) =>
    inTransaction(db, () => {
      const filingCase = queries.cases.find(caseId)
      if (filingCase === null) {
        return refusal('not-found' as const)
      }
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'case-revealed',
        caseId,
        detail: { reason, round: currentRound(filingCase).round, version: filingCase.version },
        ...(note === '' ? {} : { change: { before: null, after: { note } } }),
      })
      return success(null)
    })
}
