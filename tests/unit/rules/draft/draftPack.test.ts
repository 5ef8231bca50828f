import { describe, expect, it } from 'vitest'
import { readPackFolder } from '../../../../cli/rulepack/readPackFolder'
import { testPackFiles, testRule, HUMAN_LINE } from '../../../helpers/serverRulePack'
import { diffPacks } from '../../../../shared/rules/diffPacks'
import { draftPack } from '../../../../shared/rules/draft/draftPack'
import { ruleProposalsSchema, type RuleProposals } from '../../../../shared/rules/draft/ruleProposals'
import { parseRulePack, type RulePack } from '../../../../shared/rules/rulePack'

const OLD = '2026-01-01'
const WORDS = {
  title: { zh: '服务内容与许可', en: 'Content and licence' },
  requirement: { zh: '服务内容须在许可范围之内。', en: 'The content is within the licence.' },
  from: '2026-11-01',
  to: '2026-11-20',
}
const UNCOVERED = {
  kind: 'uncovered' as const,
  ...WORDS,
  province: '330000',
  group: 'service' as const,
  filingTypes: ['first-filing' as const],
  reasonIds: ['licence-scope'],
  filings: 3,
}
const ESCAPE = { kind: 'escape' as const, ...WORDS, ruleId: HUMAN_LINE, answered: 60, escaped: 4 }

function proposalsOf(change: Partial<RuleProposals> = {}): RuleProposals {
  return {
    format: 'beian-desk/rule-proposals',
    version: 1,
    madeOn: '2026-11-23',
    basedOn: OLD,
    effectiveFrom: '2026-12-01',
    proposals: [UNCOVERED, ESCAPE],
    ...change,
  }
}

const FILES = testPackFiles(OLD, [
  testRule(HUMAN_LINE, { when: [{ is: 'province', anyOf: ['330000'] }] }),
  testRule('desk:ended', { effectiveTo: '2026-10-31' }),
])

function packOf(files: Readonly<Record<string, unknown>>): RulePack {
  const parsed = parseRulePack(files)
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.error))
  }
  return parsed.value
}

function drafted(files = FILES, change: Partial<RuleProposals> = {}): Readonly<Record<string, unknown>> {
  const draft = draftPack(files, proposalsOf(change))
  if (!draft.ok) {
    throw new Error(JSON.stringify(draft.error))
  }
  return draft.value
}

describe('draftPack', () => {
  it('adds one warning for a person for each proposal and changes nothing else', () => {
    const [before, after] = [packOf(FILES), packOf(drafted())]
    const { added, removed, ended, changed } = diffPacks(before, after)
    expect(added.map(({ id }) => id)).toEqual(['330000:answers-20261201-1', 'desk:answers-20261201-1'])
    expect([removed, ended, changed]).toEqual([[], [], []])
    expect(after).toMatchObject({ version: '2026-11-23', effectiveFrom: '2026-12-01' })
  })

  it('lets no drafted line block, be judged by the machine, or come without its source', () => {
    const { general, byProvince } = packOf(drafted())
    const made = [...general, ...(byProvince['330000'] ?? [])].filter(({ id }) => id.includes(':answers-'))
    expect(made).toHaveLength(2)
    for (const rule of made) {
      expect(rule).toMatchObject({
        ...{ severity: 'warn', confidence: 'inferred', cautions: ['inferred'], effectiveFrom: '2026-12-01' },
        source: { date: '2026-11-20', url: null, checked: 'from-notes' },
      })
      expect(rule.check).toBeUndefined()
    }
    expect(made[1]?.source.name).toContain('浙江省通信管理局的驳回答复，2026-11-01 – 2026-11-20，3 件')
    expect(made[0]?.source.name).toContain('60 件中 4 件')
  })

  it('looks where and when the rule is whose looks let through too much', () => {
    const added = packOf(drafted()).general.find(({ id }) => id === 'desk:answers-20261201-1')
    expect(added).toMatchObject({
      ...{ derivedFrom: HUMAN_LINE, group: 'persons', kind: 'person', reasonIds: [] },
      when: [{ is: 'province', anyOf: ['330000'] }],
    })
  })

  it('numbers on where rules of that day or a later version stand already', () => {
    const again = drafted(drafted(), { basedOn: '2026-11-23', proposals: [UNCOVERED] })
    expect(packOf(again).byProvince['330000']?.map(({ id }) => id)).toEqual([
      '330000:answers-20261201-1',
      '330000:answers-20261201-2',
    ])
    expect(packOf(again).version).toBe('2026-11-23-2')
  })

  it.each([
    [{ basedOn: '2025-01-01' }, 'basedOn'],
    [{ effectiveFrom: '2025-12-31' }, 'effectiveFrom'],
    [{ proposals: [UNCOVERED, { ...ESCAPE, ruleId: 'desk:nobody-knows' }] }, 'proposals.1.ruleId'],
    [{ proposals: [{ ...ESCAPE, ruleId: 'desk:ended' }] }, 'proposals.0.ruleId'],
  ])('refuses proposals that do not fit the pack and names the field (%j)', (change, field) => {
    const refused = draftPack(FILES, proposalsOf(change))
    expect(refused).toMatchObject({ ok: false, error: [{ file: 'proposals', field }] })
  })

  it('does not add a second look to a rule that has one', () => {
    const refused = draftPack(drafted(), proposalsOf({ basedOn: '2026-11-23', proposals: [ESCAPE] }))
    expect(refused).toMatchObject({ ok: false, error: [{ field: 'proposals.0.ruleId' }] })
  })

  it('refuses a pack that is not whole', () => {
    const { 'sources.json': _, ...broken } = FILES
    expect(draftPack(broken, proposalsOf())).toMatchObject({ ok: false, error: [{ file: 'sources.json' }] })
  })

  it('follows the shipped pack', async () => {
    const shipped = await readPackFolder('resources/rulepacks/2026-11-21')
    const files = shipped.ok ? shipped.value : {}
    const escape = { ...ESCAPE, ruleId: 'national:website-name-standard' }
    const rules = (files['national.json'] as { rules: readonly { id: string }[] }).rules
    const known = rules[0]?.id ?? ''
    const draft = drafted(files, {
      basedOn: '2026-11-21',
      proposals: [UNCOVERED, { ...escape, ruleId: known }],
    })
    expect(draft['signature.json']).toBeUndefined()
    expect(packOf(draft).byProvince['330000']).toHaveLength(32)
  })
})

describe('ruleProposalsSchema', () => {
  it.each([
    ['certificate number', '110101199003070070'],
    ['mobile number with spaces', '138 0013 8000'],
    ['e-mail address', 'wang@example.com'],
  ])('refuses wording with a %s and names the field', (_, text) => {
    const proposals = [{ ...UNCOVERED, requirement: { zh: `不得使用${text}`, en: 'no' } }]
    const parsed = ruleProposalsSchema.safeParse(proposalsOf({ proposals }))
    expect(parsed.error?.issues[0]?.path).toEqual(['proposals', 0, 'requirement', 'zh'])
  })

  it('has no word that could make a proposal block', () => {
    const proposals = [{ ...UNCOVERED, severity: 'reject' }]
    expect(ruleProposalsSchema.safeParse({ ...proposalsOf(), proposals }).success).toBe(false)
  })
})
