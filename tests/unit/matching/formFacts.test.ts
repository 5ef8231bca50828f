import { describe, expect, it } from 'vitest'
import {
  FIRST_FILING,
  firstFiling,
  individualFiling,
  OTHER_PERSON,
  PRINCIPAL,
  WEBSITE,
} from '../rules/caseMaker'
import { DOCUMENT_KINDS, DOCUMENT_OWNERS, type DocumentKind } from '../../../shared/domain/documentKinds'
import type { Application, Person } from '../../../shared/domain/filing'
import { crossMatrix, type DocumentReading } from '../../../shared/matching/crossMatrix'
import { formFacts } from '../../../shared/matching/formFacts'
import { READ_FIELDS } from '../../../shared/reading/readField'

const ENTITY = 'application.entity'
const SERVICE = 'application.services.0'

/** Every fact in one line: of whom, what, where, and how it is compared. */
function linesOf(application: Application): readonly string[] {
  return formFacts(application).map(
    ({ subject, fact, path, value, form }) => `${subject} ${fact} | ${path} | ${value ?? 'null'} | ${form}`,
  )
}

function person(certificate: Partial<Person['certificate']>): Person {
  return { ...PRINCIPAL, certificate: { ...PRINCIPAL.certificate, ...certificate } }
}

/** A paper on which everything that can be read was read; each value says of which field it is. */
function fullPaper(part: Partial<DocumentReading>): DocumentReading {
  return {
    documentId: 'd1',
    kind: 'business-licence',
    face: 'face',
    owner: 'entity',
    fields: READ_FIELDS.map((field) => ({
      field,
      value: field,
      confidence: 1,
      proof: 'none',
      places: [],
      isCorrected: false,
    })),
    ...part,
  }
}

/** The facts beside which the paper is shown: of whom, what, in which column, from which field. */
function shownBeside(application: Application, part: Partial<DocumentReading>): readonly string[] {
  return crossMatrix(application, [fullPaper(part)], '2026-11-22').flatMap(({ subject, fact, cells }) =>
    cells.map(({ column, field }) => `${subject} ${fact}: ${column} ${field}`),
  )
}

describe('the facts of a form', () => {
  it('of an organization stand with place, value and way of comparing', () => {
    const other = { ...OTHER_PERSON.certificate, validFrom: '2021-05-01' }
    const application = firstFiling({}, { principal: { ...OTHER_PERSON, certificate: other } })
    const { number, address } = PRINCIPAL.certificate
    expect(linesOf(firstFiling({}, { principal: PRINCIPAL }))).toEqual([
      `entity company | ${ENTITY}.name | 样例星河科技有限公司 | name`,
      `entity credit-code | ${ENTITY}.certificate.number | 91330100MA00000072 | number`,
      `entity qr-code | ${ENTITY}.certificate.number | 91330100MA00000072 | qr-code`,
      `entity legal-representative | ${ENTITY}.legalRepresentative | 王样 | name`,
      `entity address | ${ENTITY}.certificate.address | 浙江省杭州市滨江区样例街2号 | address`,
      `entity validity | ${ENTITY}.certificate.validTo | long-term | date`,
      `entity-principal name | ${ENTITY}.principal.name | 王样 | name`,
      `entity-principal number | ${ENTITY}.principal.certificate.number | ${number} | number`,
      `entity-principal address | ${ENTITY}.principal.certificate.address | ${address ?? ''} | address`,
      `entity-principal issuing-region | ${ENTITY}.principal.certificate.address | 浙江省 | region`,
      `entity-principal issuer | ${ENTITY}.principal.certificate.address | ${address ?? ''} | authority`,
      `entity-principal validity | ${ENTITY}.principal.certificate.validTo | 2031-05-01 | date`,
      `domain domain | ${SERVICE}.domains.0.name | xinghe.example | domain`,
      `domain registrant | ${SERVICE}.domains.0.registrantName | 样例星河科技有限公司 | name`,
      `domain validity | ${SERVICE}.domains.0.expiresAt | 2028-01-01 | date`,
    ])
    expect(linesOf(application).filter((line) => line.startsWith('service-principal'))).toEqual([
      `service-principal name | ${SERVICE}.principal.name | 李例 | name`,
      `service-principal number | ${SERVICE}.principal.certificate.number | ${OTHER_PERSON.certificate.number} | number`,
      `service-principal address | ${SERVICE}.principal.certificate.address | ${address ?? ''} | address`,
      `service-principal issuing-region | ${SERVICE}.principal.certificate.address | 浙江省 | region`,
      `service-principal issuer | ${SERVICE}.principal.certificate.address | ${address ?? ''} | authority`,
      `service-principal valid-from | ${SERVICE}.principal.certificate.validFrom | 2021-05-01 | date`,
      `service-principal validity | ${SERVICE}.principal.certificate.validTo | 2031-05-01 | date`,
    ])
  })

  it('of an individual are name and number; papers say them of the person', () => {
    expect(linesOf(individualFiling()).slice(0, 3)).toEqual([
      `entity name | ${ENTITY}.name | 王样 | name`,
      `entity number | ${ENTITY}.certificate.number | 330100199001010036 | number`,
      `entity-principal name | ${ENTITY}.principal.name | 王样 | name`,
    ])
  })

  it('of a person without a resident’s card have no place of issue, and a first day only where the form has one', () => {
    const factsOf = (principal: Person) =>
      formFacts(firstFiling({ principal }, { principal }))
        .filter(({ subject }) => subject === 'entity-principal')
        .map(({ fact }) => fact)
    expect(factsOf(person({ type: 'passport' }))).toEqual(['name', 'number', 'address', 'validity'])
    expect(factsOf(person({ type: 'passport', validFrom: '2021-05-01' }))).toEqual([
      'name',
      'number',
      'address',
      'valid-from',
      'validity',
    ])
  })

  it('that the form leaves empty have no value', () => {
    const { address: _address, validTo: _validTo, ...certificate } = FIRST_FILING.entity.certificate
    const bare = firstFiling({ certificate, legalRepresentative: undefined })
    expect(
      formFacts(bare)
        .filter(({ value }) => value === null)
        .map(({ fact }) => fact),
    ).toEqual(['legal-representative', 'address', 'validity'])
  })

  it('of a second domain of a second service stand at their place', () => {
    const domains = [...WEBSITE.domains, ...WEBSITE.domains.map((own) => ({ ...own, name: 'b.example' }))]
    const paths = formFacts(firstFiling({}, { id: 'a', domains: [] }, { id: 'b', domains })).map(
      ({ path }) => path,
    )
    expect(paths.filter((path) => path.endsWith('domains.1.name'))).toEqual([
      'application.services.1.domains.1.name',
    ])
  })

  it('are those of entity and principal where an entity is cancelled', () => {
    const application: Application = {
      filingType: 'cancel-entity',
      entity: FIRST_FILING.entity,
      existing: { entityIcpNumber: '浙ICP备12345678号' },
      reason: '不再办网站',
    }
    expect([...new Set(formFacts(application).map(({ subject }) => subject))]).toEqual([
      'entity',
      'entity-principal',
    ])
  })
})

describe('beside which facts a paper is shown', () => {
  const licence = [
    'entity company: licence company',
    'entity credit-code: licence number',
    'entity qr-code: licence qr-code',
    'entity legal-representative: licence legal-representative',
    'entity address: licence address',
    'entity validity: licence valid-to',
  ]
  const holder = ['entity-principal name: identity name', 'entity-principal number: identity number']
  const passport = [
    ...holder,
    'entity-principal address: identity address',
    'entity-principal validity: identity valid-to',
  ]
  const card = [
    ...passport.slice(0, 3),
    'entity-principal issuing-region: identity number',
    'entity-principal issuer: identity issuer',
    ...passport.slice(3),
  ]
  const certificate = [
    'domain domain: domain-certificate domain',
    'domain registrant: domain-certificate registrant',
    'domain validity: domain-certificate valid-to',
  ]
  const statement = [
    'entity company: statement name',
    'entity credit-code: statement number',
    'domain domain: statement domain',
  ]

  it.each<[DocumentKind, DocumentReading['owner'], readonly string[]]>([
    ['business-licence', 'entity', licence],
    ['foundation-certificate', 'entity', licence],
    ['foreign-representative-office', 'entity', licence],
    ['business-licence', 'service', []],
    ['resident-id', 'entity-principal', card],
    ['resident-id', 'service-principal', card],
    ['resident-id', 'legal-representative', []],
    ['resident-id', 'entity', []],
    ['passport', 'entity-principal', passport],
    ['taiwan-permit', 'service-principal', passport],
    ['residence-permit', 'entity-principal', holder],
    ['domain-certificate', 'service', certificate],
    ['verification-form', 'service', statement],
    ['authorization-letter', 'entity', []],
    ['backdrop-photo', 'service-principal', []],
  ])('%s of %s', (kind, owner, expected) => {
    expect(shownBeside(FIRST_FILING, { kind, owner })).toEqual(expected)
  })

  it('a first day of validity beside its own', () => {
    const principal = person({ validFrom: '2021-05-01' })
    expect(
      shownBeside(firstFiling({ principal }), { kind: 'passport', owner: 'entity-principal' }),
    ).toContain('entity-principal valid-from: identity valid-from')
  })

  it('a statement beside name and number of an individual', () => {
    expect(shownBeside(individualFiling(), { kind: 'verification-form', owner: 'entity' })).toEqual([
      'entity name: statement name',
      'entity number: statement number',
      'domain domain: statement domain',
    ])
    expect(shownBeside(individualFiling(), { kind: 'business-licence' })).toEqual([])
  })

  it('none of several services when it names none, and only the named one otherwise', () => {
    const two = firstFiling({}, { id: 'a', principal: OTHER_PERSON }, { id: 'b' })
    const beside = (part: Partial<DocumentReading>) =>
      crossMatrix(two, [fullPaper(part)], '2026-11-22')
        .filter(({ cells }) => cells.length > 0)
        .map(({ path }) => path)
    expect(beside({ kind: 'domain-certificate', owner: 'service' })).toEqual([])
    expect(beside({ kind: 'domain-certificate', owner: 'service', serviceId: 'b' })).toEqual(
      ['name', 'registrantName', 'expiresAt'].map((name) => `application.services.1.domains.0.${name}`),
    )
    // Who stands for the entity and for the second service brings the papers of both.
    const card = { kind: 'passport', owner: 'service-principal' } as const
    expect(beside({ ...card, serviceId: 'b' })[0]).toBe(`${ENTITY}.principal.name`)
    expect(beside({ ...card, serviceId: 'a' })[0]).toBe('application.services.0.principal.name')
    expect(beside(card)).toEqual([])
    // Of a service that the form does not have (any more), though there is only one.
    const gone = { kind: 'domain-certificate', owner: 'service', serviceId: 'gone' } as const
    expect(shownBeside(FIRST_FILING, gone)).toEqual([])
  })

  it('two people who share a number or a name, each for themselves', () => {
    const card = { kind: 'passport', owner: 'service-principal' } as const
    const namesake = person({ number: OTHER_PERSON.certificate.number })
    expect(shownBeside(firstFiling({}, { principal: namesake }), card)[0]).toBe(
      'service-principal name: identity name',
    )
    const sameNumber = { ...PRINCIPAL, name: '李例' }
    expect(shownBeside(firstFiling({}, { principal: sameNumber }), card)[0]).toBe(
      'service-principal name: identity name',
    )
  })

  it('never in a column of another kind of paper', () => {
    const columns = new Map<string, Set<string>>()
    for (const kind of DOCUMENT_KINDS) {
      for (const owner of DOCUMENT_OWNERS) {
        for (const line of shownBeside(FIRST_FILING, { kind, owner })) {
          const column = line.split(': ')[1]?.split(' ')[0] ?? ''
          columns.set(kind, (columns.get(kind) ?? new Set()).add(column))
        }
      }
    }
    expect([...columns.values()].every(({ size }) => size === 1)).toBe(true)
    expect([...columns].filter(([, own]) => own.has('domain-certificate')).map(([kind]) => kind)).toEqual([
      'domain-certificate',
    ])
  })
})
