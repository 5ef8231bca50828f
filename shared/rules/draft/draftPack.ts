import { provinceByCode } from '../../domain/provinces'
import { refusal, success, type Result } from '../../result'
import type { ChecklistGroup } from '../checklist'
import type { Localized } from '../localized'
import { SIGNATURE_FILE } from '../packSignature'
import {
  packManifestSchema,
  packSourcesSchema,
  ruleEntrySchema,
  ruleFileSchema,
  type PackManifest,
  type Rule,
  type RuleEntry,
} from '../rule'
import { comparePackVersions, parseRulePack, type RulePackProblem } from '../rulePack'
import type { RuleProposal, RuleProposals } from './ruleProposals'

type PackFiles = Readonly<Record<string, unknown>>
type Source = ReturnType<typeof packSourcesSchema.parse>['sources'][number]

interface DraftedRule {
  /** Name of its file without `.json`. */
  readonly list: string
  readonly rule: RuleEntry
  readonly source: Source
}

const KIND_OF_GROUP: Readonly<Record<ChecklistGroup, RuleEntry['kind']>> = {
  order: 'other',
  entity: 'other',
  persons: 'person',
  service: 'naming',
  domain: 'domain',
  access: 'other',
  documents: 'document',
  verification: 'verification',
  other: 'other',
}

/** Begins the name of every drafted rule, after the file it stands in. */
const ANSWERS_MARK = ':answers-'

/**
 * Files of the pack that would follow this one, with a line for each proposal: `files` are those of the pack that the
 * proposals are based on, by name with their JSON read. The draft is not signed and nobody is judged by it. A problem
 * names the file and field at fault: of a pack that is not whole, or of proposals that do not fit it.
 */
export function draftPack(
  files: PackFiles,
  proposals: RuleProposals,
): Result<PackFiles, readonly RulePackProblem[]> {
  const { [SIGNATURE_FILE]: _signature, ...content } = files
  const pack = parseRulePack(content)
  if (!pack.ok) {
    return pack
  }
  const manifest = packManifestSchema.parse(content['pack.json'])
  if (proposals.basedOn !== manifest.version) {
    return misfit('basedOn', `is ${proposals.basedOn}, the pack is ${manifest.version}`)
  }
  if (proposals.effectiveFrom < manifest.effectiveFrom) {
    return misfit('effectiveFrom', `is before that of the pack, ${manifest.effectiveFrom}`)
  }
  const rules = new Map([...pack.value.general, ...Object.values(pack.value.byProvince).flat()].map(idAnd))
  const lists = new Map(Object.keys(manifest.counts).map((name) => [name, rulesIn(content, name)]))
  const drafted: DraftedRule[] = []
  for (const [index, proposal] of proposals.proposals.entries()) {
    const why = proposal.kind === 'escape' ? cannotFollow(rules, proposal.ruleId, proposals) : null
    if (why !== null) {
      return misfit(`proposals.${String(index)}.ruleId`, why)
    }
    const list = proposal.kind === 'uncovered' ? proposal.province : listOf(proposal.ruleId)
    const id = freeId(list, proposals.effectiveFrom, new Set([...rules.keys(), ...drafted.map(idOfDraft)]))
    const looked = proposal.kind === 'escape' ? entryOf(lists.get(list), proposal.ruleId) : undefined
    drafted.push(draftRule(list, id, proposal, proposals.effectiveFrom, looked))
  }
  for (const { list, rule } of drafted) {
    lists.set(list, [...(lists.get(list) ?? []), rule])
  }
  const draft = {
    ...content,
    'pack.json': manifestOf(manifest, proposals, lists),
    'sources.json': {
      sources: [
        ...packSourcesSchema.parse(content['sources.json']).sources,
        ...drafted.map(({ source }) => source),
      ],
    },
    ...Object.fromEntries([...lists].map(([name, list]) => [`${name}.json`, { rules: list }])),
  }
  const judged = parseRulePack(draft)
  return judged.ok ? success(draft) : judged
}

function misfit(field: string, message: string) {
  return refusal([{ file: 'proposals', ruleId: null, field, message }])
}

/** Why nothing can be added to this rule; null where something can. */
function cannotFollow(
  rules: ReadonlyMap<string, Rule>,
  ruleId: string,
  { effectiveFrom }: RuleProposals,
): string | null {
  const looked = rules.get(ruleId)
  if (looked === undefined) {
    return `no rule ${ruleId}`
  }
  if (looked.effectiveTo !== null && looked.effectiveTo < effectiveFrom) {
    return `${ruleId} ends on ${looked.effectiveTo}`
  }
  const twin = [...rules.values()].find(
    ({ id, derivedFrom }) => derivedFrom === ruleId && id.includes(ANSWERS_MARK),
  )
  return twin === undefined ? null : `${ruleId} is looked at again by ${twin.id} already`
}

function idAnd<Rule extends { readonly id: string }>(rule: Rule): readonly [string, Rule] {
  return [rule.id, rule]
}

function idOfDraft({ rule }: DraftedRule): string {
  return rule.id
}

function rulesIn(content: PackFiles, name: string): readonly unknown[] {
  return ruleFileSchema.parse(content[`${name}.json`]).rules
}

/** The rule as it stands in its file, which is whole. */
function entryOf(list: readonly unknown[] | undefined, id: string): RuleEntry | undefined {
  return (list ?? []).map((entry) => ruleEntrySchema.parse(entry)).find((entry) => entry.id === id)
}

function listOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf(':'))
}

function freeId(list: string, day: string, taken: ReadonlySet<string>): string {
  const stem = `${list}${ANSWERS_MARK}${day.replaceAll('-', '')}`
  let number = 1
  while (taken.has(`${stem}-${String(number)}`)) {
    number += 1
  }
  return `${stem}-${String(number)}`
}

/** A line for a person that warns: concluded from answers and not published, so it blocks nothing. */
function draftRule(
  list: string,
  id: string,
  proposal: RuleProposal,
  effectiveFrom: string,
  looked: RuleEntry | undefined,
): DraftedRule {
  const { title, requirement, to } = proposal
  const key = `ANSWERS-${id.slice(id.indexOf('-') + 1)}-${list}`
  const about =
    proposal.kind === 'uncovered'
      ? {
          kind: KIND_OF_GROUP[proposal.group],
          group: proposal.group,
          stage: 'provider-review' as const,
          appliesTo: { entity: 'both' as const, filingTypes: proposal.filingTypes, service: 'both' as const },
          reasonIds: proposal.reasonIds,
        }
      : likeRule(looked)
  const rule: RuleEntry = {
    id,
    ...about,
    title,
    requirement,
    severity: 'warn',
    effectiveFrom,
    effectiveTo: null,
    confidence: 'inferred',
    source: { key, checked: 'from-notes' },
    cautions: ['inferred'],
    facts: [],
  }
  return {
    list,
    rule,
    source: { key, name: sourceName(proposal), url: null, date: to, reliability: 'medium' },
  }
}

/** Looked at where and when the rule is whose looks let through too much; its reasons stay with that rule alone. */
function likeRule(looked: RuleEntry | undefined) {
  if (looked === undefined) {
    throw new Error('The rule was found in the pack and is not in its file')
  }
  const { kind, group, stage, appliesTo, when, id } = looked
  return {
    ...{ kind, group, stage, appliesTo, derivedFrom: id, reasonIds: [] },
    ...(when === undefined ? {} : { when }),
  }
}

function sourceName(proposal: RuleProposal): string {
  const days = `${proposal.from} – ${proposal.to}`
  if (proposal.kind === 'uncovered') {
    const { nameZh, nameEn } = provinceByCode(proposal.province) ?? { nameZh: '', nameEn: proposal.province }
    const count = String(proposal.filings)
    return `${nameZh}通信管理局的驳回答复，${days}，${count} 件 / Rejections by the administration of ${nameEn}, ${count} filings`
  }
  const [escaped, answered] = [String(proposal.escaped), String(proposal.answered)]
  return `管局驳回答复，${days}，${answered} 件中 ${escaped} 件 / Rejections by the administrations, ${escaped} of ${answered} filings`
}

function manifestOf(
  manifest: PackManifest,
  { basedOn, madeOn, effectiveFrom }: RuleProposals,
  lists: ReadonlyMap<string, readonly unknown[]>,
): PackManifest {
  const title: Localized = {
    zh: `${manifest.title.zh}，据管局答复补充（草案 ${madeOn}）`,
    en: `${manifest.title.en}, with what the administrations answered (draft of ${madeOn})`,
  }
  const counts = Object.fromEntries([...lists].map(([name, list]) => [name, list.length]))
  return { version: versionAfter(basedOn, madeOn), effectiveFrom, title, counts }
}

/** The day's version; the next number of the earlier one's day where that is not later. */
function versionAfter(version: string, day: string): string {
  if (comparePackVersions(version, day) < 0) {
    return day
  }
  const [year = '', month = '', date = '', number = '1'] = version.split('-')
  return `${year}-${month}-${date}-${String(Number(number) + 1)}`
}
