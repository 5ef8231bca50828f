import type { Draft } from '../../../shared/ipc/models'
import { currentRound, type Case } from '../../../shared/protocol/case'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import { EMPTY_DRAFT } from '../queries/draftQueries'
import type { DataContext } from './dataContext'
import { forgetUnlisted, removeFiles } from './dropCaseData'
import { marksOf } from './marksOf'
import { reindexCase } from './reindexCase'

export function createStoreCase(context: DataContext): DataOperations['storeCase'] {
  const { db, queries } = context

  /** Answers files that the newer version no longer lists. */
  function store(filingCase: Case): readonly string[] {
    queries.documents.replaceList(filingCase)
    const unlisted = forgetUnlisted(context)
    reindexCase(context, filingCase.id)
    return unlisted
  }

  return ({ filingCase, hold, now }) => {
    const files = inTransaction(db, () => {
      if (hold !== null) {
        queries.holds.write(hold, false)
      }
      const known = queries.cases.version(filingCase.id)
      if (known !== null && known > filingCase.version) {
        queries.cases.markHeld(filingCase.id)
        return []
      }
      queries.cases.write(
        filingCase,
        hold !== null || queries.holds.find(filingCase.id) !== null,
        Date.parse(now),
      )
      const carried = carriedDraft(filingCase)
      const { round } = currentRound(filingCase)
      if (carried !== null && queries.drafts.find(filingCase.id, round) === null) {
        queries.drafts.write(filingCase.id, round, carried, now)
      }
      return store(filingCase)
    })
    removeFiles(context, files)
  }
}

/**
 * Ticks and pins of the latest decision on the round under review: whoever settles an escalation, or looks at the
 * photo after a pass, starts from what has been looked at.
 */
function carriedDraft(filingCase: Case): Draft | null {
  const { round } = currentRound(filingCase)
  const earlier = filingCase.decisions.findLast((decision) => decision.round === round)
  if (earlier === undefined) {
    return null
  }
  return { ...EMPTY_DRAFT, ...marksOf(earlier.decision) }
}
