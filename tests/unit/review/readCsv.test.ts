import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../shared/review/csvText'
import { readCsv } from '../../../shared/review/readCsv'
import { refusal, success } from '../../../shared/result'

describe('A CSV text', () => {
  it('has rows of cells, in quotes or not, with either end of a line', () => {
    expect(readCsv('\uFEFFa,b\r\n"c,""d""\ne",f\n')).toEqual(
      success([
        ['a', 'b'],
        ['c,"d"\ne', 'f'],
      ]),
    )
    expect(readCsv('a,,\n\n , \nb')).toEqual(success([['a', '', ''], ['b']]))
    expect(readCsv('')).toEqual(success([]))
  })

  it('is refused by the line of a quote that stays open', () => {
    expect(readCsv('a\nb,"c\nd')).toEqual(refusal(2))
  })

  it('is read as it was written', () => {
    const cell = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() !== '' && !/^[=+\-@＝＋－＠\t\r]/u.test(text))
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(csvText(rows))).toEqual(success(rows))
      }),
    )
  })
})
