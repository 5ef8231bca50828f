import { describe, expect, it } from 'vitest'
import {
  changeOrder,
  FIRST_FILING,
  firstFiling,
  individualFiling,
  makeContext,
  OTHER_PERSON,
  PRINCIPAL,
  WEBSITE,
} from './caseMaker'
import type { Application } from '../../../shared/domain/filing'
import { conditionSchema, conditionState } from '../../../shared/rules/conditions'

type Options = Parameters<typeof makeContext>[0]

/** How the condition stands, what it points at and what it says, in the words a line shows. */
function stateOf(condition: unknown, options: Options = {}) {
  const { holds, evidence, measured, expected } = conditionState(
    conditionSchema.parse(condition),
    makeContext(options),
  )
  const places = evidence.map((item) => (item.kind === 'field' ? item.path : item.kind))
  return [holds, places, measured, expected]
}

const [DOMAIN] = WEBSITE.domains
const foreign = {
  ...DOMAIN,
  name: 'b.example',
  registrantName: '别家公司',
} as (typeof WEBSITE.domains)[number]
const byPrincipal = { ...foreign, registrantName: '王样' }
const two = firstFiling(
  {},
  { id: 'a' },
  { id: 'b', principal: OTHER_PERSON, contentCategories: ['其他', '论坛'] },
)

function living(address: string | undefined): Application {
  const { address: _, ...certificate } = FIRST_FILING.entity.certificate
  return firstFiling({ certificate: address === undefined ? certificate : { ...certificate, address } })
}

describe('what a condition finds', () => {
  it.each<readonly [string, unknown, Options, readonly unknown[]]>([
    ['province', { is: 'province', anyOf: ['330000'] }, {}, [true, [], '330000', undefined]],
    [
      'content of one service of two',
      { is: 'content', anyOf: ['论坛'] },
      { application: two },
      [true, ['application.services'], '单位门户网站, 其他, 论坛', undefined],
    ],
    [
      'an entity from elsewhere',
      { is: 'outside-province' },
      { application: living('上海市黄浦区样例路1号') },
      [true, ['application.entity.certificate.address'], '上海市黄浦区样例路1号', undefined],
    ],
    [
      'an entity from here',
      { is: 'outside-province' },
      { application: living('浙江省杭州市样例路1号') },
      [false, ['application.entity.certificate.address'], '浙江省杭州市样例路1号', undefined],
    ],
    [
      'an address that names no division',
      { is: 'outside-province' },
      { application: living('样例路1号') },
      ['unknown', ['application.entity.certificate.address'], '样例路1号', undefined],
    ],
    [
      'no address',
      { is: 'outside-province' },
      { application: living(undefined) },
      ['unknown', ['application.entity.certificate.address'], '', undefined],
    ],
    [
      'a principal from elsewhere',
      { is: 'outside-province', of: 'entity-principal' },
      { province: '110000' },
      [true, ['application.entity.principal.certificate.address'], '浙江省杭州市西湖区样例路1号', undefined],
    ],
    [
      'a change of one of the fields',
      { is: 'changed', fields: ['entity.name', 'entity.nature'] },
      { application: changeOrder([['entity.name', 'A', 'B']]) },
      [true, ['application.changes'], undefined, 'entity.name / entity.nature'],
    ],
    [
      'a count that is bounded',
      { is: 'more-than', counts: 'services', organization: 1 },
      { application: two },
      [true, ['application.services'], '2', '> 1'],
    ],
    [
      'a count that is not bounded for this kind of entity',
      { is: 'more-than', counts: 'services', individual: 0 },
      { application: two },
      [false, ['application.services'], '2', undefined],
    ],
    [
      'domains of all services',
      { is: 'more-than', counts: 'domains', organization: 1 },
      { application: two },
      [true, ['application.services'], '2', '> 1'],
    ],
    [
      'addresses of the service with the most',
      { is: 'more-than', counts: 'addresses', organization: 1 },
      {},
      [false, ['application.services'], '1', '> 1'],
    ],
    [
      'a declared approval',
      { is: 'pre-approval-declared' },
      {
        application: firstFiling(
          {},
          { preApprovals: [{ category: '新闻', number: '1', authority: '某局' }] as never },
        ),
      },
      [true, ['application.services'], '0', undefined],
    ],
    [
      'an uploaded approval',
      { is: 'pre-approval-declared' },
      { documents: [{ kind: 'business-licence' }, { kind: 'pre-approval' }] },
      [true, ['application.services'], '0', undefined],
    ],
    [
      'a paper that is no approval',
      { is: 'pre-approval-declared' },
      { documents: [{ kind: 'business-licence' }] },
      [false, ['application.services'], '0', undefined],
    ],
  ])('%s', (_, condition, options, expected) => {
    expect(stateOf(condition, options)).toEqual(expected)
  })

  it.each([
    [[DOMAIN], ['entity'], false],
    [[DOMAIN, foreign], ['entity', 'legal-representative'], true],
    [[foreign, DOMAIN], ['entity'], true],
    [[byPrincipal], ['entity', 'legal-representative'], false],
    [[byPrincipal], ['entity'], true],
    [[foreign], [], true],
  ])('holders of domains, one that is somebody else is enough: case %#', (domains, anyOf, holds) => {
    const application = firstFiling({}, { domains: domains as typeof WEBSITE.domains })
    expect(stateOf({ is: 'registrant-other-than', anyOf }, { application })).toEqual([
      holds,
      domains.map((_, index) => `application.services.0.domains.${String(index)}.registrantName`),
      domains.map((domain) => domain?.registrantName).join(', '),
      undefined,
    ])
  })

  it('people, one that is somebody else is enough', () => {
    const names = ['application.services.0.principal.name', 'application.services.1.principal.name']
    expect(stateOf({ is: 'principals-differ' }, { application: two })).toEqual([
      true,
      names,
      '王样',
      undefined,
    ])
    const other = { is: 'principal-other-than-legal-representative', persons: ['service-principals'] }
    expect(stateOf(other, { application: two })).toEqual([true, names, '王样', undefined])
    expect(stateOf(other)).toEqual([false, names.slice(0, 1), '王样', undefined])
  })

  it('papers of people, each kind once', () => {
    const passport = { ...OTHER_PERSON, certificate: { ...PRINCIPAL.certificate, type: 'passport' as const } }
    const application = firstFiling({}, { id: 'a' }, { id: 'b', principal: passport }, { id: 'c' })
    const persons = ['service-principals']
    const types = [0, 1, 2].map((index) => `application.services.${String(index)}.principal.certificate.type`)
    const measured = 'resident-id, passport'
    expect(stateOf({ is: 'person-certificate', persons, anyOf: ['passport'] }, { application })).toEqual([
      true,
      types,
      measured,
      undefined,
    ])
    const none = { is: 'person-certificate', persons, noneOf: ['resident-id', 'passport'] }
    expect(stateOf(none, { application })).toEqual([false, types, measured, undefined])
  })

  it('what is on file already is known of a first filing only', () => {
    const condition = { is: 'more-than', counts: 'services', organization: 5, includesFiled: true }
    const later = changeOrder([['entity.name', 'A', 'B']])
    expect(stateOf(condition)[0]).toBe(false)
    expect(stateOf(condition, { application: later })[0]).toBe('unknown')
    expect(stateOf({ ...condition, organization: 0 }, { application: later })[0]).toBe(true)
    const individual = { application: individualFiling() }
    expect(stateOf(condition, individual)).toEqual([false, ['application.services'], '1', undefined])
  })
})
