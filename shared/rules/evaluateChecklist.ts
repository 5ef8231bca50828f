import { CHECKLIST_GROUPS, type ChecklistLine, type MachineVerdict } from './checklist'
import { servicesOf } from './checks/caseFacts'
import { judge } from './checks/checks'
import { makeCheckContext, type CheckContext } from './checks/checkContext'
import { notApplicable } from './checks/verdicts'
import { conditionState } from './conditions'
import { roundUnderReview, type JudgedCase } from './judgedCase'
import type { Rule } from './rule'
import type { RulePack } from './rulePack'
import { rulesInForce } from './rulesInForce'

/**
 * The checklist of a case's current round. Pure: the same pack, case and day give the same lines.
 *
 * `today` is the China date on which somebody reviews (`2026-11-21`); rules about the day of submission look at the
 * round instead. Lines come in review order, within a group the desk's own first, then national, then the division's.
 * A line blocks when its severity is `reject` or `return`, it carries no caution, it belongs to the step that is being
 * decided (the provider review, or the photo once there is one), and no other line of the case answers for it.
 */
export function evaluateChecklist(pack: RulePack, filingCase: JudgedCase, today: string): ChecklistLine[] {
  const rules = rulesInForce(pack, filingCase)
  const context = makeCheckContext(filingCase, today)
  const gating = gatingStages(filingCase)
  const judged = rules.map((rule): JudgedRule => {
    const scoped = { ...context, scope: rule.appliesTo.service }
    const sure = gating.includes(rule.stage) && isSure(rule, context)
    return { rule, sure, cautions: cautionsOf(rule, context), machine: machineVerdictOf(rule, scoped) }
  })
  const answering = new Set(
    judged.filter(({ rule, sure }) => sure && rule.judgedWith === undefined).map(({ rule }) => rule.topic),
  )
  const lines = judged.map((entry) => toLine(entry, entry.sure && !isAnsweredElsewhere(entry, answering)))
  return CHECKLIST_GROUPS.flatMap((group) => lines.filter((line) => line.group === group))
}

interface JudgedRule {
  readonly rule: Rule
  /** Its line may block: severity, cautions and stage allow it. */
  readonly sure: boolean
  readonly cautions: ChecklistLine['cautions']
  readonly machine: MachineVerdict | null
}

/** Steps whose lines gate the decision that is due: what has been passed in this round is not asked again. */
function gatingStages(filingCase: JudgedCase): readonly Rule['stage'][] {
  const { round, documents } = roundUnderReview(filingCase)
  const reviewed = filingCase.decisions.some(
    (entry) => entry.round === round && entry.decision.verdict === 'pass',
  )
  const photographed = documents.some((document) => document.kind === 'backdrop-photo')
  return [...(reviewed ? [] : (['provider-review'] as const)), ...(photographed ? (['photo'] as const) : [])]
}

function isSure(rule: Rule, context: CheckContext): boolean {
  return (rule.severity === 'reject' || rule.severity === 'return') && cautionsOf(rule, context).length === 0
}

/** For a filing of Apps alone, a rule that was never said of Apps is an assumption. */
function cautionsOf(rule: Rule, context: CheckContext): ChecklistLine['cautions'] {
  const services = servicesOf(context)
  const appsOnly = services.length > 0 && services.every(({ service }) => service.kind === 'app')
  const assumed = rule.confidence === 'inferred' || (rule.appScopeInferred === true && appsOnly)
  return assumed && !rule.cautions.includes('inferred') ? ['inferred', ...rule.cautions] : [...rule.cautions]
}

/** One look answers for both lines, unless the machine has found this one broken. */
function isAnsweredElsewhere(
  { rule, machine }: JudgedRule,
  answering: ReadonlySet<string | undefined>,
): boolean {
  return rule.judgedWith !== undefined && answering.has(rule.judgedWith) && machine?.verdict !== 'fail'
}

function toLine({ rule, cautions, machine }: JudgedRule, blocking: boolean): ChecklistLine {
  const { key, name, url, date, reliability } = rule.source
  return {
    id: rule.id,
    group: rule.group,
    stage: rule.stage,
    title: rule.title,
    requirement: rule.requirement,
    severity: rule.severity,
    blocking,
    cautions: [...cautions],
    confidence: rule.confidence,
    source: { key, name, url, date, reliability },
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    ...(rule.effectiveToBasis === undefined ? {} : { effectiveToBasis: rule.effectiveToBasis }),
    facts: [...rule.facts],
    corroboratedBy: [...rule.corroboratedBy],
    conflictsWith: [...rule.conflictsWith],
    machine,
    reasonIds: [...rule.reasonIds],
  }
}

function machineVerdictOf(rule: Rule, context: CheckContext): MachineVerdict | null {
  const states = (rule.when ?? []).map((condition) => conditionState(condition, context))
  const unmet = states.find(({ holds }) => holds === false)
  if (unmet !== undefined) {
    return notApplicable(unmet)
  }
  const verdict = rule.check === undefined ? null : judge(rule.check, context)
  // Whether the rule concerns the case at all is open: a person has to find out before it can be broken.
  const open = states.some(({ holds }) => holds === 'unknown')
  return open && verdict?.verdict === 'fail' ? { ...verdict, verdict: 'unsure' } : verdict
}
