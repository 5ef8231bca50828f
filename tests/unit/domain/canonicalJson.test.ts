import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/canonicalJson'

describe('canonicalJson', () => {
  it('gives equal values equal text, whatever the order of their keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: '字' }] })).toBe('{"a":[{"c":"字","d":1}],"b":1}')
    expect(canonicalJson({ a: undefined, b: null })).toBe(canonicalJson({ b: null }))
  })

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]')
  })
})
