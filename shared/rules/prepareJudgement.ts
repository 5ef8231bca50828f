import type { MachineVerdict } from './checklist'
import type { CheckContext } from './checks/checkContext'
import { prepareCheck } from './checks/checks'
import { notApplicable } from './checks/verdicts'
import { conditionState } from './conditions'
import type { Rule } from './rule'

/** The machine's word on a case; null where a rule that concerns the case is for a person alone. */
type Judgement = (context: CheckContext) => MachineVerdict | null

/** Makes a rule ready to judge cases; null when the machine has no part in it. */
export function prepareJudgement(rule: Rule): Judgement | null {
  const conditions = rule.when ?? []
  const check = rule.check === undefined ? null : prepareCheck(rule.check)
  if (conditions.length === 0) {
    return check
  }
  return (context) => {
    const states = conditions.map((condition) => conditionState(condition, context))
    const unmet = states.find(({ holds }) => holds === false)
    if (unmet !== undefined) {
      return notApplicable(unmet)
    }
    const verdict = check === null ? null : check(context)
    // Whether the rule concerns the case at all is open: a person has to find out before it can be broken.
    const open = states.some(({ holds }) => holds === 'unknown')
    return open && verdict?.verdict === 'fail' ? { ...verdict, verdict: 'unsure' } : verdict
  }
}
