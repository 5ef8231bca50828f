import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { canonicalJson } from '../../../shared/canonicalJson'
import type { ReadingCorrection } from '../../../shared/matching/corrections'
import { currentRound } from '../../../shared/protocol/case'
import { signedIn, type DataContext } from './dataContext'

/** The last words typed may arrive after the case has left; the queue still knows the round they are about. */
export function createSaveDraft(context: DataContext): DataOperations['saveDraft'] {
  const { db, queries } = context

  /** What the machine read is evidence; who put it right, and what stood there, is written down. */
  function auditCorrections(place: Place, before: readonly ReadingCorrection[], after: typeof before): void {
    if (canonicalJson(before) === canonicalJson(after)) {
      return
    }
    const { caseId, round, now } = place
    queries.audit.append({
      at: now,
      actor: signedIn(context).user.id,
      action: 'corrected',
      caseId,
      detail: { round, before: before.length, after: after.length },
      change: { before, after },
    })
  }

  return ({ caseId, draft, now }) =>
    inTransaction(db, () => {
      const filingCase = queries.cases.find(caseId)
      const round =
        filingCase === null ? queries.queueRows.find(caseId)?.row.round : currentRound(filingCase).round
      if (round === undefined) {
        throw new Error('A draft for a case that is not known here')
      }
      const before = queries.drafts.find(caseId, round)?.draft.corrections ?? []
      auditCorrections({ caseId, round, now }, before, draft.corrections ?? [])
      queries.drafts.write(caseId, round, draft, now)
    })
}

interface Place {
  readonly caseId: string
  readonly round: number
  readonly now: string
}
