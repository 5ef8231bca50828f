import { describe, expect, it } from 'vitest'
import { makeApplication, makePerson } from '../../integration/data/sampleData'
import { contactsOf } from '../../../shared/calls/contacts'
import { dialAddress } from '../../../shared/calls/dialAddress'
import { isSameNumber } from '../../../shared/calls/sameNumber'
import { messageLeaks } from '../../../shared/calls/messageLeaks'
import type { Application } from '../../../shared/domain/filing'

const contact = { subject: 'entity-principal', serviceId: null, line: 'mobile' } as const

/** The service has another principal than the entity; the licence and one domain are of others again. */
function application(): Application {
  const made = makeApplication()
  if (made.filingType !== 'first-filing') {
    throw new Error('Another sample was expected')
  }
  const principal = makePerson({ name: '李晓燕', mobile: '13900139000', landline: '010-61234567' })
  return {
    ...made,
    entity: { ...made.entity, legalRepresentative: '赵德福' },
    services: made.services.map((service) => ({
      ...service,
      principal,
      domains: service.domains.flatMap((domain) => [
        { ...domain, registrantName: made.entity.name },
        {
          ...domain,
          name: 'other.example',
          registrantName: '孙立人',
          registrantCertificateNumber: 'G12345678',
        },
      ]),
    })),
  }
}

/** The administration's record knows other persons than the form. */
function addedToARecord(): Application {
  const { entity, services } = application() as Extract<Application, { filingType: 'first-filing' }>
  return {
    filingType: 'new-service-filed-here',
    existing: {
      entityIcpNumber: '京ICP备12345678号',
      filingPassword: 'pass-word',
      recordOnFile: {
        readOn: '2026-11-01',
        entity: {
          name: entity.name,
          certificateNumber: 'OLD-998877',
          principal: { name: '钱守信', certificateNumber: 'E87654321', mobile: '010-88887777' },
        },
        services: [
          { icpNumber: '京ICP备12345678号-1', name: '示例', principal: { name: '周文博' } },
          { icpNumber: '京ICP备12345678号-2', name: '示例二' },
        ],
      },
    },
    entity,
    services,
  }
}

const ORDER = 'BA20261120-000001'

function leaks(text: string, form: Application = application(), orderNumber = ORDER): readonly string[] {
  return messageLeaks(text, {
    orderNumber,
    application: form,
    contact,
    internalNotes: ['执照疑似翻拍，请主管再看；注意'],
  })
}

describe('messageLeaks', () => {
  it.each<[string, readonly string[]]>([
    ['张伟您好，请重新上传营业执照，明天 10:00 再致电。', []],
    ['证件 11010119900307123X 已核', ['certificate-number']],
    ['证件 110101 1990 0307 123x 已核', ['certificate-number']],
    ['另一张 110101198001011234 不符', ['certificate-number']],
    ['信用代码 91110000MA00000000', ['certificate-number']],
    ['请用 138-0013-8000 联系', ['phone-number']],
    ['请拨 １３５００１３５０００', ['phone-number']],
    ['座机 01061234567', ['phone-number']],
    ['李晓燕也要签字', ['other-person']],
    ['执照疑似翻拍', ['internal-note']],
    ['请注意', []],
    ['法定代表人赵德福须签字', ['other-person']],
    ['域名所有者孙立人与主体不一致', ['other-person']],
    ['护照 G1234 5678', ['certificate-number']],
    ['订单 BA20261120-000001', []],
  ])('%s', (text, expected) => {
    expect(leaks(text)).toEqual(expected)
  })

  it('lets the name of the entity stand, also where it is the registrant of a domain', () => {
    const form = application()
    expect(leaks(`主体名称：${form.entity.name}`, form)).toEqual([])
  })

  it.each<[string, readonly string[]]>([
    ['原负责人钱守信已离职', ['other-person']],
    ['网站原负责人周文博', ['other-person']],
    ['原证件 E87654321', ['certificate-number']],
    ['原执照号 OLD-998877', ['certificate-number']],
    ['原电话 010 88887777', ['phone-number']],
    ['密码 pass-word', ['filing-password']],
  ])('knows what the administration has on record: %s', (text, expected) => {
    expect(leaks(text, addedToARecord())).toEqual(expected)
  })

  it.each<[string, string]>([
    ['123456789012345', '订单 123456789012345：请处理'],
    ['123456789012345678', '订单 123456789012345678：请处理'],
    ['12345678901234567X', '订单 12345678901234567X：请处理'],
    ['13912345678', '订单 13912345678，回复 13912345678 查询'],
    ['BA-13912345678', '订单 BA-13912345678：请处理'],
    ['BA-01061234567', '订单 BA-01061234567：请处理'],
  ])('does not take the own order number %s for one of a person', (orderNumber, text) => {
    expect(leaks(text, application(), orderNumber)).toEqual([])
  })

  it.each<[string, string, readonly string[]]>([
    ['13912345678', '订单 13912345678，请拨 13712345678', ['phone-number']],
    ['19900307', '另一张 110101 19900307 123X', ['certificate-number']],
    ['123456789012345', '订单 123456789012345，另有 110101800307123', ['certificate-number']],
    ['BA-01061234567', '订单 BA-01061234567，座机 01061234567', ['phone-number']],
  ])('still finds a number beside the order number %s', (orderNumber, text, expected) => {
    expect(leaks(text, application(), orderNumber)).toEqual(expected)
  })
})

describe('contacts of a filing', () => {
  it('tell entity, service and emergency numbers apart', () => {
    expect(
      contactsOf(application()).map(({ contact: { subject, line }, name }) => [subject, line, name]),
    ).toEqual([
      ['entity-principal', 'mobile', '张伟'],
      ['service-principal', 'mobile', '李晓燕'],
      ['service-principal', 'landline', '李晓燕'],
    ])
  })

  it.each([
    ['138 0013 8000', 'tel', 'tel:+8613800138000'],
    ['010-61234567', 'sip', 'sip:+861061234567'],
    ['95', 'tel', null],
    ['javascript:alert(1)', 'tel', null],
    ['400-123-4567', 'callto', 'callto:4001234567'],
    ['tel:110;phone-context=evil 12345', 'tel', 'tel:11012345'],
  ] as const)('%s is dialled by digits alone', (number, scheme, address) => {
    expect(dialAddress(number, scheme)).toBe(address)
  })

  it.each([
    ['13800138000', '+8613800138000', true],
    ['010-61234567', '61234567', true],
    ['010-61234567', '01061234567', true],
    ['13800138000', '00138000', false],
    ['13800138000', '13900138000', false],
    ['', '', false],
  ])('%s and %s are the same: %s', (one, other, same) => {
    expect(isSameNumber(one, other)).toBe(same)
    expect(isSameNumber(other, one)).toBe(same)
  })
})
