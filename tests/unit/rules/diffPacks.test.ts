import { describe, expect, it } from 'vitest'
import { diffPacks, packDiffSchema } from '../../../shared/rules/diffPacks'
import { comparePackVersions } from '../../../shared/rules/rulePack'
import { makePack, ruleOf } from './packMaker'

describe('comparing two packs', () => {
  it('finds nothing where only the order of rules and keys differs', () => {
    const a = ruleOf('national:a', { severity: 'warn' })
    const turned = Object.fromEntries(Object.entries(a).toReversed())
    const found = diffPacks(makePack(a, ruleOf('national:b')), makePack(ruleOf('national:b'), turned))
    expect(found).toMatchObject({ added: [], removed: [], ended: [], changed: [] })
  })

  it('tells added, removed, ended and changed rules apart, divisions included, in the order of ids', () => {
    const before = makePack(
      ruleOf('desk:gone'),
      ruleOf('national:ends'),
      ruleOf('330000:stays'),
      ruleOf('330000:changes', { severity: 'warn' }),
    )
    const after = makePack(
      ruleOf('national:ends', { effectiveTo: '2026-12-31', severity: 'info' }),
      ruleOf('national:z-new'),
      ruleOf('330000:stays'),
      ruleOf('330000:changes', { severity: 'return' }),
      ruleOf('110000:new'),
    )
    const found = diffPacks(before, after)
    expect(packDiffSchema.parse(found)).toEqual(found)
    expect(found.added.map(({ id }) => id)).toEqual(['110000:new', 'national:z-new'])
    expect(found.removed.map(({ id }) => id)).toEqual(['desk:gone'])
    expect(found.ended).toMatchObject([
      {
        id: 'national:ends',
        fields: [
          { field: 'effectiveTo', before: null, after: '2026-12-31' },
          { field: 'severity', before: 'return', after: 'info' },
        ],
      },
    ])
    expect(found.changed).toMatchObject([
      { id: '330000:changes', fields: [{ field: 'severity', before: 'warn', after: 'return' }] },
    ])
  })

  it('names a field inside a field by its path, lists as one, and what was not there as null', () => {
    const before = makePack(ruleOf('desk:a', { title: { zh: '甲', en: 'A' }, reasonIds: ['one'] }))
    const after = makePack(
      ruleOf('desk:a', { title: { zh: '乙', en: 'A' }, reasonIds: ['one', 'two'], topic: 'age' }),
    )
    expect(diffPacks(before, after).changed[0]?.fields).toEqual([
      { field: 'reasonIds', before: ['one'], after: ['one', 'two'] },
      { field: 'title.zh', before: '甲', after: '乙' },
      { field: 'topic', before: null, after: 'age' },
    ])
  })

  it('does not call a rule ended that had ended before', () => {
    const before = makePack(ruleOf('desk:a', { effectiveTo: '2020-01-01' }))
    const after = makePack(ruleOf('desk:a', { effectiveTo: '2021-01-01' }))
    expect(diffPacks(before, after)).toMatchObject({ ended: [], changed: [{ id: 'desk:a' }] })
  })
})

describe('versions of packs', () => {
  it('follow each other by day, then by number', () => {
    const sorted = ['2026-11-21', '2026-11-21-2', '2026-11-21-10', '2026-11-22']
    expect(sorted.toReversed().toSorted(comparePackVersions)).toEqual(sorted)
    expect(comparePackVersions('2026-11-21', '2026-11-21')).toBe(0)
  })
})
