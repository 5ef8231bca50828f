import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJsonFile } from '../../../shared/canonicalJson'

describe('canonicalJsonFile', () => {
  it('sorts keys at every depth and ends with a line end', () => {
    expect(canonicalJsonFile({ b: [{ d: 1, c: 2 }], a: null })).toBe(
      '{\n  "a": null,\n  "b": [\n    {\n      "c": 2,\n      "d": 1\n    }\n  ]\n}\n',
    )
  })

  it('leaves out what is undefined', () => {
    expect(canonicalJsonFile({ a: undefined, b: 1 })).toBe('{\n  "b": 1\n}\n')
  })

  it('gives one text for a value, however it was put together', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJsonFile(reversed)).toBe(canonicalJsonFile(value))
      }),
    )
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(JSON.parse(canonicalJsonFile(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
