import { isHandedOver } from '../filing/caseStates'
import { currentRound, type AcknowledgedDecision, type Case } from '../protocol/case'

/**
 * The decision by which a case passed: the last one of its current round, acknowledged by the server. Null when the
 * case has not passed, so that nothing is ever handed over before.
 */
export function decidingDecision(filingCase: Case): AcknowledgedDecision | null {
  if (filingCase.state !== 'passed' && !isHandedOver(filingCase.state)) {
    return null
  }
  const last = filingCase.decisions.at(-1)
  if (last?.decision.verdict !== 'pass' || last.round !== currentRound(filingCase).round) {
    return null
  }
  return last
}
