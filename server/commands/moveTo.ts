import { refused, type Refusal } from './judged'
import {
  CASE_ACTORS,
  nextState,
  type CaseAction,
  type CaseActor,
  type CaseState,
} from '../../shared/filing/caseStates'
import { isSelfApproval } from '../../shared/filing/secondReview'
import type { Case } from '../../shared/protocol/case'
import { filingFacts } from '../../shared/protocol/filingFacts'
import { success, type Result } from '../../shared/result'

/** Who makes a move: a person of the team, or the filing system, which is nobody of it. */
export interface Mover {
  readonly actor: CaseActor
  readonly userId: string | null
  /** The sampling plan has drawn this person's pass. */
  readonly isSampled?: boolean
}

/**
 * Where the action leads. `forbidden` when only another role may do it, `self-approval` when only another person,
 * `illegal-move` when nobody may.
 */
export function moveTo(filingCase: Case, action: CaseAction, mover: Mover): Result<CaseState, Refusal> {
  const { actor, userId, isSampled } = mover
  const facts = filingFacts(filingCase, userId, isSampled)
  const state = nextState(filingCase.state, action, actor, facts)
  if (!state) {
    const isOthers = CASE_ACTORS.some((other) => nextState(filingCase.state, action, other, facts) !== null)
    return isOthers
      ? refused('forbidden', `${actor} may not ${action} a case in state ${filingCase.state}`)
      : refused('illegal-move', `Nothing leads from state ${filingCase.state} by ${action}`)
  }
  if (userId !== null && isSelfApproval(filingCase, filingCase.state, userId)) {
    return refused('self-approval', 'Another person has to agree with this decision')
  }
  return success(state)
}
