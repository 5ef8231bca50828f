import { describe, expect, it } from 'vitest'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { hasIssuedNumbers, issuedNumberProblems } from '../../../shared/filing/issuedNumbers'

const FILING = {
  filingType: 'first-filing',
  province: '330000',
  services: [
    { id: 's1', kind: 'website' },
    { id: 's2', kind: 'app' },
  ],
} as const
const GOOD = {
  entity: '浙ICP备12345678号',
  services: [
    { serviceId: 's1', number: '浙ICP备12345678号-1' },
    { serviceId: 's2', number: '浙ICP备12345678号-2A' },
  ],
}

function problemsWith(change: Partial<typeof GOOD>) {
  return issuedNumberProblems(FILING, { ...GOOD, ...change })
}

describe('issuedNumberProblems', () => {
  it('finds nothing in numbers of the division, one for each service', () => {
    expect(issuedNumberProblems(FILING, GOOD)).toEqual([])
  })

  it('wants the entity’s number of this division, in its own form', () => {
    const other = {
      services: GOOD.services.map((own) => ({ ...own, number: own.number.replace('浙', '沪') })),
    }
    expect(problemsWith({ entity: '沪ICP备12345678号', ...other })).toEqual([
      { code: 'other-province', of: 'entity' },
    ])
    expect(problemsWith({ entity: '浙ICP备12345678号-1' })).toEqual([{ code: 'wrong-form', of: 'entity' }])
    expect(problemsWith({ entity: '浙ICP证120001号' })).toEqual([{ code: 'operating-licence', of: 'entity' }])
  })

  it.each([
    ['浙ICP备12345678号', 'wrong-form'],
    ['浙ICP备12345678号-1A', 'wrong-form'],
    ['浙ICP备87654321号-1', 'other-entity'],
    ['12345678', 'form'],
  ])('names the website whose number is %s', (number, code) => {
    const services = [{ serviceId: 's1', number }, ...GOOD.services.slice(1)]
    expect(problemsWith({ services })).toEqual([{ code, of: 's1' }])
  })

  it('wants each service once, with a number of its own', () => {
    expect(problemsWith({ services: GOOD.services.slice(0, 1) })).toEqual([
      { code: 'service-missing', of: 's2' },
    ])
    const same = [GOOD.services[0], { serviceId: 's2', number: '浙ICP备12345678号-1A' }].flatMap(
      (own) => own ?? [],
    )
    expect(problemsWith({ services: same }).map(({ code }) => code)).toEqual(['twice', 'twice'])
    expect(
      problemsWith({ services: [...GOOD.services, { serviceId: 's9', number: '浙ICP备12345678号-9' }] }),
    ).toEqual([{ code: 'service-unknown', of: 's9' }])
  })

  it('takes a number of either form for a service of another kind, and none of the entity', () => {
    const filing = { ...FILING, services: [{ id: 's1', kind: 'other' }] } as const
    const problems = (number: string) =>
      issuedNumberProblems(filing, { ...GOOD, services: [{ serviceId: 's1', number }] })
    expect(problems('浙ICP备12345678号-1')).toEqual([])
    expect(problems('浙ICP备12345678号-1A')).toEqual([])
    expect(problems('浙ICP备12345678号')).toEqual([{ code: 'wrong-form', of: 's1' }])
  })

  it('names a service that was given two numbers, even of its own', () => {
    const services = [...GOOD.services, { serviceId: 's1', number: '浙ICP备12345678号-3' }]
    expect(problemsWith({ services })).toEqual([{ code: 'twice', of: 's1' }])
    const app = [...GOOD.services.slice(0, 1), { serviceId: 's2', number: '浙ICP备12345678号' }]
    expect(problemsWith({ services: app })).toEqual([{ code: 'wrong-form', of: 's2' }])
  })

  it('wants none where a filing ends, and some everywhere else', () => {
    for (const filingType of FILING_TYPES) {
      const given = issuedNumberProblems({ ...FILING, filingType }, GOOD)
      const none = issuedNumberProblems({ ...FILING, filingType }, null)
      expect([given, none]).toEqual(
        hasIssuedNumbers(filingType)
          ? [[], [{ code: 'numbers-missing', of: null }]]
          : [[{ code: 'numbers-unexpected', of: null }], []],
      )
    }
    expect(FILING_TYPES.filter((type) => !hasIssuedNumbers(type))).toEqual([
      'cancel-entity',
      'cancel-service',
      'remove-provider',
    ])
  })
})
