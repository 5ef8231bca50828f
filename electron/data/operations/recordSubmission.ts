import { recordSubmissionCommandSchema } from '../../../shared/protocol/commands'
import { refusal, success } from '../../../shared/result'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

export function createRecordSubmission(context: DataContext): DataOperations['recordSubmission'] {
  const { db, queries } = context
  return ({ commandId, packageId, now }) =>
    inTransaction(db, () => {
      const exported = queries.packages.find(packageId)
      if (exported === null) {
        return refusal('not-found')
      }
      if (exported.submitted) {
        return refusal('already-decided')
      }
      const command = recordSubmissionCommandSchema.parse({
        id: commandId,
        caseId: exported.caseId,
        expectedVersion: exported.caseVersion,
        recordedAt: now,
        kind: 'record-submission',
        packageSha256: exported.sha256,
        fileName: exported.fileName,
      })
      const round = queries.queueRows.find(exported.caseId)?.row.round ?? 1
      queries.outbox.add(command, { round, orderNumber: exported.orderNumber })
      queries.packages.markSubmitted(packageId, commandId)
      queries.audit.append({
        at: now,
        actor: signedIn(context).user.id,
        action: 'submission-recorded',
        caseId: exported.caseId,
        detail: { commandId, package: exported.sha256, version: exported.caseVersion },
      })
      return success({ commandId })
    })
}
