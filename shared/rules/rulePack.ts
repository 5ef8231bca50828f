import type { z } from 'zod'
import { createChecklistPlanner, type ChecklistPlanner } from './checklistPlan'
import { refusal, success, type Result } from '../result'
import { resolveRule } from './resolveRule'
import {
  packManifestSchema,
  packSourcesSchema,
  ruleEntrySchema,
  ruleFileSchema,
  type PackManifest,
  type Rule,
  type RuleEntry,
} from './rule'

/** One thing that is wrong with a pack: in which file, at which rule and field. */
export interface RulePackProblem {
  readonly file: string
  readonly ruleId: string | null
  /** Dotted path, `check.days`; empty for the whole of it. */
  readonly field: string
  readonly message: string
}

/** A version of the rules, whole and checked. */
export interface RulePack {
  readonly version: string
  readonly effectiveFrom: string
  readonly title: PackManifest['title']
  /** Rules of every division: the desk's own, then the national ones. */
  readonly general: readonly Rule[]
  /** Rules of one division by its six-digit code. */
  readonly byProvince: Readonly<Record<string, readonly Rule[]>>
  readonly planChecklist: ChecklistPlanner
}

/**
 * Makes a pack of its files: `pack.json`, `sources.json`, `national.json`, `desk.json` and `<division>.json`, given by
 * file name with their JSON already read. Nothing is half accepted: every problem found is told, and with one there
 * is no pack.
 */
export function parseRulePack(
  files: Readonly<Record<string, unknown>>,
): Result<RulePack, readonly RulePackProblem[]> {
  const problems: RulePackProblem[] = []
  const manifest = parseFile('pack.json', files, packManifestSchema, problems)
  const table = parseFile('sources.json', files, packSourcesSchema, problems)
  if (manifest === undefined || table === undefined) {
    return refusal(problems)
  }
  const entries = new Map(
    Object.entries(manifest.counts).map(([name, count]) => [name, parseRules(name, count, files, problems)]),
  )
  const references = {
    sources: new Map(table.sources.map((source) => [source.key, source])),
    titles: new Map([...entries.values()].flat().map(({ id, title }) => [id, title])),
  }
  const lists = new Map(
    [...entries].map(([name, list]) => [
      name,
      list.flatMap((entry) => resolveRule(entry, `${name}.json`, references, problems) ?? []),
    ]),
  )
  for (const file of Object.keys(files)) {
    if (file !== 'pack.json' && file !== 'sources.json' && !lists.has(file.replace(/\.json$/, ''))) {
      problems.push({ file, ruleId: null, field: '', message: 'is not counted in pack.json' })
    }
  }
  checkReferences(lists, problems)
  if (problems.length > 0) {
    return refusal(problems)
  }
  const byProvince = Object.fromEntries([...lists].filter(([name]) => name !== 'national' && name !== 'desk'))
  const { version, effectiveFrom, title } = manifest
  const general = [...(lists.get('desk') ?? []), ...(lists.get('national') ?? [])]
  const planChecklist = createChecklistPlanner({ general, byProvince })
  return success({ version, effectiveFrom, title, general, byProvince, planChecklist })
}

/**
 * The pack by which a filing submitted on this China date is judged: the latest that was in force; undefined when all
 * are younger.
 */
export function packInForce<Pack extends Pick<RulePack, 'version' | 'effectiveFrom'>>(
  packs: readonly Pack[],
  submittedOn: string,
): Pack | undefined {
  return packs
    .filter((pack) => pack.effectiveFrom <= submittedOn)
    .toSorted(comparePacks)
    .at(-1)
}

/** Sorts packs so that each takes the place of the ones before it: by first day, then by version. */
export function comparePacks(
  a: Pick<RulePack, 'version' | 'effectiveFrom'>,
  b: Pick<RulePack, 'version' | 'effectiveFrom'>,
): number {
  return order(a.effectiveFrom, b.effectiveFrom) || comparePackVersions(a.version, b.version)
}

/** `2026-11-21` comes before `2026-11-21-2`, and that before `2026-11-21-10`. */
export function comparePackVersions(a: string, b: string): number {
  const [dayA, dayB] = [a.slice(0, DAY_LENGTH), b.slice(0, DAY_LENGTH)]
  return order(dayA, dayB) || Number(a.slice(DAY_LENGTH + 1)) - Number(b.slice(DAY_LENGTH + 1))
}

const DAY_LENGTH = '2026-11-21'.length

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function parseFile<Schema extends z.ZodType>(
  file: string,
  files: Readonly<Record<string, unknown>>,
  schema: Schema,
  problems: RulePackProblem[],
): z.output<Schema> | undefined {
  if (!Object.hasOwn(files, file)) {
    problems.push({ file, ruleId: null, field: '', message: 'is missing' })
    return undefined
  }
  const parsed = schema.safeParse(files[file])
  if (!parsed.success) {
    problems.push(...issuesOf(parsed.error, file, null))
    return undefined
  }
  return parsed.data
}

function parseRules(
  name: string,
  count: number,
  files: Readonly<Record<string, unknown>>,
  problems: RulePackProblem[],
): readonly RuleEntry[] {
  const file = `${name}.json`
  const entries = parseFile(file, files, ruleFileSchema, problems)?.rules ?? []
  if (entries.length !== count && Object.hasOwn(files, file)) {
    const message = `has ${String(entries.length)} rules, pack.json counts ${String(count)}`
    problems.push({ file, ruleId: null, field: 'rules', message })
  }
  return entries.flatMap((entry) => parseRule(entry, name, problems) ?? [])
}

function parseRule(entry: unknown, name: string, problems: RulePackProblem[]): RuleEntry | undefined {
  const file = `${name}.json`
  const parsed = ruleEntrySchema.safeParse(entry)
  if (!parsed.success) {
    problems.push(...issuesOf(parsed.error, file, idOf(entry)))
    return undefined
  }
  const { id } = parsed.data
  if (!id.startsWith(`${name}:`)) {
    problems.push({ file, ruleId: id, field: 'id', message: `does not belong into ${file}` })
  }
  return parsed.data
}

function idOf(entry: unknown): string | null {
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
    ? entry.id
    : null
}

function issuesOf(error: z.ZodError, file: string, ruleId: string | null): readonly RulePackProblem[] {
  return error.issues.map((issue) => ({ file, ruleId, field: issue.path.join('.'), message: issue.message }))
}

function checkReferences(lists: ReadonlyMap<string, readonly Rule[]>, problems: RulePackProblem[]): void {
  const rules = [...lists].flatMap(([name, list]) => list.map((rule) => ({ file: `${name}.json`, rule })))
  const ids = new Set<string>()
  const topics = new Set(rules.map(({ rule }) => rule.topic))
  for (const { file, rule } of rules) {
    if (ids.has(rule.id)) {
      problems.push({ file, ruleId: rule.id, field: 'id', message: 'stands there twice' })
    }
    ids.add(rule.id)
    if (rule.judgedWith !== undefined && !topics.has(rule.judgedWith)) {
      problems.push({ file, ruleId: rule.id, field: 'judgedWith', message: `no topic ${rule.judgedWith}` })
    }
  }
  for (const { file, rule } of rules) {
    if (rule.supersededBy !== undefined && !ids.has(rule.supersededBy)) {
      const message = `no rule ${rule.supersededBy}`
      problems.push({ file, ruleId: rule.id, field: 'supersededBy', message })
    }
  }
}
