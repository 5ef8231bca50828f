import { describe, expect, it } from 'vitest'
import type { Application, Service } from '../../../../shared/domain/filing'
import {
  accessOf,
  changeOrder,
  FIRST_FILING,
  firstFiling,
  individualFiling,
  judged,
  pointsAt,
  WEBSITE,
} from '../caseMaker'

type Access = NonNullable<Service['access']>

const access = (...changes: ReadonlyArray<Partial<Access>>) => ({
  application: firstFiling(
    {},
    ...changes.map((change, index) => ({
      id: `s${String(index)}`,
      access: { ...accessOf(WEBSITE), ...change },
    })),
  ),
})

const existing = { entityIcpNumber: '浙ICP备12345678号', filingPassword: 'abc123' }
const addProvider = (
  change: Partial<typeof existing>,
  icpNumber = '浙ICP备12345678号-1',
): { application: Application } => ({
  application: {
    ...firstFiling({}, { icpNumber }),
    filingType: 'add-provider',
    existing: { ...existing, ...change },
  },
})

describe('access', () => {
  it.each([
    [3, 'pass'],
    [2, 'fail'],
  ])('a subscription of %i months, three being due: %s', (subscriptionMonths, expected) => {
    expect(judged({ name: 'subscription-months', min: 3 }, access({ subscriptionMonths })).verdict).toBe(
      expected,
    )
  })

  it('a subscription that has ended', () => {
    const ended = { subscriptionEndsAt: '2026-11-19' }
    expect(judged({ name: 'subscription-months', min: 3 }, access(ended)).verdict).toBe('fail')
    expect(
      judged({ name: 'subscription-months', min: 3 }, access({ subscriptionEndsAt: '2026-11-20' })).verdict,
    ).toBe('pass')
  })

  it.each([
    ['203.0.113.7', 'pass'],
    ['9.255.255.255', 'pass'],
    ['10.0.0.0', 'fail'],
    ['10.255.255.255', 'fail'],
    ['11.0.0.0', 'pass'],
    ['172.15.255.255', 'pass'],
    ['172.16.0.1', 'fail'],
    ['172.31.255.255', 'fail'],
    ['172.32.0.0', 'pass'],
    ['100.64.0.1', 'fail'],
    ['203.0.113', 'fail'],
    ['203.0.113.256', 'fail'],
    ['203.0.113.07', 'fail'],
    ['2001:db8::1', 'pass'],
    ['fd12:3456::1', 'fail'],
    ['::1', 'fail'],
    ['::2', 'pass'],
    ['::ffff:10.0.0.1', 'fail'],
    ['2001:db8::1::2', 'fail'],
    ['2001:db8:1:2:3:4:5:6:7', 'fail'],
  ])('address %s: %s', (address, expected) => {
    const check = {
      name: 'public-ip',
      notPublic: ['10.0.0.0/8', '172.16.0.0/12', '100.64.0.0/10', 'fc00::/7', '::1/128', '::ffff:0:0/96'],
    }
    expect(judged(check, access({ ipAddresses: [address] })).verdict).toBe(expected)
  })

  it('shows the address that is not public', () => {
    const check = { name: 'public-ip', notPublic: ['10.0.0.0/8'] }
    const verdict = judged(check, access({ ipAddresses: ['203.0.113.7', '10.1.2.3'] }))
    expect(pointsAt(verdict)).toEqual(['application.services.0.access.ipAddresses.1'])
    expect(verdict.measured).toBe('10.1.2.3 ∈ 10.0.0.0/8')
  })

  it('two services do not bring one service number', () => {
    expect(
      judged({ name: 'service-number' }, access({ serviceNumber: 'SN-1' }, { serviceNumber: 'SN-2' }))
        .verdict,
    ).toBe('pass')
    const verdict = judged(
      { name: 'service-number' },
      access({ serviceNumber: 'SN-1' }, { serviceNumber: 'sn-1 ' }),
    )
    expect(verdict.verdict).toBe('fail')
    expect(pointsAt(verdict)).toEqual(['application.services.1.access.serviceNumber'])
  })

  it.each([
    ['330000', 'pass'],
    ['390000', 'fail'],
  ])('a server in %s: %s', (serverProvince, expected) => {
    expect(judged({ name: 'server-province' }, access({ serverProvince })).verdict).toBe(expected)
  })
})

describe('service-count', () => {
  const check = { name: 'service-count', counts: 'services', individual: 1, organization: 2 }

  it.each([
    ['an organization at its bound', firstFiling({}, { id: 'a' }, { id: 'b' }), 'pass'],
    ['an organization above it', firstFiling({}, { id: 'a' }, { id: 'b' }, { id: 'c' }), 'fail'],
    ['an individual at the bound', individualFiling(), 'pass'],
  ])('%s', (_, application, expected) => {
    expect(judged(check, { application }).verdict).toBe(expected)
  })

  it('does not count what is on file, and says so', () => {
    const all = { ...check, includesFiled: true }
    expect(judged(all).verdict).toBe('pass')
    expect(judged(all, addProvider({})).verdict).toBe('unsure')
  })

  it('has nothing to say where no bound is set for the entity', () => {
    expect(judged({ name: 'service-count', counts: 'domains', individual: 1 }).verdict).toBe('not-applicable')
  })

  it('keeps websites and Apps apart where they go in two orders', () => {
    const both = firstFiling({}, { id: 'a' }, { id: 'b', kind: 'app' })
    expect(judged({ name: 'one-service-kind' }, { application: both }).verdict).toBe('fail')
    expect(judged({ name: 'one-service-kind' }).verdict).toBe('pass')
  })
})

describe('what is on file', () => {
  it.each([
    ['浙ICP备12345678号', '浙ICP备12345678号-1', 'pass'],
    ['浙ICP备2023012345号', '浙ICP备2023012345号-1', 'pass'],
    ['浙ICP备1234567号', '浙ICP备1234567号-1', 'fail'],
    ['京ICP备12345678号', '京ICP备12345678号-1', 'fail'],
    ['浙ICP备12345678号-1', '浙ICP备12345678号-1', 'fail'],
    ['浙ICP备12345678号', '浙ICP备87654321号-1', 'fail'],
    ['浙ICP备12345678号', '浙ICP备12345678号-1A', 'fail'],
  ])('entity %s with service %s: %s', (entityIcpNumber, icpNumber, expected) => {
    expect(judged({ name: 'icp-number' }, addProvider({ entityIcpNumber }, icpNumber)).verdict).toBe(expected)
  })

  it('is nothing for a first filing', () => {
    expect(judged({ name: 'icp-number' }).verdict).toBe('not-applicable')
    expect(judged({ name: 'filing-password' }).verdict).toBe('not-applicable')
  })

  it('is proved by the filing password', () => {
    expect(judged({ name: 'filing-password' }, addProvider({})).verdict).toBe('pass')
    expect(judged({ name: 'filing-password' }, addProvider({ filingPassword: '' })).verdict).toBe('fail')
  })

  it.each([
    ['a first filing without a number', { application: FIRST_FILING }, 'pass'],
    [
      'a first filing with one',
      { application: firstFiling({}, { icpNumber: '浙ICP备12345678号-1' }) },
      'fail',
    ],
    ['an added provider with a number', addProvider({}), 'pass'],
    ['an added provider without', addProvider({}, ''), 'fail'],
  ])('tells the filing type: %s', (_, options, expected) => {
    expect(judged({ name: 'order-type' }, options).verdict).toBe(expected)
  })
})

describe('entity-province', () => {
  const lives = { name: 'entity-province', individualProofs: ['residence-permit'] }
  const local = { name: 'entity-province', individualProofs: [] }
  const permit = [{ kind: 'residence-permit' as const }]

  it.each([
    ['an organization at home', lives, { application: FIRST_FILING }, 'pass'],
    ['an organization elsewhere', lives, { application: FIRST_FILING, province: '310000' }, 'fail'],
    ['an individual at home', local, { application: individualFiling() }, 'pass'],
    ['an individual from elsewhere', lives, { application: individualFiling(), province: '310000' }, 'fail'],
    [
      'the same with a permit to read',
      lives,
      { application: individualFiling(), province: '310000', documents: permit },
      'unsure',
    ],
    [
      'the same where nobody is taken',
      local,
      { application: individualFiling(), province: '310000', documents: permit },
      'fail',
    ],
  ])('%s', (_, check, options, expected) => {
    expect(judged(check, options).verdict).toBe(expected)
  })
})

describe('changes', () => {
  const letter = [{ kind: 'name-change-letter' as const }]
  const renamed = changeOrder([['entity.name', '样例星河', '样例天河']])
  const replaced = changeOrder([['entity.certificate.number', 'A', 'B']])
  const phone = changeOrder([['entity.principal.mobile', '1', '2']])

  it.each([
    ['none', phone, [], 'pass'],
    ['none', renamed, letter, 'fail'],
    ['rename-only', renamed, letter, 'unsure'],
    ['rename-only', renamed, [], 'fail'],
    ['rename-only', replaced, letter, 'fail'],
    ['with-proof', replaced, letter, 'unsure'],
    ['with-proof', replaced, [], 'fail'],
    ['to-company', replaced, [], 'unsure'],
  ] as const)('policy %s', (policy, application, documents, expected) => {
    expect(judged({ name: 'change-policy', policy }, { application, documents }).verdict).toBe(expected)
  })

  it.each([
    ['entity.certificate.number', 'fail'],
    ['entity.certificate', 'fail'],
    ['application.entity.certificate.number', 'fail'],
    ['entity.certificate.address', 'pass'],
    ['entity.name', 'pass'],
  ])('locks the certificate number: a change of %s is %s', (field, expected) => {
    const check = { name: 'locked-fields', fields: ['entity.certificate.number'] }
    expect(judged(check, { application: changeOrder([[field, 'A', 'B']]) }).verdict).toBe(expected)
  })
})

describe('app-features', () => {
  const check = { name: 'app-features', digestLengths: { android: 32, ios: 40 } }
  const app = (publicKeyMd5: string | undefined, os: 'android' | 'ios' | 'mini-program' = 'android') => ({
    application: firstFiling(
      {},
      { kind: 'app', app: { platforms: [{ os, packageName: 'example.app', publicKeyMd5 }] } },
    ),
  })

  it.each([
    ['MD5', app('a'.repeat(32)), 'pass'],
    ['MD5 with colons', app(Array.from({ length: 16 }, () => 'AB').join(':')), 'pass'],
    ['a digit short', app('a'.repeat(31)), 'fail'],
    ['no hexadecimal', app('g'.repeat(32)), 'fail'],
    ['none', app(undefined), 'fail'],
    ['SHA-1 of iOS', app('0'.repeat(40), 'ios'), 'pass'],
    ['MD5 of iOS', app('0'.repeat(32), 'ios'), 'fail'],
    ['a platform without one', app(undefined, 'mini-program'), 'pass'],
  ])('%s', (_, options, expected) => {
    expect(judged(check, options).verdict).toBe(expected)
  })

  it('does not concern a website', () => {
    expect(judged(check).verdict).toBe('not-applicable')
  })
})
