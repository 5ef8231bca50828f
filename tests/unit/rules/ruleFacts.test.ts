import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ruleFactSchema, type RuleFact } from '../../../shared/rules/ruleFacts'
import type { Rule } from '../../../shared/rules/rule'
import { parseRulePack } from '../../../shared/rules/rulePack'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { packFiles, ruleOf } from './packMaker'

/** The kinds a fact may have. One more is a new template for its words and a new line in the report on parameters. */
const KINDS = [
  'age',
  'authority',
  'change-policy',
  'concerns',
  'content-types',
  'contents',
  'date',
  'fields',
  'form',
  'limit',
  'may-change',
  'method',
  'name-shapes',
  'nature',
  'note',
  'notice',
  'office',
  'papers',
  'pattern',
  'period',
  'places',
  'regions',
  'remark',
  'renames',
  'sequence',
  'stand',
  'suffixes',
  'threshold',
  'words',
]

let rules: readonly Rule[]
let facts: readonly RuleFact[]

beforeEach(async () => {
  const pack = await readShippedRulePack()
  rules = [...pack.general, ...Object.values(pack.byProvince).flat()]
  facts = rules.flatMap((rule) => rule.facts)
})

/** What the pack says of a rule with this fact behind a sound one. */
function problemsOf(fact: unknown) {
  const sound = { is: 'stand', of: 'public-ip', stand: 'required' }
  const parsed = parseRulePack(packFiles([ruleOf('330000:made-up', { facts: [sound, fact] })]))
  return parsed.ok ? [] : parsed.error
}

describe('the facts of the shipped rules', () => {
  it('are of 29 closed kinds, each of which is used', () => {
    expect(ruleFactSchema.options.map(({ shape }) => shape.is.value).toSorted()).toEqual(KINDS)
    expect([...new Set(facts.map(({ is }) => is))].toSorted()).toEqual(KINDS)
  })

  it('parse one by one, and no rule says the same twice', () => {
    expect(facts.length).toBeGreaterThan(1600)
    for (const rule of rules) {
      for (const fact of rule.facts) {
        expect(ruleFactSchema.safeParse(fact).success, `${rule.id} ${fact.is}`).toBe(true)
      }
      const said = rule.facts.map((fact) => JSON.stringify(fact))
      expect(new Set(said).size, rule.id).toBe(said.length)
    }
  })

  it('leave prose to the few things that no other kind can say', () => {
    expect(facts.filter(({ is }) => is === 'note').length).toBeLessThan(12)
  })

  it('have bounds that are bounds', () => {
    const measured = facts.filter((fact) => fact.is === 'limit' || fact.is === 'period')
    expect(measured.length).toBeGreaterThan(200)
    for (const fact of measured) {
      expect(fact.upTo === undefined, JSON.stringify(fact)).toBe(fact.how !== 'between')
      expect(fact.upTo ?? fact.value + 1, JSON.stringify(fact)).toBeGreaterThan(fact.value)
    }
  })
})

describe('a fact that is no fact', () => {
  it.each([
    [{ is: 'stand', of: 'public-ip' }, 'facts.1.stand'],
    [{ is: 'stand', of: 'weather', stand: 'required' }, 'facts.1.of'],
    [{ is: 'period', of: 'lease', how: 'at-least', value: 12, unit: 'years' }, 'facts.1.unit'],
    [{ is: 'period', of: 'lease', how: 'at-least', value: '12', unit: 'months' }, 'facts.1.value'],
    [{ is: 'date', of: 'policy', on: 'July 2021' }, 'facts.1.on'],
    [{ is: 'regions', as: 'pilot', provinces: ['CN-TJ'] }, 'facts.1.provinces.0'],
    [{ is: 'papers', need: 'all-of', papers: [] }, 'facts.1.papers'],
    [{ is: 'fields', relation: 'equal', fields: ['organiser name'], to: ['all'] }, 'facts.1.fields.0'],
    [{ maxSitesPerOrder: 3 }, 'facts.1.is'],
    ['timeLimitHours', 'facts.1'],
  ])('%j is refused with file, rule and field', (fact, field) => {
    expect(problemsOf(fact)).toEqual([
      expect.objectContaining({ file: '330000.json', ruleId: '330000:made-up', field }),
    ])
  })

  it('is refused with file and rule, whatever sound fact was spoiled and how', () => {
    const spoil = fc.constantFrom<(fact: RuleFact) => unknown>(
      (fact) => ({ ...fact, unknownName: true }),
      (fact) => ({ ...fact, is: `${fact.is}s` }),
      (fact) => ({ ...fact, for: ['nobody'] }),
      (fact) => ({ ...fact, provinces: [] }),
      (fact) => ({ ...fact, when: 'sometimes' }),
      ({ is }) => ({ is }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...facts), spoil, (fact, spoiled) => {
        expect(problemsOf(fact)).toEqual([])
        const problems = problemsOf(spoiled(fact))
        expect(problems.length).toBeGreaterThan(0)
        for (const { file, ruleId, field } of problems) {
          expect([file, ruleId]).toEqual(['330000.json', '330000:made-up'])
          expect(field).toMatch(/^facts\.1/)
        }
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })
})

describe('who else says so, and who disagrees', () => {
  const entry = (change: object) =>
    parseRulePack(packFiles([ruleOf('330000:a'), ruleOf('330000:b', { ...change })]))

  it('is given by name', () => {
    const parsed = entry({
      corroboratedBy: ['test'],
      conflictsWith: [{ rule: '330000:a' }, { source: 'test', says: { zh: '可以', en: 'yes' } }],
    })
    const rule = parsed.ok ? parsed.value.byProvince['330000']?.[1] : undefined
    expect(rule?.corroboratedBy).toEqual([expect.objectContaining({ key: 'test', name: 'Test' })])
    expect(rule?.conflictsWith).toEqual([
      { name: { zh: '330000:a', en: '330000:a' } },
      { name: { zh: 'Test', en: 'Test' }, says: { zh: '可以', en: 'yes' } },
    ])
  })

  it.each([
    [{ corroboratedBy: ['nobody'] }, 'corroboratedBy.0'],
    [{ conflictsWith: [{ source: 'nobody' }] }, 'conflictsWith.0.source'],
    [{ conflictsWith: [{ rule: '330000:gone' }] }, 'conflictsWith.0.rule'],
    [{ derivedFrom: '330000:gone' }, 'derivedFrom'],
  ])('%j that is not there is refused', (change, field) => {
    const parsed = entry(change)
    expect(parsed.ok ? [] : parsed.error).toEqual([
      expect.objectContaining({ file: '330000.json', ruleId: '330000:b', field }),
    ])
  })
})
