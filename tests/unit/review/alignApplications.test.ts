import { describe, expect, it } from 'vitest'
import { FIRST_FILING } from '../rules/caseMaker'
import type { Application } from '../../../shared/domain/filing'
import { alignApplications, pathInLater } from '../../../shared/review/alignApplications'

/** A form with these parts; lists are told apart by their names, not by what else the form says. */
function form(parts: Readonly<Record<string, unknown>>): Application {
  return { ...FIRST_FILING, ...parts }
}

/** Places inside one part of the form beside each other, `-` where a round does not have it. */
function places(part: string, before: unknown, after: unknown): readonly string[] {
  return alignApplications(form({ [part]: before }), form({ [part]: after }))
    .map(({ before: earlier, after: later }) => [earlier?.path ?? '-', later?.path ?? '-'])
    .filter((pair) => pair.some((path) => path.startsWith(`application.${part}.`)))
    .map((pair) => pair.map((path) => path.replace(`application.${part}.`, '')).join(' > '))
}

describe('entries of two rounds find each other', () => {
  it('by id, whatever their order, and by nothing else', () => {
    expect(places('services', [{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }])).toEqual([
      '1 > 0',
      '1.id > 0.id',
      '0 > 1',
      '0.id > 1.id',
    ])
    expect(
      places(
        'services',
        [
          { id: 'a', name: 'x' },
          { id: 'b', name: 'y' },
        ],
        [{ id: 'a', name: 'y' }],
      ),
    ).toEqual(['0 > 0', '0.id > 0.id', '0.name > 0.name', '1 > -', '1.id > -', '1.name > -'])
  })

  it('by two keys together', () => {
    const platform = (os: string, packageName: string) => ({ os, packageName })
    expect(
      places(
        'platforms',
        [platform('ios', 'one'), platform('android', 'one')],
        [platform('android', 'one'), platform('ios', 'two'), platform('ios', 'three')],
      ).filter((line) => !/\.\w+ /u.test(line) && !line.includes('.')),
    ).toEqual(['1 > 0', '- > 1', '- > 2', '0 > -'])
  })

  it('as the same under a new key where one is left over on both sides', () => {
    expect(places('domains', [{ name: 'a' }, { name: 'b' }], [{ name: 'b' }, { name: 'c' }])).toEqual([
      '1 > 0',
      '1.name > 0.name',
      '0 > 1',
      '0.name > 1.name',
    ])
  })

  it('not where more than one is left over on a side', () => {
    expect(places('languages', ['甲', '乙'], ['丙'])).toEqual(['- > 0', '0 > -', '1 > -'])
    expect(places('languages', ['甲'], ['乙', '丙'])).toEqual(['- > 0', '- > 1', '0 > -'])
    expect(places('languages', [], ['甲'])).toEqual(['- > 0'])
  })

  it('by their value where it is plain, each once', () => {
    expect(places('languages', ['甲', '乙', '甲'], ['乙', '甲', '甲', '甲'])).toEqual([
      '1 > 0',
      '0 > 1',
      '2 > 2',
      '- > 3',
    ])
  })

  it('by all they hold where the list has no key', () => {
    const pair = (from: string, to: string) => ({ from, to })
    expect(
      places('renames', [pair('a', 'b'), pair('a', 'c')], [pair('a', 'c'), pair('a', 'b')]).filter(
        (line) => !line.includes('.'),
      ),
    ).toEqual(['1 > 0', '0 > 1'])
  })
})

describe('a field of another kind', () => {
  it('is gone and new', () => {
    expect(places('box', { inner: '甲' }, { inner: ['甲'] })).toEqual([
      'inner > -',
      '- > inner',
      '- > inner.0',
    ])
    expect(places('box', { inner: null }, { inner: { name: '甲' } })).toEqual([
      'inner > -',
      '- > inner',
      '- > inner.name',
    ])
    expect(places('box', { inner: 1 }, { inner: '1' })).toEqual(['inner > inner'])
    expect(places('box', { one: 1 }, { two: 2 })).toEqual(['- > two', 'one > -'])
  })
})

describe('the path in the later form', () => {
  it('is none where nothing of the path was ever there', () => {
    const aligned = alignApplications(FIRST_FILING, FIRST_FILING)
    expect(pathInLater(aligned, 'elsewhere.name')).toBeNull()
    expect(pathInLater([], 'application')).toBeNull()
  })

  it('follows the closest thing that holds it, not one that was only added', () => {
    const aligned = alignApplications(
      form({ services: [{ id: 'a' }] }),
      form({ services: [{ id: 'b' }, { id: 'c' }, { id: 'a', name: '新' }] }),
    )
    expect(pathInLater(aligned, 'application.services.0.name')).toBe('application.services.2.name')
    expect(pathInLater(aligned, 'application.services')).toBe('application.services')
  })
})
