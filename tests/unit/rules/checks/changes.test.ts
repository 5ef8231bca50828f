import { describe, expect, it } from 'vitest'
import { addMonths, ageOn } from '../../../../shared/rules/checks/dates'
import { changesOf } from '../../../../shared/rules/checks/changes'
import { FIRST_FILING } from '../caseMaker'

/** Fields of a change order that touch the wanted ones. */
function touched(changed: readonly string[], wanted: readonly string[]): readonly string[] {
  const { entity, services } = FIRST_FILING
  const changes = changed.map((field) => ({ field, before: '旧', after: '新' }))
  const existing = { entityIcpNumber: '浙ICP备12345678号' }
  return changesOf({ filingType: 'change', entity, services, existing, changes }, wanted).map(
    ({ change }) => change.field,
  )
}

describe('the changes that touch a field', () => {
  it.each([
    ['entity.name', 'entity.name', true],
    ['application.entity.name', 'entity.name', true],
    ['entity', 'entity.name', true],
    ['entity.principal.mobile', 'entity.principal', true],
    ['entity.names', 'entity.name', false],
    ['entity.nature', 'entity.name', false],
    ['services[0].domains', 'services.*.domains', true],
    ['services[12].domains', 'services.*.domains', true],
    ['application.services[0].domains[1].name', 'services.*.domains', true],
    ['services.0.domains.1.name', 'services.*.domains', true],
    ['services.10.name', 'services.*.name', true],
    ['services[0].name', 'services.*.domains', false],
    ['services.first.domains', 'services.*.domains', false],
    ['services.1st.domains', 'services.*.domains', false],
    ['services.s1.domains', 'services.*.domains', false],
    ['services', 'services.*.domains', true],
    ['.entity..name', 'entity.name', true],
    ['services[x].domains', 'services.*.domains', false],
  ])('%s touches %s: %s', (changed, wanted, expected) => {
    expect(touched([changed], [wanted])).toEqual(expected ? [changed] : [])
  })

  it('are found by any of the wanted fields, each with its place', () => {
    const { entity, services } = FIRST_FILING
    const change = (field: string) => ({ field, before: '旧', after: '新' })
    const existing = { entityIcpNumber: '浙ICP备12345678号' }
    const changes = [change('entity.remarks'), change('entity.name'), change('services[0].name')]
    const found = changesOf({ filingType: 'change', entity, services, existing, changes }, [
      'services.*.name',
      'entity.name',
    ])
    expect(found.map(({ path }) => path)).toEqual(['application.changes.1', 'application.changes.2'])
  })

  it('are none in an order of another type', () => {
    expect(changesOf(FIRST_FILING, ['entity.name'])).toEqual([])
  })
})

describe('dates in years and months', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-10-09', 3, '2027-01-09'],
    ['2026-12-01', 12, '2027-12-01'],
    ['2026-03-31', -1, '2026-02-28'],
    ['0999-12-05', 1, '1000-01-05'],
    ['0998-12-05', 1, '0999-01-05'],
  ])('%s and %i months: %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it.each([
    ['2000-02-29', '2018-02-28', 17],
    ['2000-02-29', '2018-03-01', 18],
    ['2000-05-10', '2018-05-09', 17],
    ['2000-05-10', '2018-05-10', 18],
  ])('born %s, on %s: %i years', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age)
  })
})
