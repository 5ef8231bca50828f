import { endOfDecided } from './controlTimes'
import type { RuleBook } from '../rules/ruleBook'
import { insertControlScore, type Control } from '../store/controls'
import type { Queryable } from '../store/database'
import { isInReview, type CaseState } from '../../shared/filing/caseStates'
import type { Case } from '../../shared/protocol/case'
import { controlOutcome, type ControlOutcome } from '../../shared/review/controls/controlOutcome'
import type { Decision } from '../../shared/review/decision'

/** A decision about a control case as the audit tells it. */
export interface ControlScore {
  readonly id: string
  readonly outcome: ControlOutcome
}

/**
 * Compares a decision with the fault that is known to be in the case, and keeps what it came to. The answer goes into the
 * audit and to nobody else. The case is locked and still as the person decided it.
 */
export async function scoreControl(
  tx: Queryable,
  ruleBook: RuleBook,
  control: Control,
  filingCase: Case,
  made: {
    readonly decision: Decision
    readonly accountId: string
    readonly caseVersion: number
    readonly state: CaseState
  },
  now: number,
): Promise<ControlScore> {
  const { decision, accountId, caseVersion, state } = made
  const outcome = controlOutcome(control.rules, decision, ruleBook.checklistOf(filingCase, now) ?? [])
  const endsAt = isInReview(state) ? null : endOfDecided(now)
  await insertControlScore(tx, { controlId: control.id, caseVersion, accountId, outcome, endsAt }, now)
  return { id: control.id, outcome }
}
