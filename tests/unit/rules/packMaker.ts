import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { parseRulePack, type RulePack } from '../../../shared/rules/rulePack'

const SOURCE = { key: 'test', name: 'Test', url: null, date: '2026-01-01', reliability: 'high' } as const

/** A rule as a pack file has it: blocking, human, in force, for everybody; `change` says what else it is. */
export function ruleOf(
  id: string,
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    id,
    kind: 'other',
    group: 'other',
    stage: 'provider-review',
    title: { zh: id, en: id },
    requirement: { zh: id, en: id },
    appliesTo: { entity: 'both', filingTypes: FILING_TYPES, service: 'both' },
    severity: 'return',
    effectiveFrom: null,
    effectiveTo: null,
    confidence: 'published',
    source: { key: SOURCE.key, checked: 're-read' },
    cautions: [],
    facts: [],
    reasonIds: [],
    ...change,
  }
}

/** The files of a pack that holds these rules, sorted into files by their ids. */
export function packFiles(rules: ReadonlyArray<Readonly<Record<string, unknown>>>): Record<string, unknown> {
  const names = [...new Set(rules.map((rule) => String(rule['id']).split(':')[0] ?? ''))]
  const lists = names.map(
    (name) => [name, rules.filter((rule) => String(rule['id']).startsWith(`${name}:`))] as const,
  )
  return {
    'pack.json': {
      version: '2026-01-01',
      effectiveFrom: '2026-01-01',
      title: { zh: '测试', en: 'Test' },
      counts: Object.fromEntries(lists.map(([name, list]) => [name, list.length])),
    },
    'sources.json': { sources: [SOURCE] },
    ...Object.fromEntries(lists.map(([name, list]) => [`${name}.json`, { rules: list }])),
  }
}

/** A pack of these rules; throws with its problems when they make none. */
export function makePack(...rules: ReadonlyArray<Readonly<Record<string, unknown>>>): RulePack {
  const parsed = parseRulePack(packFiles(rules))
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.error))
  }
  return parsed.value
}
