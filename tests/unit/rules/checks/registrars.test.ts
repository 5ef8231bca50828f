import { describe, expect, it } from 'vitest'
import type { Service } from '../../../../shared/domain/filing'
import { firstFiling, judged, WEBSITE } from '../caseMaker'

type Domain = Service['domains'][number]
const [DOMAIN] = WEBSITE.domains

function withDomains(...changes: ReadonlyArray<Partial<Domain>>) {
  if (DOMAIN === undefined) {
    throw new Error('The website has a domain')
  }
  return { application: firstFiling({}, { domains: changes.map((change) => ({ ...DOMAIN, ...change })) }) }
}

describe('domain-registrar', () => {
  const check = {
    name: 'domain-registrar',
    approved: ['示例云计算有限公司'],
    overseas: ['GoDaddy', '国际站'],
  }

  it.each([
    ['示例云计算有限公司', 'pass'],
    ['样例网络服务有限公司', 'unsure'],
    ['GoDaddy.com, LLC', 'fail'],
    ['GODADDY.COM', 'fail'],
    ['示例云国际站', 'fail'],
  ])('%s: %s', (registrar, expected) => {
    expect(judged(check, withDomains({ registrar })).verdict).toBe(expected)
  })

  it.each([
    ['filed, registered before', '浙ICP备12345678号-1', '2017-12-31', 'unsure'],
    ['filed, registered on the day', '浙ICP备12345678号-1', '2018-01-01', 'fail'],
    ['filed, day unknown', '浙ICP备12345678号-1', undefined, 'unsure'],
    ['not filed', undefined, '2017-12-31', 'fail'],
  ])('a domain abroad may have been filed before 2018: %s', (_, icpNumber, registeredAt, expected) => {
    const [domain] = withDomains({ registrar: 'GoDaddy.com, LLC', registeredAt }).application.services[0]
      ?.domains ?? [undefined]
    if (domain === undefined) {
      throw new Error('The website has a domain')
    }
    const application = firstFiling({}, { domains: [domain], icpNumber })
    expect(judged({ ...check, exemptIfFiledBefore: '2018-01-01' }, { application }).verdict).toBe(expected)
  })
})

describe('domain-suffix with a list that grows', () => {
  const check = {
    name: 'domain-suffix',
    allowed: ['.com', '.cn'],
    denied: ['.org'],
    chineseAllowed: true,
    outside: 'unsure',
  }

  it.each([
    ['xinghe.com', 'pass'],
    ['xinghe.org', 'fail'],
    ['xinghe.example', 'unsure'],
    ['星河.公益', 'pass'],
    ['xn--fsq092h.xn--fiqs8s', 'pass'],
  ])('%s: %s', (name, expected) => {
    expect(judged(check, withDomains({ name })).verdict).toBe(expected)
  })

  it('refuses what is outside where the list is whole', () => {
    const whole = { ...check, chineseAllowed: false, outside: 'fail' }
    expect(judged(whole, withDomains({ name: 'xinghe.example' })).verdict).toBe('fail')
    expect(judged(whole, withDomains({ name: '星河.公益' })).verdict).toBe('fail')
  })
})

describe('domain-labels', () => {
  it.each([
    [['xinghe.example'], 'pass'],
    [['xinghe.example', 'xinghe.test'], 'pass'],
    [['xinghe.example', 'XINGHE.test'], 'pass'],
    [['xinghe.example', 'xinghe2.example'], 'fail'],
    [['xinghe.example', 'no domain'], 'unsure'],
  ])('%s: %s', (names, expected) => {
    const options = withDomains(...names.map((name) => ({ name })))
    expect(judged({ name: 'domain-labels' }, options).verdict).toBe(expected)
  })
})
