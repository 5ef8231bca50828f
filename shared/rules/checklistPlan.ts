import { addDays } from '../calendar/chinaTime'
import { CHECKLIST_GROUPS, type ChecklistLine } from './checklist'
import { concernOf } from './conditionFacts'
import { prepareJudgement } from './prepareJudgement'
import type { Rule } from './rule'
import { selectRules, type RuleLists, type RuleSubject } from './rulesInForce'

/** What rules are chosen by, and the stages whose lines gate the decision that is due. */
type PlanSubject = RuleSubject & { readonly gating: readonly Rule['stage'][] }

/** A line before a case is judged. Its parts are shared by every checklist that shows it. */
export interface PlannedLine {
  readonly rule: Rule
  /** As it stands where only a person judges: nothing of it depends on the case. */
  readonly line: ChecklistLine
  /** `when-broken`: another line answers for this one, unless the machine finds it broken. */
  readonly blocks: 'always' | 'when-broken' | 'never'
  /** Takes a context of the rule's own scope; null where only a person can judge. */
  readonly judge: ReturnType<typeof prepareJudgement>
}

/** Finds the plan for a subject: the rules that count, in review order. */
export type ChecklistPlanner = (subject: PlanSubject) => readonly PlannedLine[]

/**
 * Plans checklists from a pack's rules. Filings of one kind, division and period share a plan, so a case is judged
 * without going through the pack again: a plan is made when it is first asked for and kept with the planner.
 */
export function createChecklistPlanner(rules: RuleLists): ChecklistPlanner {
  const turningDays = turningDaysOf([...rules.general, ...Object.values(rules.byProvince).flat()])
  const plans = new Map<string, readonly PlannedLine[]>()
  return (subject) => {
    const { province, filingType, entityKind, serviceKinds, on, gating } = subject
    const period = turningDays.findLastIndex((day) => day <= on)
    const kinds = [...new Set(serviceKinds)].toSorted()
    const key = [province, filingType, entityKind, kinds.join('+'), String(period), gating.join('+')].join(
      '/',
    )
    const known = plans.get(key)
    if (known !== undefined) {
      return known
    }
    const plan = makePlan(selectRules(rules, subject), subject)
    plans.set(key, plan)
    return plan
  }
}

/** Days on which a rule begins to count or no longer does, oldest first: between two of them nothing changes. */
function turningDaysOf(rules: readonly Rule[]): readonly string[] {
  const days = rules.flatMap(({ effectiveFrom, effectiveTo }) => [
    ...(effectiveFrom === null ? [] : [effectiveFrom]),
    ...(effectiveTo === null ? [] : [addDays(effectiveTo, 1)]),
  ])
  return [...new Set(days)].toSorted()
}

/** Lines in review order; within a group the desk's own first, then national, then the division's. */
function makePlan(rules: readonly Rule[], subject: PlanSubject): readonly PlannedLine[] {
  const appsOnly = subject.serviceKinds.length > 0 && subject.serviceKinds.every((kind) => kind === 'app')
  const drafts = rules.map((rule) => {
    const cautions = cautionsOf(rule, appsOnly)
    const severe = rule.severity === 'reject' || rule.severity === 'return'
    return { rule, cautions, sure: severe && cautions.length === 0 && subject.gating.includes(rule.stage) }
  })
  const answering = new Set(
    drafts.flatMap(({ rule, sure }) => (sure && rule.judgedWith === undefined ? [rule.topic] : [])),
  )
  const lines = drafts.map(({ rule, cautions, sure }): PlannedLine => {
    const answered = rule.judgedWith !== undefined && answering.has(rule.judgedWith)
    const blocks = sure ? (answered ? 'when-broken' : 'always') : 'never'
    return {
      rule,
      line: toLine(rule, cautions, blocks === 'always'),
      blocks,
      judge: prepareJudgement(rule),
    }
  })
  return CHECKLIST_GROUPS.flatMap((group) => lines.filter(({ line }) => line.group === group))
}

/** For a filing of Apps alone, a rule that was never said of Apps is an assumption. */
function cautionsOf(rule: Rule, appsOnly: boolean): ChecklistLine['cautions'] {
  const assumed = rule.confidence === 'inferred' || (rule.appScopeInferred === true && appsOnly)
  return assumed && !rule.cautions.includes('inferred') ? ['inferred', ...rule.cautions] : rule.cautions
}

function toLine(rule: Rule, cautions: ChecklistLine['cautions'], blocking: boolean): ChecklistLine {
  const { key, name, url, date, reliability } = rule.source
  return {
    id: rule.id,
    group: rule.group,
    stage: rule.stage,
    title: rule.title,
    requirement: rule.requirement,
    severity: rule.severity,
    blocking,
    cautions,
    confidence: rule.confidence,
    source: { key, name, url, date, reliability },
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    ...(rule.effectiveToBasis === undefined ? {} : { effectiveToBasis: rule.effectiveToBasis }),
    facts: rule.facts,
    corroboratedBy: [...rule.corroboratedBy],
    conflictsWith: [...rule.conflictsWith],
    concern: concernOf(rule),
    ...(rule.sampled === undefined ? {} : { sampled: rule.sampled }),
    machine: null,
    reasonIds: rule.reasonIds,
  }
}
