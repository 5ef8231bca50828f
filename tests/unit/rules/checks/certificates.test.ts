import { describe, expect, it } from 'vitest'
import {
  creditCodeCheckCharacter,
  residentIdCheckCharacter,
} from '../../../../shared/domain/identifiers/checkCharacters'
import {
  firstFiling,
  FIRST_FILING,
  individualFiling,
  judged,
  OTHER_PERSON,
  PRINCIPAL,
  pointsAt,
} from '../caseMaker'

const HOLDERS = ['individual', 'entity-principal', 'service-principals']

function residentId(birthDate: string, sequence = '001'): string {
  const body = `330100${birthDate.replaceAll('-', '')}${sequence}`
  return body + residentIdCheckCharacter(body)
}

function bornOn(birthDate: string, sequence?: string): typeof PRINCIPAL {
  return { ...PRINCIPAL, certificate: { ...PRINCIPAL.certificate, number: residentId(birthDate, sequence) } }
}

describe('certificate-number', () => {
  const check = { name: 'certificate-number', holders: HOLDERS, types: ['resident-id'] }

  it('passes the number with its check character', () => {
    expect(judged(check, { application: individualFiling(bornOn('1990-01-01')) }).verdict).toBe('pass')
  })

  it('fails a number with one digit changed, at each place of the form that has it', () => {
    const number = residentId('1990-01-01').replace(/^330100/, '330200')
    const application = individualFiling({ ...PRINCIPAL, certificate: { ...PRINCIPAL.certificate, number } })
    const verdict = judged(check, { application })
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual([
      'application.entity.certificate.number',
      'application.entity.principal.certificate.number',
      'application.services.0.principal.certificate.number',
    ])
    expect(verdict.measured).toContain('check-character')
  })

  it('has nothing to say of other certificates', () => {
    const passport = { ...PRINCIPAL, certificate: { type: 'passport' as const, number: 'E12345678' } }
    expect(judged(check, { application: individualFiling(passport) }).verdict).toBe('not-applicable')
  })

  it('knows the credit code of an organization', () => {
    const code = {
      name: 'certificate-number',
      holders: ['organization'],
      types: ['unified-social-credit-code'],
    }
    const number = (body: string): string => body + creditCodeCheckCharacter(body)
    const filing = (text: string) =>
      firstFiling({ certificate: { ...FIRST_FILING.entity.certificate, number: text } })
    expect(judged(code, { application: filing(number('91330100MA0000007')) }).verdict).toBe('pass')
    const wrong = number('91330100MA0000007').replace('9133', '9134')
    expect(judged(code, { application: filing(wrong) }).verdict).toBe('fail')
  })
})

describe('credit-code-nature', () => {
  const filing = (body: string, nature: 'enterprise' | 'institution') =>
    firstFiling({
      nature,
      certificate: { type: 'unified-social-credit-code', number: body + creditCodeCheckCharacter(body) },
    })

  it.each([
    ['91330100MA0000007', 'enterprise', 'pass'],
    ['12330100MA0000007', 'institution', 'pass'],
    ['91330100MA0000007', 'institution', 'fail'],
    ['Y1330100MA0000007', 'enterprise', 'unsure'],
  ] as const)('%s for %s: %s', (body, nature, expected) => {
    expect(judged({ name: 'credit-code-nature' }, { application: filing(body, nature) }).verdict).toBe(
      expected,
    )
  })
})

describe('certificate-type', () => {
  const travel = {
    name: 'certificate-type',
    holders: ['individual'],
    allowed: ['hkmt-residence-permit'],
    among: ['hkmt-residence-permit', 'hk-macao-permit'],
  }

  it.each([
    ['hkmt-residence-permit', '810000199001010019', 'pass'],
    ['hk-macao-permit', 'H12345678', 'fail'],
    ['resident-id', PRINCIPAL.certificate.number, 'not-applicable'],
  ] as const)('an applicant with %s: %s', (type, number, expected) => {
    const application = individualFiling({
      ...PRINCIPAL,
      certificate: { ...PRINCIPAL.certificate, type, number },
    })
    expect(judged(travel, { application }).verdict).toBe(expected)
  })

  it('compares the certificate of an entity with its nature', () => {
    const check = {
      name: 'entity-certificate-type',
      byNature: { enterprise: ['unified-social-credit-code'], government: ['organisation-code'] },
    }
    expect(judged(check).verdict).toBe('pass')
    expect(judged(check, { application: firstFiling({ nature: 'government' }) }).verdict).toBe('fail')
    expect(judged(check, { application: firstFiling({ nature: 'foundation' }) }).verdict).toBe('unsure')
  })
})

describe('certificate-validity', () => {
  const check = {
    name: 'certificate-validity',
    holders: HOLDERS,
    months: 3,
    comparison: 'more-than',
    on: 'submission',
  }
  const valid = (validTo: string | undefined) => {
    const { validTo: _, ...certificate } = PRINCIPAL.certificate
    const stated = validTo === undefined ? certificate : { ...certificate, validTo: validTo as '2027-01-01' }
    return { application: individualFiling({ ...PRINCIPAL, certificate: stated }) }
  }

  it.each([
    ['2027-02-21', 'pass'],
    ['2027-02-20', 'fail'],
    ['2026-01-01', 'fail'],
    ['long-term', 'pass'],
    [undefined, 'unsure'],
  ])('more than three months from 2026-11-20: %s is %s', (validTo, expected) => {
    expect(judged(check, valid(validTo)).verdict).toBe(expected)
  })

  it('lets the bound itself in where a rule says at least', () => {
    expect(judged({ ...check, comparison: 'at-least' }, valid('2027-02-20')).verdict).toBe('pass')
  })

  it('counts to the last day of a shorter month', () => {
    const verdict = judged(check, { ...valid('2027-02-28'), submittedOn: '2026-11-30' })
    expect(verdict).toMatchObject({ verdict: 'fail', expected: '> 2027-02-28' })
  })

  it('counts from the day of review where the rule says so', () => {
    const today = { ...check, months: 0, comparison: 'at-least', on: 'review' }
    expect(judged(today, { ...valid('2026-12-01'), today: '2026-12-01' }).verdict).toBe('pass')
    expect(judged(today, { ...valid('2026-12-01'), today: '2026-12-02' }).verdict).toBe('fail')
  })

  it('takes an unstated end as none where the rule says so', () => {
    expect(judged({ ...check, whenUnstated: 'pass' }, valid(undefined)).verdict).toBe('pass')
  })
})

describe('age', () => {
  const adult = { name: 'age', persons: ['entity-principal'], min: 18 }
  const at = (birthDate: string, sequence?: string) => ({
    application: individualFiling(bornOn(birthDate, sequence)),
  })

  it.each([
    ['2008-11-20', 'pass'],
    ['2008-11-21', 'fail'],
    ['1990-01-01', 'pass'],
  ])('eighteen on 2026-11-20: born %s is %s', (birthDate, expected) => {
    expect(judged(adult, at(birthDate)).verdict).toBe(expected)
  })

  it('makes somebody born on 29 February older on 1 March', () => {
    expect(judged(adult, { ...at('2008-02-29'), submittedOn: '2026-02-28' }).verdict).toBe('fail')
    expect(judged(adult, { ...at('2008-02-29'), submittedOn: '2026-03-01' }).verdict).toBe('pass')
  })

  it('cannot tell from a passport', () => {
    const passport = { ...PRINCIPAL, certificate: { type: 'passport' as const, number: 'E12345678' } }
    expect(judged(adult, { application: individualFiling(passport) }).verdict).toBe('unsure')
  })

  it('asks young persons for a paper and lets a person read it', () => {
    const young = { ...adult, min: 16, proofBelow: { age: 18, anyOf: ['supplementary'] } }
    expect(judged(young, at('2009-11-20')).verdict).toBe('fail')
    expect(pointsAt(judged(young, at('2009-11-20')))).toContain('missing supplementary')
    expect(judged(young, { ...at('2009-11-20'), documents: [{ kind: 'supplementary' }] }).verdict).toBe(
      'unsure',
    )
    expect(judged(young, at('2010-11-21')).verdict).toBe('fail')
    expect(judged(young, at('2008-11-20')).verdict).toBe('pass')
  })

  it('has an upper bound by sex', () => {
    const retiring = { name: 'age', persons: ['entity-principal'], maxMale: 60, maxFemale: 55 }
    expect(judged(retiring, at('1966-11-20', '001')).verdict).toBe('pass')
    expect(judged(retiring, at('1965-11-20', '001')).verdict).toBe('fail')
    expect(judged(retiring, at('1970-11-20', '002')).verdict).toBe('fail')
  })
})

describe('principals', () => {
  const legal = { name: 'legal-representative', persons: ['entity-principal'], letter: false }
  const other = firstFiling({ principal: OTHER_PERSON })

  it('are the legal representative', () => {
    expect(judged(legal).verdict).toBe('pass')
    expect(judged(legal, { application: other }).verdict).toBe('fail')
    const spaced = firstFiling({ legalRepresentative: '王 样' })
    expect(judged(legal, { application: spaced }).verdict).toBe('pass')
  })

  it('cannot be compared where the form names no legal representative', () => {
    expect(judged(legal, { application: firstFiling({ legalRepresentative: undefined }) }).verdict).toBe(
      'unsure',
    )
  })

  it('may be somebody else with a letter, which a person reads', () => {
    const letter = { ...legal, letter: true }
    expect(pointsAt(judged(letter, { application: other }))).toContain('missing authorization-letter')
    expect(
      judged(letter, { application: other, documents: [{ kind: 'authorization-letter' }] }).verdict,
    ).toBe('unsure')
  })

  it('are one person where the rule says so', () => {
    const same = { name: 'same-person' }
    expect(judged(same).verdict).toBe('pass')
    expect(judged(same, { application: firstFiling({}, { principal: OTHER_PERSON }) }).verdict).toBe('fail')
  })
})
