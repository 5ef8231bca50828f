import { describe, expect, it } from 'vitest'
import { FIRST_FILING, firstFiling, judged, WEBSITE } from '../caseMaker'

const { certificate } = FIRST_FILING.entity

describe('address-symbols', () => {
  it.each([
    ['北京市海淀区样例路1号3号楼2单元301室', 'pass'],
    ['北京市海淀区样例路1号3-2-301', 'fail'],
    ['北京市海淀区样例路1号3—2—301', 'fail'],
    ['北京市海淀区样例路1号301#', 'fail'],
    ['北京市海淀区样例路甲-乙座301室', 'pass'],
  ])('%s: %s', (mailingAddress, expected) => {
    expect(
      judged({ name: 'address-symbols' }, { application: firstFiling({ mailingAddress }) }).verdict,
    ).toBe(expected)
  })
})

describe('online-shop-address', () => {
  const shop = (address: string, mailingAddress = '四川省成都市样例路1号') => ({
    application: firstFiling({ certificate: { ...certificate, address }, mailingAddress }),
    province: '510000',
  })
  const check = (params: object) => ({ name: 'online-shop-address', ...params })

  it('leaves the comparison with the licence to a person', () => {
    expect(judged(check({}), shop('样例平台网店')).verdict).toBe('unsure')
  })

  it('wants the sign between place and shop', () => {
    const params = check({ separator: '：' })
    expect(judged(params, shop('广东省广州市样例路1号：样例网店')).verdict).toBe('unsure')
    expect(judged(params, shop('广东省广州市样例路1号样例网店')).verdict).toBe('fail')
  })

  it.each([
    ['样例平台 www.xinghe.example', 'unsure'],
    ['样例平台 https://shop.other.example/12', 'fail'],
    ['样例平台', 'unsure'],
  ])('wants the domain of %s to be the one filed: %s', (address, expected) => {
    expect(WEBSITE.domains[0]?.name).toBe('xinghe.example')
    expect(judged(check({ domainOfShop: true }), shop(address)).verdict).toBe(expected)
  })

  it('wants letters to arrive in the division', () => {
    const params = check({ mailingInProvince: true })
    expect(judged(params, shop('样例平台')).verdict).toBe('unsure')
    expect(judged(params, shop('样例平台', '浙江省杭州市样例路1号')).verdict).toBe('fail')
  })
})

describe('bracket-width', () => {
  const held = (name: string, registrantName: string) => {
    const domains = WEBSITE.domains.map((domain) => ({ ...domain, registrantName }))
    return { application: firstFiling({ name }, { domains }) }
  }

  it.each([
    ['样例（北京）公司', '样例（北京）公司', 'pass'],
    ['样例（北京）公司', '样例(北京)公司', 'fail'],
    ['样例公司', '样例公司', 'not-applicable'],
    ['样例（北京）公司', '别家(北京)公司', 'not-applicable'],
  ])('%s held by %s: %s', (name, registrant, expected) => {
    expect(judged({ name: 'bracket-width' }, held(name, registrant)).verdict).toBe(expected)
  })
})
