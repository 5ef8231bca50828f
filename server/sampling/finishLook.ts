import { markControlLook } from '../store/controls'
import type { Queryable } from '../store/database'
import { findOpenDraw, finishDraw, lockStand, storeStand } from '../store/sampling'
import type { CaseState } from '../../shared/filing/caseStates'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { DecisionVerdict } from '../../shared/review/decision'
import type { SampleOutcome } from '../../shared/review/sampling/samplingPlan'
import { afterLook } from '../../shared/review/sampling/samplingStand'

/** Takes down what the second look at a drawn pass came to, if this decision finishes one. The case is locked. */
export async function finishLook(
  tx: Queryable,
  filingCase: Case,
  verdict: DecisionVerdict,
  to: CaseState,
): Promise<void> {
  const outcome = outcomeOf(filingCase.state, verdict, to)
  if (outcome === null) {
    return
  }
  const draw = await findOpenDraw(tx, filingCase.id, currentRound(filingCase).round)
  if (draw === null) {
    await markControlLook(tx, filingCase.id, null)
    return
  }
  const { place, planId, reviewerId, terms } = draw
  const { step, stand } = await lockStand(tx, planId, reviewerId)
  await finishDraw(tx, place, { outcome, step: step + 1 })
  await storeStand(tx, planId, reviewerId, { step: step + 1, stand: afterLook(stand, outcome, terms.rule) })
}

/** A drawn case that is escalated got there by a dispute: nothing else leads from second review upwards. */
function outcomeOf(from: CaseState, verdict: DecisionVerdict, to: CaseState): SampleOutcome | null {
  const isSettling = from === 'escalated'
  if (verdict === 'escalate' || to === 'escalated' || (from !== 'second-review' && !isSettling)) {
    return null
  }
  if (verdict === 'return') {
    return 'overruled'
  }
  return isSettling ? 'upheld' : 'agreed'
}
