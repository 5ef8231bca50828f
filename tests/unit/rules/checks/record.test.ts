import { describe, expect, it } from 'vitest'
import type { Application, RecordOnFile } from '../../../../shared/domain/filing'
import { FIRST_FILING, firstFiling, judged, OTHER_PERSON, pointsAt, PRINCIPAL, WEBSITE } from '../caseMaker'

const NUMBER = '浙ICP备12345678号'
const person = {
  name: PRINCIPAL.name,
  certificateNumber: PRINCIPAL.certificate.number,
  mobile: PRINCIPAL.mobile,
  email: PRINCIPAL.email,
}
const { entity } = FIRST_FILING

const RECORD: RecordOnFile = {
  readOn: '2026-11-19',
  entity: {
    name: entity.name,
    nature: entity.nature,
    certificateType: entity.certificate.type,
    certificateNumber: entity.certificate.number,
    certificateAddress: entity.certificate.address,
    mailingAddress: entity.mailingAddress,
    principal: person,
  },
  services: [
    { icpNumber: `${NUMBER}-1`, name: WEBSITE.name, domains: ['xinghe.example'], principal: person },
  ],
}

function order(
  recordOnFile: RecordOnFile | undefined,
  filingType:
    'add-provider' | 'new-service-filed-here' | 'cancel-service' | 'remove-provider' = 'add-provider',
  service: Partial<(typeof FIRST_FILING.services)[number]> = { icpNumber: `${NUMBER}-1` },
): { readonly application: Application } {
  const existing = { entityIcpNumber: NUMBER, ...(recordOnFile === undefined ? {} : { recordOnFile }) }
  const { services } = firstFiling({}, service)
  return {
    application:
      filingType === 'cancel-service' || filingType === 'remove-provider'
        ? { filingType, existing, entity, services, reason: '停用' }
        : { filingType, existing, entity, services },
  }
}

const SHELL: RecordOnFile = { ...RECORD, services: [] }
const ofEntity = (change: Partial<RecordOnFile['entity']>): RecordOnFile => ({
  ...RECORD,
  entity: { ...RECORD.entity, ...change },
})
const ofService = (change: Partial<RecordOnFile['services'][number]>): RecordOnFile => ({
  ...RECORD,
  services: RECORD.services.map((service) => ({ ...service, ...change })),
})

describe('matches-record', () => {
  const check = (...mustMatch: readonly string[]) => ({ name: 'matches-record', mustMatch })

  it.each([
    ['entity-name', RECORD, 'pass'],
    ['entity-name', ofEntity({ name: '样例星辰科技有限公司' }), 'fail'],
    ['nature', ofEntity({ nature: 'institution' }), 'fail'],
    ['nature', ofEntity({ nature: undefined }), 'unsure'],
    ['certificate-type', ofEntity({ certificateType: 'organisation-code' }), 'fail'],
    ['certificate-number', ofEntity({ certificateNumber: '91330100ma00000072' }), 'pass'],
    ['certificate-number', ofEntity({ certificateNumber: '91330100MA00000073' }), 'fail'],
    ['certificate-number', ofEntity({ certificateNumber: undefined }), 'unsure'],
    ['certificate-address', ofEntity({ certificateAddress: '浙江省杭州市滨江区 样例街2号' }), 'pass'],
    ['certificate-address', ofEntity({ certificateAddress: '浙江省杭州市西湖区样例路1号' }), 'fail'],
    ['mailing-address', ofEntity({ mailingAddress: '浙江省杭州市西湖区样例路1号' }), 'fail'],
    ['principal-identity', RECORD, 'pass'],
    ['principal-identity', ofEntity({ principal: { ...person, name: '李例' } }), 'fail'],
    ['principal-contacts', ofEntity({ principal: { ...person, mobile: '13800000009' } }), 'fail'],
    ['principal-contacts', ofEntity({ principal: { name: PRINCIPAL.name } }), 'unsure'],
    ['principal-is-legal-representative', RECORD, 'pass'],
    ['principal-is-legal-representative', ofEntity({ principal: { ...person, name: '李例' } }), 'fail'],
    ['service-names', RECORD, 'pass'],
    ['service-names', ofService({ name: '样例' }), 'fail'],
    ['service-names', SHELL, 'unsure'],
    ['service-domains', ofService({ domains: ['XINGHE.example'] }), 'pass'],
    ['service-domains', ofService({ domains: ['xinghe.example', 'other.example'] }), 'fail'],
    ['service-domains', ofService({ domains: undefined }), 'unsure'],
    ['service-principals', RECORD, 'pass'],
    ['service-principals', ofService({ principal: { ...person, email: 'old@example.com' } }), 'fail'],
  ] as const)('%s', (name, record, expected) => {
    expect(judged(check(name), order(record)).verdict).toBe(expected)
  })

  it('asks a person where the provider got no record', () => {
    expect(judged(check('entity-name'), order(undefined))).toMatchObject({
      verdict: 'unsure',
      expected: 'entity-name',
    })
  })

  it('shows both sides of a difference, numbers of persons masked', () => {
    const record = ofEntity({ name: '样例星辰科技有限公司', principal: { ...person, mobile: '13800000009' } })
    const verdict = judged(check('entity-name', 'principal-contacts'), order(record))
    expect(pointsAt(verdict)).toEqual(['application.entity.name', 'application.entity.principal.mobile'])
    expect(verdict.measured).toBe('样例星河科技有限公司; ••••0001')
    expect(verdict.expected).toBe('样例星辰科技有限公司; ••••0009')
  })

  it('passes a difference that may be changed after access, and tells it', () => {
    const record = ofEntity({ mailingAddress: '浙江省杭州市西湖区样例路1号' })
    const verdict = judged({ ...check('entity-name'), mayChange: ['mailing-address'] }, order(record))
    expect(verdict).toMatchObject({ verdict: 'pass', measured: entity.mailingAddress })
  })

  it('lets a person decide where a paper proves the difference', () => {
    const proven = { ...check('entity-name'), proof: ['name-change-letter'] }
    const options = order(ofEntity({ name: '样例星辰科技有限公司' }))
    expect(judged(proven, options).verdict).toBe('fail')
    const documents = [{ kind: 'name-change-letter' as const }]
    expect(judged(proven, { ...options, documents }).verdict).toBe('unsure')
    expect(judged(proven, { ...order(RECORD), documents }).verdict).toBe('pass')
  })

  it.each([
    ['somebody of the record', PRINCIPAL, 'pass'],
    ['the same with another number', { ...PRINCIPAL, mobile: '13800000009' }, 'fail'],
    ['somebody else', OTHER_PERSON, 'fail'],
  ])('a new website is led by %s: %s', (_, principal, expected) => {
    const options = order(RECORD, 'new-service-filed-here', { principal })
    expect(judged(check('new-service-principals'), options).verdict).toBe(expected)
  })
})

describe('matches-record of a change order', () => {
  const renamed = (before: string) => {
    const { application } = order(ofEntity({ name: before }))
    if (application.filingType !== 'add-provider') {
      throw new Error('The order adds a provider')
    }
    const changes = [{ field: 'entity.name', before, after: entity.name }]
    return { application: { ...application, filingType: 'change' as const, changes } }
  }
  const check = { name: 'matches-record', mustMatch: ['entity-name', 'certificate-number'] }

  it('does not compare what is to differ', () => {
    const options = renamed('样例星辰科技有限公司')
    expect(judged(check, options).verdict).toBe('fail')
    expect(judged({ ...check, exceptChanged: true }, options).verdict).toBe('pass')
  })

  it('leaves to a person what the rule asks besides', () => {
    expect(judged({ ...check, then: 'person-reads' }, order(RECORD)).verdict).toBe('unsure')
    const differing = order(ofEntity({ name: '样例星辰科技有限公司' }))
    expect(judged({ ...check, then: 'person-reads' }, differing).verdict).toBe('fail')
  })
})

describe('empty-shell', () => {
  const remains = { name: 'empty-shell', when: 'remains' }
  const two = { ...RECORD, services: [...RECORD.services, { icpNumber: `${NUMBER}-2`, name: '样例旧站' }] }

  it.each([
    ['the last service of a record is cancelled', order(RECORD, 'cancel-service'), 'unsure'],
    ['one of two is cancelled', order(two, 'cancel-service'), 'pass'],
    ['the last one leaves this provider', order(RECORD, 'remove-provider'), 'unsure'],
    ['one of two leaves this provider', order(two, 'remove-provider'), 'pass'],
    ['nothing is known', order(undefined, 'cancel-service'), 'unsure'],
    [
      'the whole entity is cancelled',
      {
        application: {
          filingType: 'cancel-entity',
          existing: { entityIcpNumber: NUMBER, recordOnFile: RECORD },
          entity,
          reason: '停用',
        },
      },
      'not-applicable',
    ],
  ] as const)('%s', (_, options, expected) => {
    expect(judged(remains, options).verdict).toBe(expected)
  })

  it.each([
    ['a shell', SHELL, 'pass'],
    ['no shell', RECORD, 'not-applicable'],
    ['nothing known', undefined, 'unsure'],
  ] as const)('a service is added to %s', (_, record, expected) => {
    const options = order(record, 'new-service-filed-here', {})
    expect(judged({ name: 'empty-shell', when: 'direct-add' }, options).verdict).toBe(expected)
  })
})
