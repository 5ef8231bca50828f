import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'
import { dropCaseData, removeFiles } from './dropCaseData'

const HOUR_MS = 3_600_000
/** A working day: whoever builds packages comes back to the same cases within it. */
const READ_KEPT_MS = 8 * HOUR_MS
/** Handed over: an hour to look at the package beside its case. */
const SUBMITTED_KEPT_MS = HOUR_MS

/** Takes away cases that are here only because somebody read them, and whose time is over. */
export function createPurgeRead(context: DataContext): DataOperations['purgeRead'] {
  const { db, queries, onScreen } = context
  return ({ now }) => {
    const { purged, files } = inTransaction(db, () => {
      const at = Date.parse(now)
      const due = queries.cases
        .readUntil(at - SUBMITTED_KEPT_MS)
        .filter(({ caseId, storedAt }) => {
          const isSubmitted = queries.queueRows.isPastReview(caseId)
          return caseId !== onScreen.caseId && (isSubmitted || storedAt <= at - READ_KEPT_MS)
        })
        .map(({ caseId }) => caseId)
      const unlisted = due.flatMap((caseId) => {
        queries.audit.append({
          at: now,
          actor: signedIn(context).user.id,
          action: 'case-purged',
          caseId,
          detail: { version: queries.cases.version(caseId) ?? 0 },
        })
        return dropCaseData(context, caseId)
      })
      return { purged: due, files: unlisted }
    })
    removeFiles(context, files)
    return { purged }
  }
}
