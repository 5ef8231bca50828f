import { reasonById } from './reasonCatalogue'
import type { ChecklistGroup } from '../../shared/rules/checklist'
import { tellsOfSomebody, type RuleProposal } from '../../shared/rules/draft/ruleProposals'
import type { Localized } from '../../shared/rules/localized'
import { sharedWords, type RuleCandidate } from '../../shared/review/feedback/ruleCandidates'

/** How a supervisor puts a candidate into words of a rule; both languages, because the pack holds both. */
export interface DraftWording {
  readonly title: Localized
  readonly requirement: Localized
  readonly group: ChecklistGroup
}

const LONGEST_TITLE = 120

/** What the form begins with. What one filing alone was told is not taken over: see `sharedWords`. */
export function firstWording(candidate: RuleCandidate): DraftWording {
  if (candidate.kind === 'escape') {
    return {
      title: cut({ zh: `再核对：${candidate.title.zh}`, en: `Look again: ${candidate.title.en}` }),
      requirement: {
        zh: '我方判为符合的备案，管局曾以此规则驳回。通过前请再核对一次。',
        en: 'The administration rejected filings for this rule that were found to keep it. Look once more before you pass.',
      },
      group: 'other',
    }
  }
  const known = reasonById(candidate.reason.code ?? '')
  const words = sharedWords(candidate)
  const problem = words === '' ? '' : candidate.reason.problem
  return {
    title: cut({
      zh: known?.title.zh ?? problem,
      en: known?.title.en ?? 'Reason of the administration that no rule covers',
    }),
    requirement: {
      zh: words === '' ? (known?.advice.zh ?? '') : words,
      en: known?.advice.en ?? 'The administration rejected filings for this. See the Chinese wording.',
    },
    group: candidate.group,
  }
}

function cut({ zh, en }: Localized): Localized {
  return { zh: zh.slice(0, LONGEST_TITLE), en: en.slice(0, LONGEST_TITLE) }
}

/** Why a wording cannot be taken: a text is missing, or one tells of a filing. */
export function wordingProblem(
  { title, requirement }: DraftWording,
  candidate: RuleCandidate,
): 'empty' | 'personal' | null {
  const texts = [title.zh, title.en, requirement.zh, requirement.en]
  if (texts.some((text) => text.trim() === '')) {
    return 'empty'
  }
  const orders = candidate.kind === 'uncovered' ? candidate.orders : []
  return texts.some((text) => tellsOfSomebody(text) || orders.some((order) => text.includes(order)))
    ? 'personal'
    : null
}

/** The candidate as it goes into the file: in these words, counted, without the filings themselves. */
export function proposalOf(
  candidate: RuleCandidate,
  { title, requirement, group }: DraftWording,
): RuleProposal {
  const { from, to } = candidate
  if (candidate.kind === 'escape') {
    const { ruleId, answered, escaped } = candidate
    return { kind: 'escape', title, requirement, from, to, ruleId, answered, escaped }
  }
  const { province, filingTypes, orders, reason } = candidate
  return {
    kind: 'uncovered',
    ...{ title, requirement, from, to, province, group },
    filingTypes: [...filingTypes],
    reasonIds: reasonById(reason.code ?? '') === undefined ? [] : [reason.code ?? ''],
    filings: orders.length,
  }
}
