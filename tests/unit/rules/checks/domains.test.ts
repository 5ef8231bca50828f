import { describe, expect, it } from 'vitest'
import type { Service } from '../../../../shared/domain/filing'
import { changeOrder, firstFiling, individualFiling, judged, pointsAt, WEBSITE } from '../caseMaker'

type Domain = Service['domains'][number]

const [DOMAIN] = WEBSITE.domains

function withDomains(...domains: ReadonlyArray<Partial<Domain>>) {
  if (DOMAIN === undefined) {
    throw new Error('The website has a domain')
  }
  return { application: firstFiling({}, { domains: domains.map((domain) => ({ ...DOMAIN, ...domain })) }) }
}

describe('domain-validity', () => {
  const margin = {
    name: 'domain-validity',
    days: 90,
    daysByProvince: { '310000': 180 },
    comparison: 'more-than',
    on: 'submission',
  }

  it.each([
    ['330000', '2027-02-18', 'fail'],
    ['330000', '2027-02-19', 'pass'],
    ['310000', '2027-05-19', 'fail'],
    ['310000', '2027-05-20', 'pass'],
  ])('in %s until %s: %s', (province, expiresAt, expected) => {
    expect(judged(margin, { ...withDomains({ expiresAt }), province }).verdict).toBe(expected)
  })

  it('counts months by the calendar', () => {
    const months = { name: 'domain-validity', months: 3, comparison: 'more-than', on: 'submission' }
    expect(judged(months, withDomains({ expiresAt: '2027-02-20' }))).toMatchObject({
      verdict: 'fail',
      expected: '> 2027-02-20',
    })
    expect(judged(months, withDomains({ expiresAt: '2027-02-21' })).verdict).toBe('pass')
  })

  it('lets a domain expire on the day of review and not before', () => {
    const today = { name: 'domain-validity', days: 0, comparison: 'at-least', on: 'review' }
    expect(judged(today, { ...withDomains({ expiresAt: '2026-12-01' }), today: '2026-12-01' }).verdict).toBe(
      'pass',
    )
    expect(judged(today, { ...withDomains({ expiresAt: '2026-12-01' }), today: '2026-12-02' }).verdict).toBe(
      'fail',
    )
  })

  it('shows the domain that fails and no other', () => {
    const verdict = judged(margin, withDomains({}, { expiresAt: '2026-12-01' }))
    expect(pointsAt(verdict)).toEqual(['application.services.0.domains.1.expiresAt'])
  })
})

describe('domain-registrant', () => {
  const check = {
    name: 'domain-registrant',
    individual: ['entity'],
    organization: ['entity', 'legal-representative', 'role-proof'],
  }
  const strict = { ...check, organization: ['entity'] }

  it('is the entity, with its certificate number', () => {
    expect(judged(check).verdict).toBe('pass')
    const verdict = judged(check, withDomains({ registrantCertificateNumber: '91330100MA00000000' }))
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(['application.services.0.domains.0.registrantCertificateNumber'])
  })

  it('may be written with other brackets and spaces', () => {
    const name = '样例（杭州）科技有限公司'
    const domains = WEBSITE.domains.map((domain) => ({
      ...domain,
      registrantName: '样例(杭州) 科技有限公司',
    }))
    expect(judged(check, { application: firstFiling({ name }, { domains }) }).verdict).toBe('pass')
  })

  it.each([
    ['the legal representative, accepted', check, '王样', 'pass'],
    ['the legal representative, not accepted', strict, '王样', 'fail'],
    ['a stranger', check, '信诚网络服务部', 'fail'],
  ])('%s', (_, rule, registrantName, expected) => {
    expect(judged(rule, withDomains({ registrantName })).verdict).toBe(expected)
  })

  it('leaves a shareholder with a proof to a person', () => {
    const documents = [{ kind: 'holder-role-proof' as const }]
    const stranger = withDomains({ registrantName: '股东样' })
    expect(judged(check, { ...stranger, documents }).verdict).toBe('unsure')
    expect(judged(strict, { ...stranger, documents }).verdict).toBe('fail')
  })

  it('holds an individual to the own name', () => {
    expect(judged(check, { application: individualFiling() }).verdict).toBe('pass')
    const foreign = individualFiling(undefined, { domains: WEBSITE.domains })
    expect(judged(check, { application: foreign }).verdict).toBe('fail')
  })
})

describe('domains as such', () => {
  it('have a real-name record', () => {
    expect(judged({ name: 'domain-real-name' }).verdict).toBe('pass')
    expect(judged({ name: 'domain-real-name' }, withDomains({ realNameVerified: false })).verdict).toBe(
      'fail',
    )
  })

  it.each([
    ['2026-11-17', 'pass'],
    ['2026-11-18', 'fail'],
    [undefined, 'unsure'],
  ])('registered on %s, three days before submission at the latest: %s', (registeredAt, expected) => {
    expect(judged({ name: 'domain-age', days: 3 }, withDomains({ registeredAt })).verdict).toBe(expected)
  })

  it('are one for a website', () => {
    const one = { name: 'domains-per-website', max: 1 }
    expect(judged(one).verdict).toBe('pass')
    const verdict = judged(one, withDomains({}, { name: 'xinghe.test' }))
    expect(verdict).toMatchObject({ verdict: 'fail', measured: '2', expected: '≤ 1' })
  })

  it.each([
    ['xinghe.example', 'pass'],
    ['示例.中国', 'pass'],
    ['www.xinghe.example', 'fail'],
    ['203.0.113.7', 'fail'],
  ])('%s is registrable: %s', (name, expected) => {
    expect(judged({ name: 'domain-name', form: 'registrable' }, withDomains({ name })).verdict).toBe(expected)
  })

  it.each([
    ['xinghe.example', 'pass'],
    ['203.0.113.7', 'fail'],
  ])('%s is a domain of a website: %s', (name, expected) => {
    expect(judged({ name: 'domain-name', form: 'present' }, withDomains({ name })).verdict).toBe(expected)
  })

  it('a website without any has none', () => {
    expect(
      judged({ name: 'domain-name', form: 'present' }, { application: firstFiling({}, { domains: [] }) })
        .verdict,
    ).toBe('fail')
  })

  it.each([
    ['institution', '样例.公益', 'pass'],
    ['institution', 'yangli.cn', 'pass'],
    ['institution', 'yangli.com', 'fail'],
    ['government', 'xn--54q.xn--zfr164b', 'pass'],
    ['government', 'yangli.gov.cn', 'pass'],
    ['government', 'yangli.cn', 'fail'],
  ] as const)('%s under %s: %s', (nature, name, expected) => {
    const check = {
      name: 'domain-suffix',
      allowedByNature: { institution: ['.cn', '.公益'], government: ['.gov.cn', '.政务'] },
    }
    const { application } = withDomains({ name })
    const filing = { ...application, entity: { ...application.entity, nature } }
    expect(judged(check, { application: filing }).verdict).toBe(expected)
  })

  it('have none of the suffixes that a division turns away', () => {
    const check = { name: 'domain-suffix', denied: ['.icu', '.io'] }
    expect(judged(check, withDomains({ name: 'xinghe.icu' })).verdict).toBe('fail')
    expect(judged(check, withDomains({ name: 'xinghe.example' })).verdict).toBe('pass')
  })

  it.each([
    ['https://www.xinghe.example/a?b=1', 'pass'],
    ['xinghe.example', 'pass'],
    ['notxinghe.example', 'fail'],
    ['xinghe.test', 'fail'],
    ['https://', 'fail'],
  ])('home page %s lies under the domain: %s', (homepage, expected) => {
    expect(judged({ name: 'homepage' }, { application: firstFiling({}, { homepage }) }).verdict).toBe(
      expected,
    )
  })
})

describe('domain-change', () => {
  const check = { name: 'domain-change' }

  it.each([
    ['one of two dropped', 'xinghe.example, xinghe.test', 'xinghe.example', 'pass'],
    ['one dropped, written otherwise', '示例.中国 xinghe.test', 'xn--fsq092h.xn--fiqs8s', 'pass'],
    ['the only one replaced', 'xinghe.example', 'xinghe.test', 'fail'],
    ['one added', 'xinghe.example', 'xinghe.example xinghe.test', 'fail'],
    ['one replaced while another goes', 'a.example b.example c.example', 'a.example d.example', 'fail'],
  ])('%s', (_, before, after, expected) => {
    expect(judged(check, { application: changeOrder([['services.0.domains', before, after]]) }).verdict).toBe(
      expected,
    )
  })

  it('is not about other changes or other filings', () => {
    expect(judged(check, { application: changeOrder([['entity.name', 'A', 'B']]) }).verdict).toBe(
      'not-applicable',
    )
    expect(judged(check).verdict).toBe('not-applicable')
  })
})
