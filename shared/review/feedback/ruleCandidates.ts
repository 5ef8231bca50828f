import { escapeShare } from './escapeShare'
import { chinaDate } from '../../calendar/chinaTime'
import type { FilingType } from '../../domain/filingTypes'
import type { RejectionReason } from '../../domain/notice'
import type { ChecklistGroup } from '../../rules/checklist'
import type { Localized } from '../../rules/localized'

interface Uncovered {
  readonly orderNumber: string
  readonly province: string
  readonly filingType: FilingType
  readonly at: string
  readonly reason: RejectionReason
}

interface CountedRule {
  readonly ruleId: string
  readonly title: Localized | null
  readonly answered: number
  readonly escaped: number
}

/** One thing that the rule pack may lack, with what speaks for it. */
export type RuleCandidate =
  | {
      readonly kind: 'uncovered'
      readonly key: string
      readonly province: string
      readonly reason: RejectionReason
      /** Order numbers; how many filings were rejected for it. */
      readonly orders: readonly string[]
      readonly filingTypes: readonly FilingType[]
      /** The block of the checklist that its field belongs to. */
      readonly group: ChecklistGroup
      readonly from: string
      readonly to: string
    }
  | {
      readonly kind: 'escape'
      readonly key: string
      readonly ruleId: string
      readonly title: Localized
      readonly answered: number
      readonly escaped: number
      readonly from: string
      readonly to: string
    }

/** One escape may be anybody's oversight. */
const LEAST_ESCAPES = 2

/**
 * What the answers of a period speak for, the weightiest first: reasons that no rule covers, the same words for the same
 * thing in one division counted together, and rules that let through at least two filings of enough answers for a rate.
 */
export function ruleCandidates(figures: {
  readonly from: string
  readonly to: string
  readonly uncovered: readonly Uncovered[]
  readonly rules: readonly CountedRule[]
}): readonly RuleCandidate[] {
  return [...uncoveredCandidates(figures.uncovered), ...escapeCandidates(figures)]
}

function uncoveredCandidates(reasons: readonly Uncovered[]): readonly RuleCandidate[] {
  const groups = new Map<string, Uncovered[]>()
  for (const told of reasons) {
    const { code, field, problem } = told.reason
    const key = [told.province, code ?? field, problem].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), told])
  }
  return [...groups]
    .flatMap(([key, told]): RuleCandidate[] => {
      const [first] = told
      if (first === undefined) {
        return []
      }
      const days = told.map(({ at }) => chinaDate(Date.parse(at))).toSorted()
      return [
        {
          kind: 'uncovered',
          key,
          province: first.province,
          reason: first.reason,
          orders: [...new Set(told.map(({ orderNumber }) => orderNumber))],
          filingTypes: [...new Set(told.map(({ filingType }) => filingType))].toSorted(),
          group: groupOf(first.reason.field),
          from: days[0] ?? '',
          to: days.at(-1) ?? '',
        },
      ]
    })
    .toSorted((one, other) => weightOf(other) - weightOf(one))
}

function escapeCandidates({
  from,
  to,
  rules,
}: {
  readonly from: string
  readonly to: string
  readonly rules: readonly CountedRule[]
}): readonly RuleCandidate[] {
  return rules
    .flatMap((rule) => {
      const share = escapeShare(rule)
      return share === null || rule.escaped < LEAST_ESCAPES || rule.title === null
        ? []
        : [{ rule: { ...rule, title: rule.title }, low: share.low }]
    })
    .toSorted((one, other) => other.low - one.low)
    .map(({ rule: { ruleId, title, answered, escaped } }) => ({
      kind: 'escape',
      key: ruleId,
      ...{ ruleId, title, answered, escaped, from, to },
    }))
}

function weightOf(candidate: RuleCandidate): number {
  return candidate.kind === 'uncovered' ? candidate.orders.length : 0
}

/** By the path in `filing.json`; a document's id, and what is not in the form, belongs to none. */
function groupOf(field: string): ChecklistGroup {
  if (/\bprincipal\b|legalRepresentative/u.test(field)) {
    return 'persons'
  }
  if (/\bdomains\b/u.test(field)) {
    return 'domain'
  }
  if (/\baccess\b/u.test(field)) {
    return 'access'
  }
  if (/\bservices\b/u.test(field)) {
    return 'service'
  }
  return /\bentity\b/u.test(field) ? 'entity' : 'other'
}

/**
 * The words of the administration where they stood in several filings; empty where they stood in one. What is said of a
 * single filing may name somebody, so a person has to put it into words of a rule.
 */
export function sharedWords({ orders, reason }: Extract<RuleCandidate, { kind: 'uncovered' }>): string {
  return orders.length > 1 ? `${reason.problem}。${reason.advice}`.replaceAll(/。{2,}/gu, '。') : ''
}
