import { describe, expect, it } from 'vitest'
import { firstFiling, individualFiling, judged, OTHER_PERSON, pointsAt, PRINCIPAL } from '../caseMaker'

const TWO = { application: firstFiling({}, { principal: OTHER_PERSON }) }

function principal(change: Partial<typeof PRINCIPAL>) {
  const person = { ...PRINCIPAL, ...change }
  return { application: firstFiling({ principal: person }, { principal: person }) }
}

function otherPrincipal(change: Partial<typeof PRINCIPAL>) {
  return { application: firstFiling({}, { principal: { ...OTHER_PERSON, ...change } }) }
}

describe('numbers and mailboxes', () => {
  it.each([
    ['13800000001', 'pass'],
    ['+86 138 0000 0001', 'pass'],
    ['12800000001', 'fail'],
    ['0571-87654321', 'fail'],
    ['1380000000', 'fail'],
  ])('mobile %s: %s', (mobile, expected) => {
    expect(judged({ name: 'mobile' }, principal({ mobile })).verdict).toBe(expected)
  })

  it('an emergency number may be a landline', () => {
    expect(judged({ name: 'mobile' }, principal({ emergencyPhone: '0571-87654321' })).verdict).toBe('pass')
    expect(judged({ name: 'mobile' }, principal({ emergencyPhone: '87654321' })).verdict).toBe('fail')
  })

  it.each([
    ['0571-87654321', 'pass'],
    ['087-654321', 'fail'],
    ['13800000001', 'fail'],
    ['', 'not-applicable'],
  ])('landline %s: %s', (landline, expected) => {
    expect(judged({ name: 'landline' }, principal({ landline })).verdict).toBe(expected)
  })

  it.each([
    ['wang@example.com', 'pass'],
    ['a.b+c@mail.xinghe.example', 'pass'],
    ['wang@', 'fail'],
    ['@example.com', 'fail'],
    ['wang.@example.com', 'fail'],
    [`${'a'.repeat(64)}@example.com`, 'pass'],
    [`${'a'.repeat(65)}@example.com`, 'fail'],
    ['wang example.com', 'fail'],
  ])('mailbox %s: %s', (email, expected) => {
    expect(judged({ name: 'email' }, principal({ email })).verdict).toBe(expected)
  })
})

describe('emergency-number', () => {
  const own = { name: 'emergency-number', required: false, differsFrom: ['own-mobile'] }
  const every = { name: 'emergency-number', required: true, differsFrom: ['every-principal-mobile'] }

  it.each([
    ['another number', '13800000002', 'pass'],
    ['the own number, written otherwise', '138 0000 0001', 'fail'],
    ['none where none is due', '', 'not-applicable'],
  ])('%s', (_, emergencyPhone, expected) => {
    expect(judged(own, principal({ emergencyPhone })).verdict).toBe(expected)
  })

  it('is due where the rule says so', () => {
    expect(judged(every, principal({ emergencyPhone: '' })).verdict).toBe('fail')
  })

  it('is nobody else’s mobile where the rule says so', () => {
    const crossed = otherPrincipal({ emergencyPhone: PRINCIPAL.mobile })
    expect(judged(own, crossed).verdict).toBe('pass')
    expect(judged(every, crossed).verdict).toBe('fail')
  })

  it('is read by a person until a remark says whose it is', () => {
    const explained = { ...every, remarkMentions: ['应急'] }
    expect(judged(explained).verdict).toBe('unsure')
    const told = firstFiling({ remarks: '应急联系人为员工张样' })
    expect(judged(explained, { application: told }).verdict).toBe('pass')
  })
})

describe('two principals', () => {
  const check = { name: 'shared-contacts', fields: ['mobile', 'email'] }

  it('have their own number and mailbox', () => {
    expect(judged(check, TWO).verdict).toBe('pass')
    const verdict = judged(check, otherPrincipal({ mobile: PRINCIPAL.mobile }))
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual([
      'application.entity.principal.mobile',
      'application.services.0.principal.mobile',
    ])
    expect(judged(check, otherPrincipal({ email: 'WANG@example.com' })).verdict).toBe('fail')
  })

  it('are not two when the form names one person twice', () => {
    expect(judged(check).verdict).toBe('not-applicable')
  })

  it('give as many numbers as the rule wants', () => {
    const count = { name: 'contact-numbers', onePerson: 2, severalPersons: 3 }
    expect(judged(count).verdict).toBe('pass')
    expect(judged(count, principal({ emergencyPhone: PRINCIPAL.mobile })).verdict).toBe('fail')
    expect(judged(count, otherPrincipal({ emergencyPhone: PRINCIPAL.mobile })).verdict).toBe('pass')
    expect(
      judged(count, otherPrincipal({ mobile: PRINCIPAL.mobile, emergencyPhone: PRINCIPAL.emergencyPhone })),
    ).toMatchObject({ verdict: 'fail', measured: '2', expected: '≥ 3' })
  })
})

describe('person-consistency', () => {
  it('holds the same person to the same data', () => {
    expect(judged({ name: 'person-consistency' }).verdict).toBe('pass')
    expect(judged({ name: 'person-consistency' }, TWO).verdict).toBe('pass')
    const twice = firstFiling({}, { principal: { ...PRINCIPAL, mobile: '13900000009' } })
    const verdict = judged({ name: 'person-consistency' }, { application: twice })
    expect(verdict).toMatchObject({ verdict: 'fail', measured: '••••0009', expected: '••••0001' })
    expect(pointsAt(verdict)).toEqual(['application.services.0.principal.mobile'])
  })
})

describe('addresses', () => {
  const province = { name: 'mailing-address', level: 'province' }
  const city = { name: 'mailing-address', level: 'city' }
  const filing = (mailingAddress: string, address?: string) => ({
    application: firstFiling({
      mailingAddress,
      certificate: { type: 'unified-social-credit-code', number: '91330100MA00000072', address },
    }),
  })

  it.each([
    [province, '浙江省宁波市鄞州区样路1号', '浙江省杭州市样路2号', 'pass'],
    [city, '浙江省宁波市鄞州区样路1号', '浙江省杭州市样路2号', 'fail'],
    [city, '浙江杭州市样路1号', '浙江省杭州市样路2号', 'pass'],
    [province, '上海市样路1号', '浙江省杭州市样路2号', 'fail'],
    [city, '重庆市渝北区样路1号', '重庆市沙坪坝区样路2号', 'pass'],
    [province, '内蒙古自治区呼和浩特市样路1号', '内蒙古呼和浩特市样路2号', 'pass'],
    [city, '新疆维吾尔自治区伊犁哈萨克自治州样路1号', '新疆维吾尔自治区乌鲁木齐市样路2号', 'fail'],
    [province, '样路1号', '浙江省杭州市样路2号', 'unsure'],
    [province, '浙江省样路1号', undefined, 'unsure'],
  ])('%o %s and %s: %s', (check, mailing, certificate, expected) => {
    expect(judged(check, filing(mailing, certificate)).verdict).toBe(expected)
  })

  it.each([
    ['浙江省杭州市样路2号', '', 'pass'],
    ['浙江省杭州市样路', '', 'fail'],
    ['浙江省杭州市样村', '此地址已是最详细地址', 'pass'],
    ['北京市市辖区样路2号', '', 'fail'],
  ])('%s with remark "%s": %s', (mailingAddress, remarks, expected) => {
    const check = { name: 'address-detail', remark: '此地址已是最详细地址', forbidden: ['市辖区'] }
    expect(judged(check, { application: firstFiling({ mailingAddress, remarks }) }).verdict).toBe(expected)
  })

  it('leaves an individual who lives away from home, with a permit, to a person', () => {
    const check = { name: 'mailing-address', level: 'province', individualProofs: ['residence-permit'] }
    const options = { application: individualFiling(), province: '310000' }
    const away = {
      ...options,
      application: {
        ...options.application,
        entity: { ...options.application.entity, mailingAddress: '上海市样路1号' },
      },
    }
    expect(judged(check, away).verdict).toBe('fail')
    const permit = [{ kind: 'residence-permit' as const }]
    expect(judged(check, { ...away, documents: permit }).verdict).toBe('unsure')
    expect(judged(check, { ...away, province: '330000', documents: permit }).verdict).toBe('fail')
  })
})
