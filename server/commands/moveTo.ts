import { refused, type Refusal } from './judged'
import { nextState, type CaseAction, type CaseState } from '../../shared/filing/caseStates'
import { isPhotoMissing } from '../../shared/filing/photoDuty'
import { currentRound, type Case } from '../../shared/protocol/case'
import { success, type Result } from '../../shared/result'
import { ROLES, type Role } from '../../shared/review/roles'

/** Where the action leads; `forbidden` when only another role may do it, `illegal-move` when nobody may. */
export function moveTo(filingCase: Case, action: CaseAction, role: Role): Result<CaseState, Refusal> {
  const { application, documents } = currentRound(filingCase)
  const photoMissing = isPhotoMissing(application.filingType, documents)
  const state = nextState(filingCase.state, action, role, photoMissing)
  if (state) {
    return success(state)
  }
  const isOthers = ROLES.some((other) => nextState(filingCase.state, action, other, photoMissing) !== null)
  return isOthers
    ? refused('forbidden', `The role ${role} may not ${action} a case in state ${filingCase.state}`)
    : refused('illegal-move', `Nothing leads from state ${filingCase.state} by ${action}`)
}
