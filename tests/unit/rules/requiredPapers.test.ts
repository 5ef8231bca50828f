import { describe, expect, it } from 'vitest'
import { changeOrder, firstFiling, makeCase } from './caseMaker'
import { makePack, ruleOf } from './packMaker'
import { requiredDocuments } from '../../../shared/rules/requiredDocuments'
import type { JudgedCase } from '../../../shared/rules/judgedCase'

const PLAN = { name: 'document-present', documents: [{ anyOf: ['construction-plan'] }] }
const EACH = { name: 'document-present', documents: [{ anyOf: ['construction-plan'], perService: 'any' }] }

function due(rules: ReadonlyArray<ReturnType<typeof ruleOf>>, filingCase: JudgedCase = makeCase()) {
  return requiredDocuments(makePack(...rules), filingCase, '2026-11-20')
}

describe('what a rule asks for', () => {
  it('comes with the rule, its title, and what answers it', () => {
    const documents = [{ kind: 'construction-plan' as const }, { kind: 'pre-approval' as const }]
    const rule = ruleOf('national:a', { check: PLAN, title: { zh: '方案', en: 'Plan' } })
    expect(due([rule], makeCase({ documents }))).toEqual([
      {
        ruleId: 'national:a',
        rule: { zh: '方案', en: 'Plan' },
        isSure: true,
        kinds: ['construction-plan'],
        face: null,
        personPath: null,
        serviceId: null,
        documentIds: ['d0'],
      },
    ])
  })

  it.each([
    [{ severity: 'reject' }, 1],
    [{ severity: 'return' }, 1],
    [{ severity: 'warn' }, 0],
    [{ severity: 'info' }, 0],
    [{ stage: 'photo' }, 0],
    [{ stage: 'after' }, 0],
    [{ when: [{ is: 'nature', anyOf: ['foundation'] }] }, 0],
    [{ when: [{ is: 'nature', anyOf: ['enterprise'] }] }, 1],
    [{ when: [{ is: 'nature', anyOf: ['enterprise'] }, { is: 'principals-differ' }] }, 0],
  ])('counts where it is due: %j', (change, papers) => {
    expect(due([ruleOf('national:a', { check: PLAN, ...change })])).toHaveLength(papers)
  })

  it.each([
    [{}, true],
    [{ cautions: ['unchecked'] }, false],
    [{ confidence: 'inferred' }, false],
    [{ confidence: 'guide' }, true],
    [{ when: [{ is: 'more-than', counts: 'services', organization: 29, includesFiled: true }] }, false],
    [{ when: [{ is: 'more-than', counts: 'services', organization: 0 }] }, true],
  ])('is insisted on where nothing is open: %j', (change, isSure) => {
    const later = makeCase({ application: changeOrder([['entity.name', 'A', 'B']]) })
    expect(due([ruleOf('national:a', { check: PLAN, ...change })], later)).toMatchObject([{ isSure }])
  })
})

describe('two rules that ask for one paper', () => {
  const idsOf = (...rules: ReadonlyArray<ReturnType<typeof ruleOf>>) =>
    due(rules).map(({ ruleId, serviceId }) => [ruleId, serviceId])
  const unsure = ruleOf('national:a', { check: PLAN, cautions: ['conflict'] })
  const sure = ruleOf('330000:b', { check: PLAN })

  it('ask once: the first that insists, or else the first', () => {
    expect(idsOf(unsure, sure)).toEqual([['330000:b', null]])
    expect(idsOf(ruleOf('national:a', { check: PLAN }), sure)).toEqual([['national:a', null]])
    expect(idsOf(unsure, { ...sure, cautions: ['unchecked'] })).toEqual([['national:a', null]])
  })

  it('ask twice for papers of different kinds or services', () => {
    const other = { ...PLAN, documents: [{ anyOf: ['construction-plan', 'pre-approval'] }] }
    expect(idsOf(sure, ruleOf('330000:c', { check: other }))).toHaveLength(2)
    const two = makeCase({ application: firstFiling({}, { id: 'x' }, { id: 'y' }) })
    expect(due([ruleOf('330000:c', { check: EACH })], two).map(({ serviceId }) => serviceId)).toEqual([
      'x',
      'y',
    ])
  })

  it('ask once where they name the same kinds in another order', () => {
    const one = { ...PLAN, documents: [{ anyOf: ['construction-plan', 'pre-approval'] }] }
    const other = { ...PLAN, documents: [{ anyOf: ['pre-approval', 'construction-plan'] }] }
    expect(idsOf(ruleOf('national:a', { check: one }), ruleOf('national:b', { check: other }))).toEqual([
      ['national:a', null],
    ])
  })
})
