import type { MachineVerdictCode } from '../../../../shared/rules/checklist'
import type { RuleCheck } from '../../../../shared/rules/checks/checks'
import type { Condition } from './conditionDrafts'
import type { Draft } from './draft'

/** A filing and the verdict that has to come out of the rule, told from what the rule means. */
export interface ProofCase {
  readonly about: string
  readonly draft: Draft
  readonly verdict: MachineVerdictCode
}

/** What proves a rule: filings that break it, that keep it, and the nearest ones on both sides of the bound. */
export interface ProofCases {
  readonly breaks: readonly ProofCase[]
  readonly keeps: readonly ProofCase[]
  readonly boundary: readonly ProofCase[]
}

/**
 * Makes the cases of a rule from its check, out of a filing in which all its conditions hold. Undefined where the rule
 * says nothing of filings of this kind (a bound for individuals only, say).
 */
export type Recipe<Name extends RuleCheck['name']> = (
  check: Extract<RuleCheck, { name: Name }>,
  draft: Draft,
  /** Conditions of the rule: a case that undoes one of them is not concerned. */
  conditions: readonly Condition[],
) => ProofCases | undefined

function caseWith(verdict: MachineVerdictCode): (about: string, draft: Draft) => ProofCase {
  return (about, draft) => ({ about, draft, verdict })
}

export const fails = caseWith('fail')
export const passes = caseWith('pass')
/** A person has to decide. */
export const asks = caseWith('unsure')
/** The rule has nothing to say of this filing. */
export const concernsNot = caseWith('not-applicable')
