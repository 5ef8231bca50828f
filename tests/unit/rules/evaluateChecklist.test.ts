import { describe, expect, it } from 'vitest'
import type { Case } from '../../../shared/protocol/case'
import { gateProblems } from '../../../shared/review/decisionGate'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import { changeOrder, firstFiling, individualFiling, makeCase, SUBMITTED } from './caseMaker'
import { makePack, ruleOf } from './packMaker'

type RuleJson = ReturnType<typeof ruleOf>

function linesOf(rules: readonly RuleJson[], filingCase: Case = makeCase(), today = SUBMITTED) {
  return evaluateChecklist(makePack(...rules), filingCase, today)
}

function idsOf(rules: readonly RuleJson[], filingCase?: Case): readonly string[] {
  return linesOf(rules, filingCase).map((line) => line.id)
}

describe('which rules count', () => {
  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
  ])('by the day of submission: %s', (submittedOn, counts) => {
    const rule = ruleOf('national:a', { effectiveFrom: '2026-11-20', effectiveTo: '2026-11-25' })
    expect(idsOf([rule], makeCase({ submittedOn }))).toEqual(counts ? ['national:a'] : [])
  })

  it('by the date in China, whatever the offset of the instant', () => {
    const rule = ruleOf('national:a', { effectiveFrom: '2026-11-21' })
    const filingCase = makeCase()
    const [round] = filingCase.rounds
    expect(round).toBeDefined()
    const late = (submittedAt: string): Case => ({
      ...filingCase,
      rounds: round ? [{ ...round, submittedAt }] : [],
    })
    expect(idsOf([rule], late('2026-11-20T15:59:59Z'))).toEqual([])
    expect(idsOf([rule], late('2026-11-20T16:00:00Z'))).toEqual(['national:a'])
  })

  it('by division', () => {
    const rules = [ruleOf('national:a'), ruleOf('330000:b'), ruleOf('110000:c')]
    expect(idsOf(rules)).toEqual(['national:a', '330000:b'])
    expect(idsOf(rules, makeCase({ province: '110000' }))).toEqual(['national:a', '110000:c'])
  })

  it.each([
    [{ entity: 'individual' }, false],
    [{ entity: 'organization' }, true],
    [{ service: 'app' }, false],
    [{ service: 'website' }, true],
    [{ filingTypes: ['change'] }, false],
  ])('by what they apply to: %o', (appliesTo, counts) => {
    const all = { entity: 'both', filingTypes: ['first-filing', 'change'], service: 'both' }
    expect(idsOf([ruleOf('national:a', { appliesTo: { ...all, ...appliesTo } })])).toHaveLength(
      counts ? 1 : 0,
    )
  })

  it('a superseded rule gives way while its successor is in force', () => {
    const old = ruleOf('national:old', { supersededBy: 'national:new' })
    expect(idsOf([old, ruleOf('national:new')])).toEqual(['national:new'])
    expect(idsOf([old, ruleOf('national:new', { effectiveFrom: '2026-12-01' })])).toEqual(['national:old'])
  })
})

describe('a division’s own rule', () => {
  const general = ruleOf('national:margin', { topic: 'margin', yieldsToProvince: true })

  it('takes the place of the general one on the same topic', () => {
    expect(idsOf([general, ruleOf('330000:margin', { topic: 'margin' })])).toEqual(['330000:margin'])
    expect(idsOf([general, ruleOf('330000:other', { topic: 'other' })])).toEqual([
      'national:margin',
      '330000:other',
    ])
  })

  it('leaves a general rule alone that does not yield', () => {
    const firm = ruleOf('national:margin', { topic: 'margin' })
    expect(idsOf([firm, ruleOf('330000:margin', { topic: 'margin' })])).toHaveLength(2)
  })

  it('does not push out a sure rule while it carries a caution itself', () => {
    const unsure = ruleOf('330000:margin', { topic: 'margin', cautions: ['unchecked'] })
    expect(linesOf([general, unsure]).map(({ id, blocking }) => [id, blocking])).toEqual([
      ['national:margin', true],
      ['330000:margin', false],
    ])
    expect(idsOf([{ ...general, cautions: ['conflict'] }, unsure])).toEqual(['330000:margin'])
  })

  it('that is not in force pushes nothing out', () => {
    const past = ruleOf('330000:margin', { topic: 'margin', effectiveTo: '2025-01-01' })
    expect(idsOf([general, past])).toEqual(['national:margin'])
  })
})

describe('what blocks', () => {
  const blocks = (change: Readonly<Record<string, unknown>>, filingCase?: Case): boolean | undefined =>
    linesOf([ruleOf('national:a', change)], filingCase)[0]?.blocking

  it.each([
    ['reject', true],
    ['return', true],
    ['warn', false],
    ['info', false],
  ])('severity %s: %s', (severity, expected) => {
    expect(blocks({ severity })).toBe(expected)
  })

  it.each(['inferred', 'unchecked', 'conflict'])('nothing that carries the caution %s', (caution) => {
    expect(blocks({ cautions: [caution] })).toBe(false)
  })

  it('nothing that the researchers concluded by themselves', () => {
    const [line] = linesOf([ruleOf('national:a', { confidence: 'inferred' })])
    expect(line).toMatchObject({ blocking: false, cautions: ['inferred'] })
  })

  it('no cautioned line even when the machine finds it broken', () => {
    const broken = ruleOf('national:a', {
      cautions: ['unchecked'],
      check: { name: 'domains-per-website', max: 1 },
    })
    const twice = firstFiling(
      {},
      {
        domains: [1, 2].map((n) => ({
          name: `a${String(n)}.example`,
          registrar: 'r',
          registrantName: 'n',
          expiresAt: '2030-01-01' as const,
          realNameVerified: true,
        })),
      },
    )
    const lines = linesOf([broken], makeCase({ application: twice }))
    expect(lines[0]).toMatchObject({ blocking: false, machine: { verdict: 'fail' } })
    expect(gateProblems(lines, { verdict: 'pass', answers: [], reasons: [] })).toEqual([])
  })

  it('a rule from before App filing for websites, not for Apps alone', () => {
    const old = { appScopeInferred: true }
    const app = { id: 'b', kind: 'app' as const }
    expect(blocks(old)).toBe(true)
    expect(blocks(old, makeCase({ application: firstFiling({}, app) }))).toBe(false)
    expect(blocks(old, makeCase({ application: firstFiling({}, { id: 'a' }, app) }))).toBe(true)
  })

  it.each(['after', 'guidance', 'photo'])('nothing of the stage %s in the provider review', (stage) => {
    expect(blocks({ stage })).toBe(false)
  })

  it('the photo once there is one', () => {
    expect(blocks({ stage: 'photo' }, makeCase({ documents: [{ kind: 'backdrop-photo' }] }))).toBe(true)
  })

  it('of the provider review nothing more once the round has passed it', () => {
    const filingCase = makeCase({ documents: [{ kind: 'backdrop-photo' }] })
    const decision = { verdict: 'pass' as const, rulePack: 'test', lines: [], findings: [], reasons: [] }
    const passed = (round: number): Case => ({
      ...filingCase,
      decisions: [
        {
          commandId: filingCase.id,
          round,
          caseVersion: 1,
          decision,
          decidedBy: { userId: filingCase.id, displayName: '甲' },
          decidedAt: filingCase.dueAt,
          auditHash: '0'.repeat(64),
        },
      ],
    })
    expect(blocks({}, passed(1))).toBe(false)
    expect(blocks({ stage: 'photo' }, passed(1))).toBe(true)
    expect(blocks({}, passed(2))).toBe(true)
  })
})

describe('one look for several lines', () => {
  const look = ruleOf('national:look', { topic: 'pictures' })
  const same = ruleOf('330000:same', { judgedWith: 'pictures' })

  it('asks for one of them', () => {
    expect(linesOf([look, same]).map((line) => line.blocking)).toEqual([true, false])
  })

  it('asks for the other where the first does not block', () => {
    expect(linesOf([{ ...look, cautions: ['conflict'] }, same]).map((line) => line.blocking)).toEqual([
      false,
      true,
    ])
  })

  it('asks for both where the machine finds the second broken', () => {
    const broken = { ...same, check: { name: 'document-present', documents: [{ anyOf: ['pre-approval'] }] } }
    expect(linesOf([look, broken]).map((line) => line.blocking)).toEqual([true, true])
  })
})

describe('conditions', () => {
  const verdictOf = (when: readonly unknown[], filingCase?: Case, check?: unknown): string | undefined =>
    linesOf([ruleOf('national:a', { when, ...(check === undefined ? {} : { check }) })], filingCase)[0]
      ?.machine?.verdict

  it('that do not hold make the line not applicable, and blocking in name only', () => {
    const lines = linesOf([ruleOf('national:a', { when: [{ is: 'nature', anyOf: ['foundation'] }] })])
    expect(lines[0]?.machine).toMatchObject({ verdict: 'not-applicable', measured: 'enterprise' })
    expect(gateProblems(lines, { verdict: 'pass', answers: [], reasons: [] })).toEqual([])
  })

  it('must hold all', () => {
    const enterprise = { is: 'nature', anyOf: ['enterprise'] }
    expect(verdictOf([enterprise])).toBeUndefined()
    expect(verdictOf([enterprise, { is: 'words', in: ['service-name'], anyOf: ['游戏'] }])).toBe(
      'not-applicable',
    )
  })

  it.each([
    [{ is: 'province', anyOf: ['330000'] }, true],
    [{ is: 'province', anyOf: ['110000'] }, false],
    [{ is: 'nature-other-than', anyOf: ['enterprise'] }, false],
    [{ is: 'principal-other-than-legal-representative', persons: ['entity-principal'] }, false],
    [{ is: 'principals-differ' }, false],
    [{ is: 'person-certificate', persons: ['entity-principal'], anyOf: ['resident-id'] }, true],
    [{ is: 'person-certificate', persons: ['entity-principal'], noneOf: ['resident-id'] }, false],
    [{ is: 'content', anyOf: ['单位门户网站'] }, true],
    [{ is: 'outside-province' }, false],
    [{ is: 'more-than', counts: 'services', organization: 1 }, false],
    [{ is: 'more-than', counts: 'services', organization: 0 }, true],
    [{ is: 'more-than', counts: 'services', individual: 0 }, false],
    [{ is: 'more-than', counts: 'addresses', organization: 1 }, false],
    [{ is: 'registrant-other-than', anyOf: ['entity'] }, false],
    [{ is: 'pre-approval-declared' }, false],
    [{ is: 'changed', fields: ['entity.name'] }, false],
    [{ is: 'changed', fields: ['entity.name'], orOtherType: true }, true],
  ])('%o on the usual filing: %s', (condition, holds) => {
    expect(verdictOf([condition])).toBe(holds ? undefined : 'not-applicable')
  })

  it('sees the change that a change order makes', () => {
    const renamed = makeCase({ application: changeOrder([['entity.name', 'A', 'B']]) })
    const other = makeCase({ application: changeOrder([['entity.mailingAddress', 'A', 'B']]) })
    const condition = [{ is: 'changed', fields: ['entity.name'], orOtherType: true }]
    expect(verdictOf(condition, renamed)).toBeUndefined()
    expect(verdictOf(condition, other)).toBe('not-applicable')
  })

  it('that cannot be known keep a check from finding the rule broken', () => {
    const many = [{ is: 'more-than', counts: 'services', organization: 29, includesFiled: true }]
    const plan = { name: 'document-present', documents: [{ anyOf: ['construction-plan'] }] }
    const later = makeCase({ application: changeOrder([['entity.name', 'A', 'B']]) })
    expect(verdictOf(many, makeCase(), plan)).toBe('not-applicable')
    expect(verdictOf(many, later, plan)).toBe('unsure')
    expect(verdictOf([{ is: 'outside-province' }], makeCase({ application: individualFiling() }), plan)).toBe(
      'not-applicable',
    )
  })
})

describe('lines', () => {
  it('come in review order, the desk’s before the national and the division’s', () => {
    const rules = [
      ruleOf('national:papers', { group: 'documents' }),
      ruleOf('330000:order', { group: 'order' }),
      ruleOf('national:order', { group: 'order' }),
      ruleOf('desk:order', { group: 'order' }),
      ruleOf('national:domain', { group: 'domain' }),
    ]
    expect(idsOf(rules)).toEqual([
      'desk:order',
      'national:order',
      '330000:order',
      'national:domain',
      'national:papers',
    ])
  })

  it('look only at the services that their rule speaks of', () => {
    const websites = { entity: 'both', filingTypes: ['first-filing'], service: 'website' }
    const rule = ruleOf('national:a', {
      appliesTo: websites,
      check: { name: 'forbidden-words', in: ['service-name'], words: ['助手'], match: 'contains' },
    })
    const application = firstFiling({}, { id: 'a' }, { id: 'b', kind: 'app', name: '样例助手' })
    expect(linesOf([rule], makeCase({ application }))[0]?.machine?.verdict).toBe('pass')
  })

  it('that only a person can judge carry no machine verdict', () => {
    expect(linesOf([ruleOf('national:a')])[0]?.machine).toBeNull()
  })
})
