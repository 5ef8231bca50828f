import { refusal, success } from '../../../shared/result'
import type { DrawReason } from '../../../shared/protocol/apiModels'
import { inTransaction } from '../connection/handles'
import type { DataOperations, HeldCase } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'

export function createDrawReserved(context: DataContext): DataOperations['drawReserved'] {
  const { db, queries } = context

  function reasonFor(caseId: string, now: string): DrawReason {
    const filingCase = queries.cases.find(caseId)
    if (filingCase?.state === 'escalated' || filingCase?.state === 'second-review') {
      return filingCase.state
    }
    if (filingCase?.state === 'photo-review') {
      return 'photo-waiting'
    }
    const isLate = filingCase !== null && Date.parse(filingCase.dueAt) < Date.parse(now)
    return isLate ? 'most-overdue' : 'due-first'
  }

  function turnIntoHold({ hold }: HeldCase, now: string): DrawReason {
    const reason = reasonFor(hold.caseId, now)
    queries.holds.write({ ...hold, kind: 'hold', since: now }, true)
    queries.holds.rememberReason(hold.caseId, reason)
    queries.audit.append({
      at: now,
      actor: signedIn(context).user.id,
      action: 'drawn-offline',
      caseId: hold.caseId,
      detail: { token: hold.token, reason },
    })
    return reason
  }

  return ({ caseId, now }) =>
    inTransaction(db, () => {
      const known = caseId === undefined ? null : queries.holds.find(caseId)
      if (known?.hold.kind === 'hold' && known.hasCase) {
        const { caseId: held } = known.hold
        return success({ caseId: held, reason: queries.holds.reason(held) ?? reasonFor(held, now) })
      }
      const chosen = queries.holds
        .drawable()
        .filter(({ hold }) => Date.parse(hold.expiresAt) > Date.parse(now))
        .find(({ hold }) => caseId === undefined || hold.caseId === caseId)
      return chosen === undefined
        ? refusal('nothing-to-draw' as const)
        : success({ caseId: chosen.hold.caseId, reason: turnIntoHold(chosen, now) })
    })
}
