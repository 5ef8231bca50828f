import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'
import { isStopped } from './deletionStop'
import { dropCaseData, removeFiles } from './dropCaseData'

export function createApplyHolds(context: DataContext): DataOperations['applyHolds'] {
  const { db, queries } = context
  /** Holds that were there before this opening were given earlier; the first answer only tells of them. */
  let isFirst = true
  return ({ holds, now }) => {
    const { files, ...answer } = inTransaction(db, () => {
      const granted = new Map(holds.map((hold) => [hold.caseId, hold]))
      const live = queries.holds.list().filter(({ hold }) => Date.parse(hold.expiresAt) > Date.parse(now))
      const wouldGo = live.filter(({ hold }) => !granted.has(hold.caseId)).length
      if (isStopped(context, { what: 'holds', wouldGo, ofAll: live.length }, now)) {
        return { toFetch: [], dropped: [], files: [] }
      }
      const at = Date.parse(now)
      for (const { hold } of live) {
        const next = granted.get(hold.caseId)
        // Whoever lost a case may have it reserved again at once; they were working on it all the same.
        const isTaken = next === undefined || (next.kind === 'reservation' && next.token !== hold.token)
        if (hold.kind === 'hold' && isTaken) {
          queries.day.addHoldMove({ caseId: hold.caseId, token: hold.token, way: 'taken' }, at)
        }
      }
      for (const { hold } of queries.holds.list()) {
        if (!granted.has(hold.caseId)) {
          queries.holds.remove(hold.caseId)
        }
      }
      for (const hold of holds) {
        // Drawn here while the server was out of reach: it keeps reserving the case until it is told.
        const known = queries.holds.find(hold.caseId)
        if (known === null && hold.kind === 'hold' && !isFirst) {
          queries.day.addHoldMove({ caseId: hold.caseId, token: hold.token, way: 'given' }, at)
        }
        const isDrawnHere =
          hold.kind === 'reservation' && known?.hold.kind === 'hold' && known.hold.token === hold.token
        queries.holds.write(isDrawnHere ? { ...hold, kind: 'hold' } : hold, isDrawnHere)
        queries.cases.markHeld(hold.caseId)
      }
      const dropped = queries.cases.abandoned('once-held')
      const unlisted = dropped.flatMap((caseId) => {
        queries.audit.append(droppedEvent(caseId, now))
        return dropCaseData(context, caseId)
      })
      return { toFetch: queries.cases.toFetch(), dropped, files: unlisted }
    })
    isFirst = false
    removeFiles(context, files)
    return answer
  }

  function droppedEvent(caseId: string, at: string) {
    return {
      at,
      actor: signedIn(context).user.id,
      action: 'case-dropped' as const,
      caseId,
      detail: { version: queries.cases.version(caseId) ?? 0 },
    }
  }
}
