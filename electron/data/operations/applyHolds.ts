import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { signedIn, type DataContext } from './dataContext'
import { dropCaseData, removeFiles } from './dropCaseData'

export function createApplyHolds(context: DataContext): DataOperations['applyHolds'] {
  const { db, queries } = context
  return ({ holds, now }) => {
    const { files, ...answer } = inTransaction(db, () => {
      const granted = new Set(holds.map((hold) => hold.caseId))
      for (const { hold } of queries.holds.list()) {
        if (!granted.has(hold.caseId)) {
          queries.holds.remove(hold.caseId)
        }
      }
      for (const hold of holds) {
        // Drawn here while the server was out of reach: it keeps reserving the case until it is told.
        const known = queries.holds.find(hold.caseId)
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
