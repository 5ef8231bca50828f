import { describe, expect, it } from 'vitest'
import { firstFiling, individualFiling, OTHER_PERSON, PRINCIPAL } from '../rules/caseMaker'
import type { Application } from '../../../shared/domain/filing'
import { compareRounds } from '../../../shared/review/compareRounds'
import { untouchedEvidence } from '../../../shared/review/untouchedEvidence'
import { CHECKLIST_GROUPS, type ChecklistLine, type Evidence } from '../../../shared/rules/checklist'
import type { JudgedDocument } from '../../../shared/rules/judgedCase'

/** Two websites with a principal each, so that what belongs to which can be told. */
const FORM = firstFiling(
  {},
  { id: 's1', principal: PRINCIPAL, remarks: '甲' },
  { id: 's2', principal: OTHER_PERSON, remarks: '乙' },
)
const [FIRST, SECOND] = FORM.services

const PAPERS: readonly JudgedDocument[] = [
  { id: 'licence', kind: 'business-licence', face: 'page', owner: 'entity', sha256: '1' },
  { id: 'card', kind: 'resident-id', face: 'portrait', owner: 'entity-principal', sha256: '2' },
  { id: 'legal', kind: 'resident-id', face: 'portrait', owner: 'legal-representative', sha256: '3' },
  {
    id: 'card1',
    kind: 'resident-id',
    face: 'portrait',
    owner: 'service-principal',
    serviceId: 's1',
    sha256: '4',
  },
  {
    id: 'card2',
    kind: 'resident-id',
    face: 'portrait',
    owner: 'service-principal',
    serviceId: 's2',
    sha256: '5',
  },
  { id: 'domain1', kind: 'domain-certificate', face: 'page', owner: 'service', serviceId: 's1', sha256: '6' },
  { id: 'domain2', kind: 'domain-certificate', face: 'page', owner: 'service', serviceId: 's2', sha256: '7' },
  { id: 'letter', kind: 'authorization-letter', face: 'page', owner: 'service', sha256: '8' },
]

interface Change {
  readonly application?: Application
  readonly documents?: readonly JudgedDocument[]
  readonly before?: Application
}

function untouchedAfter({ application, documents = PAPERS, before = FORM }: Change) {
  const rounds = {
    before: { application: before, documents: PAPERS },
    after: { application: application ?? before, documents },
  }
  return untouchedEvidence(rounds, compareRounds(rounds.before, rounds.after))
}

/** The paper with other bytes. */
function renewed(id: string): Change {
  return { documents: PAPERS.map((paper) => (paper.id === id ? { ...paper, sha256: 'new' } : paper)) }
}

function lineOf(group: ChecklistLine['group'], evidence: readonly Evidence[] = []): ChecklistLine {
  const machine = evidence.length === 0 ? null : { verdict: 'unsure' as const, evidence: [...evidence] }
  return { group, machine } as unknown as ChecklistLine
}

const field = (path: string): Evidence => ({ kind: 'field', path: `application.${path}` })
const paper = (documentId: string): Evidence => ({ kind: 'document', documentId })
const missing = (documentKind: string): Evidence => ({ kind: 'missing-document', documentKind })

/** One thing of each area, as a line names it. */
const NAMED: Readonly<Record<string, Evidence>> = {
  order: field('filingType'),
  entity: field('entity.remarks'),
  'entity-principal': field('entity.principal.email'),
  'service s1': field('services[0].homepage'),
  'service s2': field('services.1.homepage'),
  'principal of s1': field('services.0.principal.email'),
  'principal of s2': field('services.1.principal.email'),
}

/** Areas in which a line that names something else there is not what it was. */
function touchedAreas(change: Change): readonly string[] {
  const untouched = untouchedAfter(change)
  return Object.entries(NAMED)
    .filter(([, evidence]) => !untouched.of(lineOf('other', [evidence]), 'after'))
    .map(([name]) => name)
}

/** Groups whose lines without evidence are not what they were. */
function touchedGroups(change: Change): readonly string[] {
  const untouched = untouchedAfter(change)
  return CHECKLIST_GROUPS.filter((group) => !untouched.of(lineOf(group), 'after'))
}

const ANYTHING = ['order', 'documents', 'verification', 'other']

function changed(part: Parameters<typeof firstFiling>[0], first: object = {}, second: object = {}): Change {
  return { application: firstFiling(part, { ...FIRST, ...first }, { ...SECOND, ...second }) }
}

describe('what a change of the filing touches', () => {
  it.each<[string, Change, readonly string[], readonly string[]]>([
    ['the entity', changed({ name: '样例银河' }), ['entity'], ['entity', 'persons', 'service', 'domain']],
    [
      'its principal',
      changed({ principal: { ...PRINCIPAL, mobile: '13800000009' } }),
      ['entity-principal'],
      ['entity', 'persons'],
    ],
    ['a service', changed({}, { remarks: '丙' }), ['service s1'], ['service', 'domain', 'access']],
    [
      'the other service',
      changed({}, {}, { remarks: '丙' }),
      ['service s2'],
      ['service', 'domain', 'access'],
    ],
    [
      'the principal of a service',
      changed({}, {}, { principal: { ...OTHER_PERSON, mobile: '13800000009' } }),
      ['principal of s2'],
      ['persons'],
    ],
    ['the licence', renewed('licence'), ['entity'], ['entity', 'persons', 'service', 'domain']],
    [
      'the principal’s card',
      renewed('card'),
      ['entity-principal', 'principal of s1', 'principal of s2'],
      ['entity', 'persons'],
    ],
    [
      'the legal representative’s card',
      renewed('legal'),
      ['entity', 'entity-principal', 'principal of s1', 'principal of s2'],
      ['entity', 'persons', 'service', 'domain'],
    ],
    ['the card of one service', renewed('card1'), ['principal of s1'], ['persons']],
    ['the card of the other', renewed('card2'), ['principal of s2'], ['persons']],
    ['the certificate of one domain', renewed('domain1'), ['service s1'], ['service', 'domain', 'access']],
    [
      'a paper of every service',
      renewed('letter'),
      ['service s1', 'service s2'],
      ['service', 'domain', 'access'],
    ],
    ['nothing', {}, [], []],
  ])('%s', (_, change, areas, groups) => {
    expect(touchedAreas(change)).toEqual(areas)
    const all = areas.length === 0 ? [] : [...groups, ...ANYTHING]
    expect(touchedGroups(change)).toEqual(CHECKLIST_GROUPS.filter((group) => all.includes(group)))
  })

  it('of an individual, entity and person are one', () => {
    const before = individualFiling()
    const both = ['entity', 'entity-principal']
    const principals = ['principal of s1', 'principal of s2']
    const touched = (id: string) => touchedAreas({ ...renewed(id), before })
    expect(touched('licence')).toEqual(both)
    // The form of an individual has one website here, and no second one to name.
    expect(touched('card')).toEqual([...both, ...principals.slice(0, 1)])
  })

  it('an order, as a whole, is touched by what it asks for alone', () => {
    const { entity, services } = FORM
    const claim = (entityIcpNumber: string): Application => ({
      filingType: 'claim',
      existing: { entityIcpNumber },
      entity,
      services,
    })
    const change = { before: claim('浙ICP备1号'), application: claim('浙ICP备2号') }
    expect(touchedAreas(change)).toEqual(['order'])
    expect(touchedGroups(change)).toEqual(CHECKLIST_GROUPS.filter((group) => ANYTHING.includes(group)))
  })

  it('where there are no services, is looked for in none', () => {
    const cancelled = (reason: string): Application => ({
      filingType: 'cancel-entity',
      existing: { entityIcpNumber: '浙ICP备12345678号' },
      entity: FORM.entity,
      reason,
    })
    const before = cancelled('停办')
    const application = cancelled('不办了')
    expect(touchedAreas({ before, application })).toEqual([
      'order',
      'service s1',
      'service s2',
      'principal of s1',
      'principal of s2',
    ])
    expect(touchedGroups({ before, application })).toEqual(
      CHECKLIST_GROUPS.filter((group) => ANYTHING.includes(group)),
    )
    expect(touchedAreas({ before, ...renewed('licence') })).toEqual(['entity'])
  })
})

describe('a line', () => {
  const change = renewed('domain1')
  const stands = (...evidence: readonly Evidence[]) =>
    untouchedAfter(change).of(lineOf('other', evidence), 'after')

  it('stands only while everything that it names does', () => {
    expect(stands(field('entity.name'))).toBe(true)
    expect(stands(field('entity.name'), paper('licence'), paper('card2'))).toBe(true)
    expect(stands(field('entity.name'), paper('domain1'))).toBe(false)
    expect(stands(paper('domain1'), field('entity.name'))).toBe(false)
    // The other paper of the touched service is read together with it; a missing paper stands for no area.
    expect(stands(paper('letter'))).toBe(false)
    expect(stands(missing('pre-approval'))).toBe(true)
    expect(stands(missing('domain-certificate'))).toBe(false)
  })

  it('is told apart by side where services change places', () => {
    const application = firstFiling({}, { ...SECOND, remarks: '丙' }, { ...FIRST })
    const untouched = untouchedAfter({ application })
    const own = (index: number, side: 'before' | 'after') =>
      untouched.of(lineOf('service', [field(`services.${String(index)}.homepage`)]), side)
    expect([own(0, 'before'), own(1, 'before')]).toEqual([true, false])
    expect([own(0, 'after'), own(1, 'after')]).toEqual([false, true])
  })

  it('of the eleventh service is no line of the second', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...FIRST,
      id: `s${String(index)}`,
      remarks: '甲',
    }))
    const before = firstFiling({}, ...many)
    const application = firstFiling(
      {},
      ...many.map((own, index) => (index === 11 ? { ...own, remarks: '乙' } : own)),
    )
    const untouched = untouchedAfter({ before, application })
    const stand = [1, 10, 11].map((index) =>
      untouched.of(lineOf('service', [field(`services.${String(index)}.homepage`)]), 'after'),
    )
    expect(stand).toEqual([true, true, false])
  })
})

describe('what evidence names', () => {
  const { isSame } = untouchedAfter({
    ...changed({ principal: { ...PRINCIPAL, mobile: '13800000009' } }),
    documents: [
      ...PAPERS.slice(2),
      { id: 'form', kind: 'verification-form', face: 'page', owner: 'entity', sha256: '9' },
    ],
  })

  it.each<[Evidence, boolean]>([
    [field('entity.principal.mobile'), false],
    [field('entity.principal'), false],
    [field('entity'), false],
    [field('entity.principal.mobile.0'), false],
    [field('entity.principal.name'), true],
    [field('entity.principal.mobil'), true],
    [field('services.0'), true],
    [paper('legal'), true],
    [paper('licence'), false],
    [paper('nowhere'), false],
    [missing('business-licence'), false],
    [missing('resident-id'), false],
    [missing('verification-form'), false],
    [missing('pre-approval'), true],
  ])('%j is the same: %s', (evidence, expected) => {
    expect(isSame(evidence, 'after')).toBe(expected)
  })
})
