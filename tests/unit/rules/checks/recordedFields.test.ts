import { describe, expect, it } from 'vitest'
import type { RecordOnFile } from '../../../../shared/domain/filing'
import { makeCheckContext } from '../../../../shared/rules/checks/checkContext'
import { compareWithRecord, type RecordField } from '../../../../shared/rules/checks/recordedFields'
import { FIRST_FILING, firstFiling, OTHER_PERSON, PRINCIPAL, SUBMITTED } from '../caseMaker'

const NUMBER = '浙ICP备12345678号-1'
const recorded = {
  name: PRINCIPAL.name,
  certificateNumber: PRINCIPAL.certificate.number,
  mobile: PRINCIPAL.mobile,
  email: PRINCIPAL.email,
}
const { entity } = FIRST_FILING

function record(
  over: Partial<RecordOnFile['entity']> = {},
  services: RecordOnFile['services'] = [],
): RecordOnFile {
  return { readOn: '2026-11-19', entity: { name: entity.name, principal: recorded, ...over }, services }
}

/** Paths and states of one field, the form's services changed a little. */
function states(field: RecordField, on: RecordOnFile, service: Parameters<typeof firstFiling>[1] = {}) {
  const application = firstFiling({}, service)
  const round = { round: 1, submittedAt: `${SUBMITTED}T10:00:00+08:00`, application, documents: [] }
  const context = makeCheckContext({ province: '330000', rounds: [round] }, SUBMITTED)
  return compareWithRecord(context, on, field)
}

describe('the form beside the record', () => {
  it('says unknown of what the record does not show, with both values as far as there are any', () => {
    expect(states('nature', record())).toEqual([
      { path: 'application.entity.nature', state: 'unknown', filed: entity.nature, recorded: '' },
    ])
    expect(states('principal-is-legal-representative', record())).toEqual([
      {
        path: 'application.entity.legalRepresentative',
        state: 'same',
        filed: entity.legalRepresentative,
        recorded: PRINCIPAL.name,
      },
    ])
  })

  it('looks at services that say they are on file, and at no others', () => {
    const services = [
      { icpNumber: NUMBER, name: '样例星河网站介绍', domains: ['xinghe.example'], principal: recorded },
    ]
    expect(states('service-names', record({}, services))).toEqual([])
    expect(states('service-names', record({}, services), { icpNumber: NUMBER })).toMatchObject([
      { path: 'application.services.0.name', state: 'same' },
    ])
    expect(states('service-names', record({}, services), { icpNumber: '浙ICP备12345678号-2' })).toMatchObject(
      [{ state: 'unknown', recorded: '' }],
    )
    expect(states('service-domains', record({}, services), { icpNumber: NUMBER })).toEqual([
      {
        path: 'application.services.0.domains',
        state: 'same',
        filed: 'xinghe.example',
        recorded: 'xinghe.example',
      },
    ])
  })

  it('compares domains as a set, in any order and case', () => {
    const on = (domains: readonly string[]) =>
      record({}, [{ icpNumber: NUMBER, name: '样例', domains: [...domains], principal: recorded }])
    expect(states('service-domains', on(['XINGHE.example']), { icpNumber: NUMBER })).toMatchObject([
      { state: 'same' },
    ])
    expect(
      states('service-domains', on(['a.example', 'xinghe.example']), { icpNumber: NUMBER }),
    ).toMatchObject([{ state: 'differs', recorded: 'a.example, xinghe.example' }])
    expect(states('service-domains', record(), { icpNumber: NUMBER })).toMatchObject([
      { state: 'unknown', recorded: '' },
    ])
  })

  it('finds the principal of a new service among all who stand in the record', () => {
    const other = {
      name: OTHER_PERSON.name,
      certificateNumber: OTHER_PERSON.certificate.number,
      mobile: OTHER_PERSON.mobile,
      email: OTHER_PERSON.email,
    }
    const services = [{ icpNumber: NUMBER, name: '样例', domains: [], principal: other }]
    const found = states('new-service-principals', record({}, services), { principal: OTHER_PERSON })
    expect(found.map(({ path, state }) => [path, state])).toEqual([
      ['application.services.0.principal.name', 'same'],
      ['application.services.0.principal.certificate.number', 'same'],
      ['application.services.0.principal.mobile', 'same'],
      ['application.services.0.principal.email', 'same'],
    ])
    expect(states('new-service-principals', record({}, services), { icpNumber: NUMBER })).toEqual([])
  })

  it('tells a principal whom nobody in the record is, with the names that are there', () => {
    const stranger = { ...OTHER_PERSON, name: '周旁人' }
    const services = [
      { icpNumber: NUMBER, name: '样例', domains: [], principal: { ...recorded, name: '李例' } },
    ]
    expect(states('new-service-principals', record({}, services), { principal: stranger })).toEqual([
      {
        path: 'application.services.0.principal.name',
        state: 'differs',
        filed: '周旁人',
        recorded: '王样 / 李例',
      },
    ])
    const empty = states('new-service-principals', record({ principal: undefined }), { principal: stranger })
    expect(empty.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  })
})
