import { describe, expect, it } from 'vitest'
import { packInForce, parseRulePack } from '../../../shared/rules/rulePack'
import { makePack, packFiles, ruleOf } from './packMaker'

function problemsOf(files: Readonly<Record<string, unknown>>) {
  const parsed = parseRulePack(files)
  return parsed.ok ? [] : parsed.error
}

describe('a rule pack', () => {
  it('keeps general rules and those of divisions apart, and gives each its source in full', () => {
    const pack = makePack(ruleOf('national:a'), ruleOf('desk:b'), ruleOf('330000:c'))
    expect(pack.general.map((rule) => rule.id)).toEqual(['desk:b', 'national:a'])
    expect(pack.byProvince['330000']?.map((rule) => rule.id)).toEqual(['330000:c'])
    expect(Object.keys(pack.byProvince)).toEqual(['330000'])
    expect(pack.general[0]?.source).toMatchObject({ key: 'test', name: 'Test', checked: 're-read' })
  })

  it('names file, rule and field of what is wrong, and everything that is', () => {
    const files = packFiles([
      ruleOf('national:a', { severity: 'deadly', title: { zh: '', en: 'a' } }),
      ruleOf('330000:b', {
        check: { name: 'domain-validity', days: -1, comparison: 'at-least', on: 'review' },
      }),
    ])
    const problems = problemsOf(files)
    expect(problems.map(({ file, ruleId, field }) => `${file} ${ruleId ?? ''} ${field}`)).toEqual([
      '330000.json 330000:b check.days',
      'national.json national:a title.zh',
      'national.json national:a severity',
    ])
    expect(problems.every(({ message }) => message !== '')).toBe(true)
  })

  it.each([
    ['a check that nobody knows', { check: { name: 'no-such-check' } }, 'check.name'],
    ['a parameter too many', { check: { name: 'email', strict: true } }, 'check'],
    ['a condition that nobody knows', { when: [{ is: 'raining' }] }, 'when.0.is'],
    ['a source that is not in the table', { source: { key: 'nowhere', checked: 're-read' } }, 'source.key'],
    ['a successor that does not exist', { supersededBy: 'national:gone' }, 'supersededBy'],
    ['a topic that nobody has', { judgedWith: 'nothing' }, 'judgedWith'],
    [
      'no filing type',
      { appliesTo: { entity: 'both', filingTypes: [], service: 'both' } },
      'appliesTo.filingTypes',
    ],
    ['a date that is none', { effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
    ['a field that no rule has', { colour: 'red' }, ''],
  ])('refuses %s', (_, change, field) => {
    expect(problemsOf(packFiles([ruleOf('national:a', change)]))).toMatchObject([
      { file: 'national.json', ruleId: 'national:a', field },
    ])
  })

  it.each([
    [
      'a missing file',
      (files: Record<string, unknown>) => {
        delete files['national.json']
      },
      'national.json',
      'is missing',
    ],
    [
      'a missing manifest',
      (files: Record<string, unknown>) => {
        delete files['pack.json']
      },
      'pack.json',
      'is missing',
    ],
    [
      'a file that is not counted',
      (files: Record<string, unknown>) => {
        files['110000.json'] = { rules: [] }
      },
      '110000.json',
      'is not counted in pack.json',
    ],
    [
      'a rule that got lost',
      (files: Record<string, unknown>) => {
        files['national.json'] = { rules: [] }
      },
      'national.json',
      'has 0 rules, pack.json counts 1',
    ],
    [
      'a rule in the wrong file',
      (files: Record<string, unknown>) => {
        files['national.json'] = { rules: [ruleOf('desk:a')] }
      },
      'national.json',
      'does not belong into national.json',
    ],
  ])('refuses %s', (_, spoil, file, message) => {
    const files = packFiles([ruleOf('national:a')])
    spoil(files)
    expect(problemsOf(files)).toContainEqual(expect.objectContaining({ file, message }))
  })

  it('refuses the same rule twice', () => {
    expect(problemsOf(packFiles([ruleOf('desk:a'), ruleOf('desk:a')]))).toMatchObject([
      { ruleId: 'desk:a', field: 'id' },
    ])
  })
})

describe('the pack in force', () => {
  const packs = [
    { version: '2026-06-01', effectiveFrom: '2026-06-01' },
    { version: '2025-01-01', effectiveFrom: '2025-01-01' },
    { version: '2026-06-01-2', effectiveFrom: '2026-06-01' },
  ]

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '2025-01-01'],
    ['2026-05-31', '2025-01-01'],
    ['2026-06-01', '2026-06-01-2'],
    ['2030-01-01', '2026-06-01-2'],
  ])('on %s is %s', (day, version) => {
    expect(packInForce(packs, day)?.version).toBe(version)
  })
})
