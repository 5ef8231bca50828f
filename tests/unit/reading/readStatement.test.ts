import { describe, expect, it } from 'vitest'
import { textAt } from './textAt'
import { readFields } from '../../../shared/reading/readFields'
import type { TextLine } from '../../../shared/reading/textLine'

const CODE = '91520100PDY8824973'

/** What a statement of one line, or of these lines, says. */
function said(...lines: ReadonlyArray<string | TextLine>): Readonly<Record<string, string>> {
  const placed = lines.map((own, index) =>
    typeof own === 'string' ? textAt(own, 100, 100 + index * 30) : own,
  )
  return Object.fromEntries(
    readFields('filing-commitment', 'page', placed, 1).map(({ field, value, proof }) => [
      field,
      `${value} ${proof}`,
    ]),
  )
}

describe('a statement in running text', () => {
  it.each([
    [`贵阳澄湖有限公司（证件号码：${CODE}）现就`, '贵阳澄湖有限公司 none', `${CODE} check-digit`],
    [`贵阳澄湖有限公司(统一社会信用代码:${CODE})现就`, '贵阳澄湖有限公司 none', `${CODE} check-digit`],
    ['尹平（身份证号码：150100199502060337）现就', '尹平 none', '150100199502060337 check-digit'],
    ['尹平（证件号码：150100199502060387）现就', '尹平 none', '150100199502060387 wrong-check-digit'],
    ['尹平（证件号码：15O1OO1995O2O6O337）现就', '尹平 none', '150100199502060337 check-digit'],
    ['某社（证件号码：PDY55784-6）现就', '某社 none', 'PDY557846 none'],
    [
      `贵阳澄湖（集团）有限公司（证件号码：${CODE}）现就`,
      '贵阳澄湖（集团）有限公司 none',
      `${CODE} check-digit`,
    ],
    ['John.Doe·Lee（证件号码：E12345678）现就', 'John.Doe·Lee none', 'E12345678 none'],
    ['兹授权尹平（证件号码：E12345678）办理', '尹平 none', 'E12345678 none'],
    ['授权人：尹平，系贵阳澄湖有限公司（证件号码：E12345678）的', '贵阳澄湖有限公司 none', 'E12345678 none'],
    ['致贵州省通信管理局：尹平（证件号码：E12345678）承诺', '尹平 none', 'E12345678 none'],
    ['授权人：尹平（证件号码：E12345678）', '尹平 none', 'E12345678 none'],
    ['尹\uFFFD（证件号码：E12345678）', '尹\uFFFD incomplete', 'E12345678 none'],
  ])('%s', (text, name, number) => {
    expect(said(text)).toEqual({ name, number })
  })

  it.each([
    ['尹（证件号码：E12345678）'],
    ['尹平（证件号码：E1234567）'],
    ['尹平（证件号码：E12345678901234567890A）'],
    ['尹平（手机号码：E12345678）'],
    ['尹平 证件号码：E12345678'],
    ['域名：ab）'],
    ['域名chenghu.example）'],
    ['域名：chenghu.example'],
  ])('has no party and no domain in %s', (text) => {
    expect(said(text)).toEqual({})
  })

  it.each([
    ['网站“澄湖”（域名：chenghu.example）的', 'chenghu.example form'],
    ['网站“澄湖”(域名:Chenghu.Example)的', 'chenghu.example form'],
    ['网站“澄湖”（域名：cheng_hu.example）的', 'cheng_hu.example doubtful'],
  ])('names its domain: %s', (text, domain) => {
    expect(said(text)).toEqual({ domain })
  })

  it('goes on from line to line, wherever they break', () => {
    expect(
      said(
        '致贵州省通信管理局：贵阳澄湖有限公',
        `司（证件号码：${CODE.slice(0, 5)}`,
        `${CODE.slice(5)}）的域名：cheng`,
        'hu.example）承诺如下内容',
      ),
    ).toEqual({
      name: '贵阳澄湖有限公司 none',
      number: `${CODE} check-digit`,
      domain: 'chenghu.example form',
    })
  })

  it('says of each value which lines it stands in, and how sure the least of them is', () => {
    const lines = [
      textAt('致贵州省通信管理局：贵阳澄湖有限公', 100, 100, { confidence: 0.9 }),
      textAt(`司（证件号码：${CODE.slice(0, 5)}`, 100, 130, { width: 340, confidence: 0.8 }),
      textAt(`${CODE.slice(5)}）（域名：ch`, 100, 160, { width: 340, confidence: 0.7, least: 0.5 }),
      textAt('enghu.example）承诺如下的内容', 100, 190, { width: 340, confidence: 0.6 }),
      textAt('以上内容真实有效，如有不实愿', 100, 220, { width: 340, confidence: 0.5 }),
    ]
    const fields = readFields('filing-commitment', 'page', lines, 1)
    const told = fields.map(({ field, confidence, proof, places }) => [
      field,
      confidence,
      proof,
      places.map((corners) => lines.findIndex((line) => line.corners === corners)),
    ])
    expect(told).toEqual([
      ['name', 0.8, 'none', [0, 1]],
      ['number', 0.7, 'check-digit', [1, 2]],
      ['domain', 0.6, 'form', [2, 3]],
    ])
    const dim = lines.map((line, index) => (index === 1 ? { ...line, least: 0.8 } : line))
    expect(readFields('filing-commitment', 'page', dim, 1)[0]?.proof).toBe('doubtful')
  })

  it('does not take in what stands beside the sheet on either side', () => {
    const own = [
      textAt('贵阳澄湖有限公司（证件号码：91520', 300, 100, { width: 400 }),
      textAt('100PDY8824973）现就网站作出承诺', 300, 130, { width: 400 }),
    ]
    const beside = [textAt('通知', 100, 112), textAt('会议', 800, 116)]
    const expected = { name: '贵阳澄湖有限公司 none', number: `${CODE} check-digit` }
    expect(said(...own, ...beside)).toEqual(expected)
    expect(said(...own)).toEqual(expected)
  })

  it('has nothing where nothing was read', () => {
    expect(said()).toEqual({})
  })
})
