import { evaluateChecklist } from '../../../../shared/rules/evaluateChecklist'
import type { MachineVerdict, MachineVerdictCode } from '../../../../shared/rules/checklist'
import type { RuleCheck } from '../../../../shared/rules/checks/checks'
import type { Rule } from '../../../../shared/rules/rule'
import type { RulePack } from '../../../../shared/rules/rulePack'
import { askingReason } from './askingRules'
import { isOpen, missing, type Condition } from './conditionDrafts'
import { caseOf, type Draft } from './draft'
import { concernsNot, type ProofCase, type ProofCases } from './proofCases'
import { RECIPES } from './recipes/recipes'
import { settingsOf, type RuleSetting } from './settings'

const SIDES = ['breaks', 'keeps', 'boundary'] as const
type Side = (typeof SIDES)[number]

/** A case together with what the rule's line said of it. */
interface Judged {
  readonly side: Side | 'does not apply'
  readonly about: string
  readonly expected: MachineVerdictCode
  /** `no line` where the rule is not in the checklist. */
  readonly found: MachineVerdictCode | 'no judgement' | 'no line'
  /** What the line shows of it. */
  readonly said: MachineVerdict | null
}

export interface RuleProof {
  readonly ruleId: string
  readonly check: RuleCheck['name']
  /** Number of conditions that all have to hold. */
  readonly conditions: number
  readonly cases: readonly Judged[]
}

/** A rule that the machine judges: the proof needs its check. */
type JudgedRule = Rule & { readonly check: RuleCheck }

/** Every rule of a pack, history as well. */
export function rulesOf(pack: RulePack): readonly Rule[] {
  return [...pack.general, ...Object.values(pack.byProvince).flat()]
}

/** Rules of the pack that are in force and that the machine judges. */
export function judgedInForce(pack: RulePack): readonly JudgedRule[] {
  return rulesOf(pack)
    .filter(({ effectiveTo }) => effectiveTo === null)
    .filter((rule): rule is JudgedRule => rule.check !== undefined)
}

/** Lets the checklist judge every case of the rule's recipe, in every kind of filing that the rule is about. */
export function proveRule(pack: RulePack, rule: JudgedRule): RuleProof {
  const cases = settingsOf(pack, rule).flatMap((setting) => {
    const made = casesOf(rule, setting.draft)
    return made === undefined
      ? []
      : [
          ...SIDES.flatMap((side) =>
            made[side].map((one) => judged(pack, rule, side, asFarAsKnown(one, setting))),
          ),
          ...outside(rule, made).map((one) => judged(pack, rule, 'does not apply', one)),
        ]
  })
  return { ruleId: rule.id, check: rule.check.name, conditions: rule.when?.length ?? 0, cases }
}

/** The verdicts that differ from what the rule means, as lines to read. */
export function mistakesOf({ ruleId, check, cases }: RuleProof): readonly string[] {
  return cases
    .filter(({ expected, found }) => expected !== found)
    .map(
      ({ side, about, expected, found }) =>
        `${ruleId} (${check}), ${side}, ${about}: expected ${expected}, found ${found}`,
    )
}

/**
 * What a proof lacks: a case of each side, a filing that fails and one that passes (unless the rule is of those that
 * leave it to a person), and for a rule with conditions a filing that it does not concern.
 */
export function proofGaps(proof: RuleProof): readonly string[] {
  const { ruleId, check, cases, conditions } = proof
  const gap = (text: string): string => `${ruleId} (${check}): ${text}`
  const fails = verdictsOf(proof, 'breaks').has('fail') || askingReason(check, 'breaks', ruleId) !== undefined
  const passes = verdictsOf(proof, 'keeps').has('pass') || askingReason(check, 'keeps', ruleId) !== undefined
  const outside = cases.filter(({ side }) => side === 'does not apply').length
  return [
    ...SIDES.filter((side) => verdictsOf(proof, side).size === 0).map((side) => gap(`no case that ${side}`)),
    ...(fails ? [] : [gap('no filing that fails')]),
    ...(passes ? [] : [gap('no filing that passes')]),
    ...(outside < conditions ? [gap('no filing outside each condition')] : []),
  ]
}

/** The verdicts that the cases of one side have to get. */
export function verdictsOf({ cases }: RuleProof, side: Side): ReadonlySet<MachineVerdictCode> {
  return new Set(cases.filter((one) => one.side === side).map(({ expected }) => expected))
}

type AnyRecipe = (check: RuleCheck, draft: Draft, conditions: readonly Condition[]) => ProofCases | undefined

function casesOf({ check, when = [] }: JudgedRule, draft: Draft): ProofCases | undefined {
  // Each recipe stands under the name of its check; the mapped type cannot say so for a union.
  const recipe = RECIPES[check.name] as AnyRecipe | undefined
  return recipe?.(check, draft, when)
}

/** Where it is open whether the rule concerns the filing, the machine finds nothing broken and asks. */
function asFarAsKnown(one: ProofCase, { open }: RuleSetting): ProofCase {
  return open && one.verdict === 'fail' ? { ...one, verdict: 'unsure' } : one
}

/** A filing that would break the rule, were it not that one of its conditions does not hold. */
function outside({ when = [] }: Rule, { breaks }: ProofCases): readonly ProofCase[] {
  const [broken] = breaks
  return broken === undefined
    ? []
    : when.map((condition) => {
        const draft = missing(broken.draft, condition)
        return isOpen(draft, condition)
          ? { about: `${condition.is} is open`, draft, verdict: 'unsure' as const }
          : concernsNot(`${condition.is} does not hold`, draft)
      })
}

function judged(pack: RulePack, rule: Rule, side: Judged['side'], one: ProofCase): Judged {
  // The plan is that of the whole pack; of its lines only this one is asked, so that a proof rests on its own check.
  const planChecklist: RulePack['planChecklist'] = (subject) =>
    pack.planChecklist(subject).filter((planned) => planned.rule.id === rule.id)
  const [line] = evaluateChecklist({ ...pack, planChecklist }, caseOf(one.draft), one.draft.today)
  const found = line === undefined ? 'no line' : (line.machine?.verdict ?? 'no judgement')
  return { side, about: one.about, expected: one.verdict, found, said: line?.machine ?? null }
}
