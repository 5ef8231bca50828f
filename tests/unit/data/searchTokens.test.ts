import { describe, expect, it } from 'vitest'
import { searchQuery, searchText } from '../../../electron/data/search/searchTokens'

describe('searchText', () => {
  it('cuts Chinese into characters and keeps latin words and numbers whole', () => {
    expect(searchText(['京ICP备12345678号-1A'])).toBe('京 icp 备 12345678 号 1a')
    expect(searchText(['www.Example.com'])).toBe('www example com')
  })

  it('puts a break between fields', () => {
    expect(searchText(['甲', '乙'])).toBe('甲 \uE000 乙')
  })

  it('folds width and case', () => {
    expect(searchText(['ＡＢＣ１２３　王＊'])).toBe('abc123 王')
  })
})

describe('searchQuery', () => {
  it.each([
    ['张伟', '"张 伟"'],
    ['138001', '"138001" *'],
    ['星河 portal', '"星 河" AND "portal" *'],
    ['京ICP备12', '"京 icp 备 12" *'],
    ['"x" OR y*', '"x" * AND "or" * AND "y" *'],
    ['。！', '""'],
  ])('makes %s into %s', (typed, query) => {
    expect(searchQuery(typed)).toBe(query)
  })

  it('asks nothing when nothing was typed', () => {
    expect(searchQuery('  \u3000 ')).toBeNull()
  })

  it('cannot contain the mark between fields', () => {
    expect(searchQuery('甲\uE000乙')).toBe('"甲 乙"')
  })
})
