import { describe, expect, it } from 'vitest'
import { changeOrder, FIRST_FILING, individualFiling, makeCase, SUBMITTED } from './caseMaker'
import { makePack, ruleOf } from './packMaker'
import type { Application } from '../../../shared/domain/filing'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import type { Case } from '../../../shared/protocol/case'
import { checklistLineSchema } from '../../../shared/rules/checklist'
import type { ChecklistPlanner } from '../../../shared/rules/checklistPlan'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import { diffPacks } from '../../../shared/rules/diffPacks'

type Subject = Parameters<ChecklistPlanner>[0]

const SUBJECT: Subject = {
  province: '330000',
  filingType: 'first-filing',
  entityKind: 'organization',
  serviceKinds: ['website'],
  on: '2026-11-20',
  gating: ['provider-review'],
}

describe('plans of a pack', () => {
  const pack = makePack(
    ruleOf('national:a', { effectiveFrom: '2026-05-01', effectiveTo: '2026-06-30' }),
    ruleOf('330000:b', { effectiveFrom: '2026-08-01' }),
    ruleOf('national:c', { appliesTo: { entity: 'both', filingTypes: ['first-filing'], service: 'app' } }),
    ruleOf('national:d', { stage: 'photo' }),
  )
  const idsOn = (part: Partial<Subject>) =>
    pack.planChecklist({ ...SUBJECT, ...part }).map(({ rule }) => rule.id)

  it.each([
    ['2026-04-30', []],
    ['2026-05-01', ['national:a']],
    ['2026-06-30', ['national:a']],
    ['2026-07-01', []],
    ['2026-07-31', []],
    ['2026-08-01', ['330000:b']],
  ])('turn on the days on which a rule begins or has ended: %s', (on, ids) => {
    expect(idsOn({ on })).toEqual([
      ...ids.filter((id) => !id.startsWith('3')),
      'national:d',
      ...ids.filter((id) => id.startsWith('3')),
    ])
  })

  it('are shared by filings of one kind and period, and by no others', () => {
    const plan = pack.planChecklist(SUBJECT)
    expect(pack.planChecklist({ ...SUBJECT, on: '2026-12-24', serviceKinds: ['website', 'website'] })).toBe(
      plan,
    )
    const both = pack.planChecklist({ ...SUBJECT, serviceKinds: ['website', 'app'] })
    expect(pack.planChecklist({ ...SUBJECT, serviceKinds: ['app', 'website'] })).toBe(both)
    const others: ReadonlyArray<Partial<Subject>> = [
      { province: '110000' },
      { filingType: 'change' },
      { entityKind: 'individual' },
      { serviceKinds: ['app'] },
      { serviceKinds: [] },
      { on: '2026-07-15' },
      { gating: [] },
      { gating: ['photo'] },
      { gating: ['provider-review', 'photo'] },
    ]
    for (const part of others) {
      expect(pack.planChecklist({ ...SUBJECT, ...part }), JSON.stringify(part)).not.toBe(plan)
    }
    expect(idsOn({ serviceKinds: ['app'] })).toContain('national:c')
    expect(idsOn({ serviceKinds: [] })).not.toContain('national:c')
  })
})

describe('a line', () => {
  it('says what its rule says, without what the rule leaves out', () => {
    const [plain] = evaluateChecklist(makePack(ruleOf('national:a')), makeCase(), SUBMITTED)
    expect(plain).toEqual({
      id: 'national:a',
      group: 'other',
      stage: 'provider-review',
      title: { zh: 'national:a', en: 'national:a' },
      requirement: { zh: 'national:a', en: 'national:a' },
      severity: 'return',
      blocking: true,
      cautions: [],
      confidence: 'published',
      source: { key: 'test', name: 'Test', url: null, date: '2026-01-01', reliability: 'high' },
      effectiveFrom: null,
      effectiveTo: null,
      facts: [],
      corroboratedBy: [],
      conflictsWith: [],
      concern: { entity: 'both', filingTypes: FILING_TYPES, service: 'both', conditions: [] },
      machine: null,
      reasonIds: [],
    })
    expect(Object.keys(plain ?? {})).not.toContain('sampled')
  })

  it('carries basis, samples, sources and conflicts, with and without a word of the machine', () => {
    const more = {
      effectiveToBasis: { zh: '推算', en: 'Reckoned' },
      effectiveTo: '2027-12-31',
      sampled: 'access',
      corroboratedBy: ['test'],
      conflictsWith: [{ source: 'test', says: { zh: '可以', en: 'yes' } }],
      cautions: ['conflict'],
      reasonIds: ['r1'],
    }
    const check = { name: 'document-present', documents: [{ anyOf: ['construction-plan'] }] }
    const pack = makePack(ruleOf('national:a', more), ruleOf('national:b', { ...more, check }))
    for (const line of evaluateChecklist(pack, makeCase(), SUBMITTED)) {
      expect(checklistLineSchema.parse(line)).toEqual(line)
      expect(line).toMatchObject({
        effectiveToBasis: { zh: '推算', en: 'Reckoned' },
        effectiveTo: '2027-12-31',
        sampled: 'access',
        corroboratedBy: [{ key: 'test', name: 'Test' }],
        conflictsWith: [{ name: { zh: 'Test', en: 'Test' }, says: { zh: '可以', en: 'yes' } }],
        reasonIds: ['r1'],
      })
    }
  })
})

describe('cautions of a line', () => {
  it.each([
    [{ confidence: 'inferred' }, ['inferred']],
    [{ confidence: 'inferred', cautions: ['unchecked'] }, ['inferred', 'unchecked']],
    [{ confidence: 'inferred', cautions: ['unchecked', 'inferred'] }, ['unchecked', 'inferred']],
    [{ cautions: ['unchecked'] }, ['unchecked']],
  ])('tell once what was only concluded: %j', (change, cautions) => {
    const [line] = evaluateChecklist(makePack(ruleOf('national:a', change)), makeCase(), SUBMITTED)
    expect(line?.cautions).toEqual(cautions)
  })
})

describe('what answers for a line', () => {
  const look = ruleOf('national:look', { topic: 'pictures' })
  const blocking = (rules: ReadonlyArray<ReturnType<typeof ruleOf>>, filingCase: Case = makeCase()) =>
    evaluateChecklist(makePack(...rules), filingCase, SUBMITTED).map((line) => line.blocking)

  it('is no line that is answered for itself, nor any line without a topic', () => {
    const chained = { topic: 'pictures', judgedWith: 'pictures' }
    expect(blocking([ruleOf('national:a', chained), ruleOf('national:b', chained)])).toEqual([true, true])
    expect(blocking([look, ruleOf('national:a')])).toEqual([true, true])
  })

  it('lets a line of the machine block only where it is found broken', () => {
    const asked = {
      judgedWith: 'pictures',
      check: { name: 'document-present', documents: [{ anyOf: ['pre-approval'] }] },
    }
    const rules = [look, ruleOf('national:same', asked)]
    expect(blocking(rules)).toEqual([true, true])
    expect(blocking(rules, makeCase({ documents: [{ kind: 'pre-approval' }] }))).toEqual([true, false])
    const concerned = ruleOf('national:same', {
      judgedWith: 'pictures',
      when: [{ is: 'nature', anyOf: ['enterprise'] }],
    })
    expect(blocking([look, concerned])).toEqual([true, false])
  })

  it('is nobody else where an entity is cancelled, which has no services', () => {
    const application: Application = {
      filingType: 'cancel-entity',
      reason: '不再办网站',
      entity: FIRST_FILING.entity,
      existing: { entityIcpNumber: '浙ICP备12345678号' },
    }
    expect(blocking([ruleOf('national:a', { appScopeInferred: true })], makeCase({ application }))).toEqual([
      true,
    ])
  })
})

describe('the step that is decided', () => {
  const decided = (verdict: string, round = 1) => ({ round, decision: { verdict } })
  const gated = (filingCase: unknown) =>
    evaluateChecklist(
      makePack(ruleOf('national:a'), ruleOf('national:photo', { stage: 'photo' })),
      filingCase as Case,
      SUBMITTED,
    ).map((line) => line.blocking)
  const reviewed = makeCase({ documents: [{ kind: 'business-licence' }] })
  const photographed = makeCase({ documents: [{ kind: 'business-licence' }, { kind: 'backdrop-photo' }] })

  it.each([
    ['nothing decided', reviewed, 'pending-review', [], [true, false]],
    ['returned', reviewed, 'pending-review', [decided('return')], [true, false]],
    ['passed', reviewed, 'pending-photo', [decided('pass')], [false, false]],
    ['passed, photo there', photographed, 'pending-review', [decided('pass')], [false, true]],
    ['second look at a pass', reviewed, 'second-review', [decided('pass')], [true, false]],
    [
      'second look at the photo',
      photographed,
      'second-review',
      [decided('pass'), decided('pass')],
      [false, true],
    ],
    ['second look at a return', reviewed, 'second-review', [decided('return')], [true, false]],
  ])('is asked again only where it is open: %s', (_, filingCase, state, decisions, expected) => {
    expect(gated({ ...filingCase, state, decisions })).toEqual(expected)
  })

  it('is asked of a blind second look as of one that sees the first', () => {
    const blind = { state: 'second-review', blind: true } as const
    expect(gated({ ...reviewed, ...blind, decisions: [] })).toEqual([true, false])
    expect(gated({ ...photographed, ...blind, decisions: [decided('pass')] })).toEqual([false, true])
  })
})

describe('conditions that are open', () => {
  const open = { is: 'more-than', counts: 'services', organization: 29, includesFiled: true }
  const met = { is: 'nature', anyOf: ['enterprise'] }
  const later = changeOrder([['entity.name', 'A', 'B']])
  const verdictOf = (when: readonly unknown[], documents: Parameters<typeof makeCase>[0]) => {
    const check = { name: 'document-present', documents: [{ anyOf: ['construction-plan'] }] }
    const [line] = evaluateChecklist(
      makePack(ruleOf('national:a', { when, check })),
      makeCase({ application: later, ...documents }),
      SUBMITTED,
    )
    return line?.machine?.verdict
  }

  it('make nothing unsure but a broken rule, whatever else holds', () => {
    expect(verdictOf([met, open], {})).toBe('unsure')
    expect(verdictOf([open, met], { documents: [{ kind: 'construction-plan' }] })).toBe('pass')
    expect(verdictOf([met], {})).toBe('fail')
    expect(verdictOf([], {})).toBe('fail')
    expect(verdictOf([open], { application: individualFiling() })).toBe('not-applicable')
  })
})

describe('rules that give way', () => {
  const idsOf = (...rules: ReadonlyArray<ReturnType<typeof ruleOf>>) =>
    evaluateChecklist(makePack(...rules), makeCase(), SUBMITTED).map(({ id }) => id)

  it('do so for a successor of the division as well, and push nothing out then', () => {
    const general = ruleOf('national:a', { topic: 'margin', yieldsToProvince: true })
    const old = ruleOf('330000:old', { topic: 'margin', supersededBy: '330000:new' })
    expect(idsOf(general, old, ruleOf('330000:new'))).toEqual(['national:a', '330000:new'])
  })

  it('do not give way for want of a topic', () => {
    expect(idsOf(ruleOf('national:a', { yieldsToProvince: true }), ruleOf('330000:b'))).toHaveLength(2)
  })
})

it('a rule whose check is new is told as one field', () => {
  const check = { name: 'document-present', documents: [{ anyOf: ['construction-plan'] }] }
  const [changed] = diffPacks(makePack(ruleOf('desk:a')), makePack(ruleOf('desk:a', { check }))).changed
  expect(changed?.fields).toEqual([{ field: 'check', before: null, after: { ...check, then: 'pass' } }])
})
