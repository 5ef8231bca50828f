import { recordNoticeCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { dropChosenCertificate } from './certificateOperations'
import { signedIn, type DataContext } from './dataContext'
import { removeFiles } from './dropCaseData'

export function createRecordNotice(context: DataContext): DataOperations['recordNotice'] {
  const { db, queries } = context
  return ({ commandId, caseId, notice, now }) => {
    // What was chosen for an approval is of no use where it was none.
    let files: readonly string[] = []
    const recorded = inTransaction(db, (): ReturnType<DataOperations['recordNotice']> => {
      const known = queries.queueRows.find(caseId)
      if (known === null) {
        return refusal('not-found')
      }
      // Two notices on their way could not both be judged at the version that was seen here.
      if (queries.outbox.hasUnsentWork(caseId)) {
        return refusal('already-decided')
      }
      const { version, round, orderNumber } = known.row
      const command = recordNoticeCommandSchema.parse({
        id: commandId,
        caseId,
        expectedVersion: version,
        recordedAt: now,
        kind: 'record-notice',
        notice,
      })
      queries.outbox.add(command, { round, orderNumber })
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'notice-recorded',
        caseId,
        detail: { commandId, notice: notice.kind, version },
      })
      if (notice.kind === 'rejected') {
        files = dropChosenCertificate(context, caseId, now)
      }
      return success({ commandId })
    })
    removeFiles(context, files)
    return recorded
  }
}
