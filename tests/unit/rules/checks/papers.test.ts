import { describe, expect, it } from 'vitest'
import type { Person } from '../../../../shared/domain/filing'
import { firstFiling, individualFiling, judged, PRINCIPAL, SUBMITTED } from '../caseMaker'

const holding = (change: Partial<Person['certificate']>) => ({
  application: individualFiling({ ...PRINCIPAL, certificate: { ...PRINCIPAL.certificate, ...change } }),
})

describe('temporary-card', () => {
  const check = { name: 'temporary-card', persons: ['entity-principal'], months: 3 }

  it.each([
    ['runs for years from today', { validTo: '2031-05-01' }, 'pass'],
    ['runs for ever', { validTo: 'long-term' }, 'pass'],
    ['runs a day longer than a temporary one may', { validTo: '2027-02-21' }, 'pass'],
    ['runs as long as a temporary one made today', { validTo: '2027-02-20' }, 'unsure'],
    ['ran three months from its first day', { validFrom: SUBMITTED, validTo: '2027-02-20' }, 'fail'],
    ['ran a day longer', { validFrom: '2026-11-19', validTo: '2027-02-20' }, 'pass'],
    ['is old and runs out soon', { validFrom: '2016-12-01', validTo: '2026-12-01' }, 'pass'],
    ['does not say', { validTo: undefined }, 'unsure'],
    ['is no resident card', { type: 'passport' }, 'not-applicable'],
  ] as const)('a card that %s', (_, certificate, expected) => {
    expect(judged(check, holding(certificate)).verdict).toBe(expected)
  })
})

describe('non-mainland-papers', () => {
  const check = {
    name: 'non-mainland-papers',
    persons: ['entity-principal', 'service-principals'],
    accepted: ['hkmt-residence-permit', 'hk-macao-permit'],
    residencePermitMonths: 3,
  }

  it.each([
    ['a resident card', { type: 'resident-id' }, 'not-applicable'],
    ['a travel permit', { type: 'hk-macao-permit' }, 'pass'],
    ['another travel permit', { type: 'taiwan-permit' }, 'fail'],
    ['a passport, of whatever country', { type: 'passport' }, 'unsure'],
    ['a residence permit at the bound', { type: 'hkmt-residence-permit', validTo: '2027-02-20' }, 'fail'],
    ['one above it', { type: 'hkmt-residence-permit', validTo: '2027-02-21' }, 'pass'],
    ['one that does not say', { type: 'hkmt-residence-permit', validTo: undefined }, 'unsure'],
  ] as const)('%s', (_, certificate, expected) => {
    expect(judged(check, holding(certificate)).verdict).toBe(expected)
  })

  it('does not look at validity where the rule does not', () => {
    const { residencePermitMonths: _, ...plain } = check
    expect(judged(plain, holding({ type: 'hkmt-residence-permit', validTo: '2026-12-01' })).verdict).toBe(
      'pass',
    )
  })
})

describe('certificate-type', () => {
  const check = {
    name: 'certificate-type',
    holders: ['individual'],
    allowed: ['resident-id'],
    doubtful: ['hkmt-residence-permit'],
  }

  it.each([
    ['resident-id', 'pass'],
    ['hkmt-residence-permit', 'unsure'],
    ['passport', 'fail'],
  ] as const)('%s, where the rule is older than residence permits: %s', (type, expected) => {
    expect(judged(check, holding({ type })).verdict).toBe(expected)
  })
})

describe('entity-certificate-type', () => {
  const check = { name: 'entity-certificate-type', byNature: { enterprise: ['unified-social-credit-code'] } }

  it('leaves the picture to a person where the rule speaks of it', () => {
    expect(judged(check).verdict).toBe('pass')
    const reads = { ...check, then: 'person-reads' }
    expect(judged(reads).verdict).toBe('unsure')
    const certificate = { type: 'registration-number', number: '330100000000001' } as const
    expect(judged(reads, { application: firstFiling({ certificate }) }).verdict).toBe('fail')
  })
})

describe('photo-look', () => {
  const check = { name: 'photo-look', kinds: ['backdrop-photo'], look: 'clothing' }

  it('is due once there is a photo', () => {
    expect(judged(check).verdict).toBe('not-applicable')
    expect(judged(check, { documents: [{ kind: 'handheld-certificate' }] }).verdict).toBe('not-applicable')
    expect(judged(check, { documents: [{ kind: 'backdrop-photo' }] })).toMatchObject({
      verdict: 'unsure',
      expected: 'clothing',
      evidence: [{ kind: 'document', documentId: 'd0' }],
    })
  })
})

describe('foreign-name', () => {
  const check = { name: 'foreign-name', documents: ['supplementary'] }
  const abroad = (name: string, legalRepresentative: string, remarks: string) => ({
    application: firstFiling(
      {
        legalRepresentative,
        remarks,
        principal: { ...PRINCIPAL, name, certificate: { type: 'passport', number: 'E12345678' } },
      },
      { remarks: '' },
    ),
  })
  const statement = [{ kind: 'supplementary' as const }]

  it.each([
    ['a mainland resident', {}, 'not-applicable'],
    ['one name, in Latin letters', abroad('JOHN DOE', 'JOHN DOE', ''), 'not-applicable'],
    ['a Chinese name in both', abroad('王样', '王样', ''), 'pass'],
    ['two names and nothing more', abroad('JOHN WANG', '王样', ''), 'fail'],
    ['two names and a remark', abroad('JOHN WANG', '王样', '王样即JOHN WANG'), 'fail'],
    ['two names and a statement', { ...abroad('JOHN WANG', '王样', ''), documents: statement }, 'fail'],
    [
      'two names, a remark and a statement',
      { ...abroad('JOHN WANG', '王样', '王样即JOHN WANG'), documents: statement },
      'unsure',
    ],
  ])('%s', (_, options, expected) => {
    expect(judged(check, options).verdict).toBe(expected)
  })
})
