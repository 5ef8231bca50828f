import { describe, expect, it } from 'vitest'
import { csvText } from '../../../shared/review/csvText'

describe('csvText', () => {
  it('writes lines after RFC 4180, with a byte order mark that spreadsheets tell UTF-8 by', () => {
    const text = csvText([
      ['省份', '待审'],
      ['浙江 "杭州"', 12],
      ['两行\n一格, 逗号', null],
    ])
    expect(text).toBe('\uFEFF"省份","待审"\r\n"浙江 ""杭州""",12\r\n"两行\n一格, 逗号",\r\n')
    expect([...new TextEncoder().encode(text)].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠A1'])(
    'leaves a spreadsheet nothing to carry out in %j',
    (text) => {
      expect(csvText([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
    },
  )

  it('keeps numbers that are below zero numbers', () => {
    expect(csvText([[-3, 0.25]])).toBe('\uFEFF-3,0.25\r\n')
  })
})
