import { chinaDate } from '../calendar/chinaTime'
import type { ChecklistLine, MachineVerdict } from './checklist'
import type { PlannedLine } from './checklistPlan'
import { makeCheckContext, narrowTo } from './checks/checkContext'
import { roundUnderReview, type JudgedCase } from './judgedCase'
import type { Rule } from './rule'
import type { RulePack } from './rulePack'
import { subjectOf } from './rulesInForce'

/**
 * The checklist of a case's current round. Pure: the same pack, case and day give the same lines.
 *
 * `today` is the China date on which somebody reviews (`2026-11-21`); rules about the day of submission look at the
 * round instead. Lines come in review order, within a group the desk's own first, then national, then the division's.
 * A line blocks when its severity is `reject` or `return`, it carries no caution, it belongs to the step that is being
 * decided (the provider review, or the photo once there is one), and no other line of the case answers for it.
 */
export function evaluateChecklist(pack: RulePack, filingCase: JudgedCase, today: string): ChecklistLine[] {
  const { application, submittedAt } = roundUnderReview(filingCase)
  const plan = pack.planChecklist({
    ...subjectOf(filingCase.province, application),
    on: chinaDate(Date.parse(submittedAt)),
    gating: gatingStages(filingCase),
  })
  const both = makeCheckContext(filingCase, today)
  const contexts = { both, website: narrowTo(both, 'website'), app: narrowTo(both, 'app') }
  return plan.map(({ rule, line, blocks, judge }) => {
    if (judge === null) {
      return line
    }
    const machine = judge(contexts[rule.appliesTo.service])
    const blocking = blocks === 'always' || (blocks === 'when-broken' && machine?.verdict === 'fail')
    return completeLine(line, blocking, machine)
  })
}

/** Steps whose lines gate the decision that is due: what has been passed in this round is not asked again. */
function gatingStages(filingCase: JudgedCase): readonly Rule['stage'][] {
  const { round, documents } = roundUnderReview(filingCase)
  // Whoever gives the second look judges what the first has judged.
  const isFirstShown = filingCase.state === 'second-review' && filingCase.blind !== true
  const settled = isFirstShown ? filingCase.decisions.slice(0, -1) : filingCase.decisions
  const reviewed = settled.some((entry) => entry.round === round && entry.decision.verdict === 'pass')
  const photographed = documents.some((document) => document.kind === 'backdrop-photo')
  return [...(reviewed ? [] : (['provider-review'] as const)), ...(photographed ? (['photo'] as const) : [])]
}

/** Names every part: copying an object of this size with `...` takes longer than most rules take to judge. */
function completeLine(
  line: PlannedLine['line'],
  blocking: boolean,
  machine: MachineVerdict | null,
): EveryPart<ChecklistLine> {
  return {
    id: line.id,
    group: line.group,
    stage: line.stage,
    title: line.title,
    requirement: line.requirement,
    severity: line.severity,
    blocking,
    cautions: line.cautions,
    confidence: line.confidence,
    source: line.source,
    effectiveFrom: line.effectiveFrom,
    effectiveTo: line.effectiveTo,
    effectiveToBasis: line.effectiveToBasis,
    facts: line.facts,
    corroboratedBy: line.corroboratedBy,
    conflictsWith: line.conflictsWith,
    concern: line.concern,
    sampled: line.sampled,
    machine,
    reasonIds: line.reasonIds,
  }
}

/** A part that is added to a line must be named above, whether it may be absent or not. */
type EveryPart<Whole> = { [Part in keyof Required<Whole>]: Whole[Part] }
