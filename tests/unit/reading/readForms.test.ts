import { describe, expect, it } from 'vitest'
import { textAt } from './textAt'
import { makeSocialCreditCode } from '../../specimens/people/organisation'
import { createRandom } from '../../specimens/random'
import { datesIn, readPeriod } from '../../../shared/reading/readDates'
import { readFields } from '../../../shared/reading/readFields'
import type { TextLine } from '../../../shared/reading/textLine'

const CODE = makeSocialCreditCode(createRandom('forms'), '91', '330100')
const OTHER = makeSocialCreditCode(createRandom('other forms'), '91', '330100')

type Paper = readonly [Parameters<typeof readFields>[0], Parameters<typeof readFields>[1]]
const CARD: Paper = ['resident-id', 'portrait']
const BACK: Paper = ['resident-id', 'emblem']
const LICENCE: Paper = ['business-licence', 'face']
const CERTIFICATE: Paper = ['domain-certificate', 'page']

function said([kind, face]: Paper, ...lines: readonly TextLine[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readFields(kind, face, lines, 1).map(({ field, value, proof }) => [field, `${value} ${proof}`]),
  )
}

describe('a value behind its label', () => {
  it.each<[Paper, string, string, Readonly<Record<string, string>>]>([
    [CARD, '姓名', '尹平', { name: '尹平 none' }],
    [CARD, '姓名', '|尹 平.1', { name: '尹平. none' }],
    [CARD, '姓名', '买买提·艾力', { name: '买买提·艾力 none' }],
    [CARD, '姓名', '尹\uFFFD', { name: '尹\uFFFD incomplete' }],
    [CARD, '姓名', '\uFFFD\uFFFD', {}],
    [CARD, '姓名', '123', {}],
    [CARD, '住址', '\uFFFD', {}],
    [CARD, '住址', '某路1号', { address: '某路1号 none' }],
    [CARD, '性别', '男', { sex: '男 form' }],
    [CARD, '性别', '：女', { sex: '女 form' }],
    [CARD, '性别', '田', {}],
    [CARD, '出生', '1995年2月6日', { 'birth-date': '1995-02-06 form' }],
    [CARD, '出生', '1995年2月', { 'birth-date': '1995年2月 doubtful' }],
    [CARD, '公民身份号码', '15010019950206o337', { number: '150100199502060337 check-digit' }],
    [CARD, '公民身份号码', '1501-0019-9502-0603-37', { number: '150100199502060337 check-digit' }],
    [BACK, '有效期限', '2016.09.12-长期', { 'valid-from': '2016-09-12 form', 'valid-to': 'long-term form' }],
    [BACK, '签发机关', '贵阳市公安局', { issuer: '贵阳市公安局 none' }],
    [LICENCE, '统一社会信用代码', CODE.toLowerCase(), { number: `${CODE} check-digit` }],
    [CERTIFICATE, '域名', 'ChengHu.Example', { domain: 'chenghu.example form' }],
    [CERTIFICATE, '域名', '（不含www）chenghu.example', { domain: 'chenghu.example form' }],
    [CERTIFICATE, '域名', '(不含www)chenghu.example', { domain: 'chenghu.example form' }],
    [CERTIFICATE, '域名', 'chenghu(x).example', { domain: 'chenghu(x).example doubtful' }],
    [CERTIFICATE, '证件号码', CODE, { number: `${CODE} check-digit` }],
    [CERTIFICATE, '到期时间', '2030-01-02', { 'valid-to': '2030-01-02 form' }],
  ])('%j %s %s', (paper, label, value, expected) => {
    expect(said(paper, textAt(label, 100, 100), textAt(value, 300, 100))).toEqual(expected)
  })

  it('says where it stands and how sure the least sure piece is', () => {
    const lines = [
      textAt('住址', 100, 100),
      textAt('贵阳市观山湖区', 160, 100, { confidence: 0.9, least: 0.7 }),
      textAt('235号', 160, 130, { confidence: 0.6, least: 0.65 }),
    ]
    expect(readFields(...CARD, lines, 1)).toEqual([
      {
        field: 'address',
        value: '贵阳市观山湖区235号',
        confidence: 0.6,
        proof: 'none',
        places: [lines[1]?.corners, lines[2]?.corners],
      },
    ])
    const dim = lines.map((line) => ({ ...line, least: 0.5 }))
    expect(readFields(...CARD, dim, 1)[0]?.proof).toBe('doubtful')
  })

  it('goes on below where its kind may, and only there', () => {
    const below = (label: string) =>
      said(CARD, textAt(label, 100, 100), textAt('土家', 160, 100), textAt('族人', 160, 130))
    expect(below('民族')).toEqual({ ethnicity: '土家 none' })
    expect(below('住址')).toEqual({ address: '土家族人 none' })
  })
})

describe('a number that stands by itself', () => {
  it.each<[Paper, readonly string[], Readonly<Record<string, string>>]>([
    [CARD, ['150100199502060337'], { number: '150100199502060337 check-digit' }],
    [CARD, ['号码150100199502060337止'], { number: '150100199502060337 check-digit' }],
    [CARD, ['150100199502060387'], { number: '150100199502060387 wrong-check-digit' }],
    [CARD, ['15010019950206033'], {}],
    [CARD, [CODE], {}],
    [LICENCE, [CODE], { number: `${CODE} check-digit` }],
    [LICENCE, [CODE, CODE], { number: `${CODE} check-digit` }],
    [LICENCE, [CODE, OTHER], { number: `${CODE} check-digit` }],
    [CERTIFICATE, [CODE], {}],
    [BACK, ['150100199502060337'], {}],
  ])('on %j: %j', (paper, texts, expected) => {
    const lines = texts.map((text, index) => textAt(text, 100, 100 + index * 60))
    expect(said(paper, ...lines)).toEqual(expected)
  })

  it('takes the place of what is none behind the label, unless two are proven', () => {
    const label = [textAt('统一社会信用代码', 100, 40), textAt('91A', 300, 40)]
    expect(said(LICENCE, ...label)).toEqual({ number: '91A doubtful' })
    expect(said(LICENCE, ...label, textAt(CODE, 100, 200))).toEqual({ number: `${CODE} check-digit` })
    expect(said(LICENCE, ...label, textAt(CODE, 100, 200), textAt(OTHER, 100, 300))).toEqual({
      number: '91A doubtful',
    })
  })
})

describe('dates on papers', () => {
  it.each([
    ['2021.08.17', ['2021-08-17']],
    ['2021年8月7日', ['2021-08-07']],
    ['自2021-8-17至2031-08-16', ['2021-08-17', '2031-08-16']],
    ['2021.02.29', []],
    ['2020.02.29', ['2020-02-29']],
    ['2021.13.01', []],
    ['2021.04.31', []],
    ['2021.8', []],
    ['', []],
  ])('%s: %j', (text, dates) => {
    expect(datesIn(text)).toEqual(dates)
  })

  it.each([
    ['2016.09.12-2026.09.12', ['valid-from 2016-09-12 form', 'valid-to 2026-09-12 form']],
    ['2016.09.12-长期', ['valid-from 2016-09-12 form', 'valid-to long-term form']],
    ['至2026.09.12', ['valid-to 2026-09-12 form']],
    ['长期', ['valid-to long-term form']],
    ['不清', ['valid-to 不清 doubtful']],
    ['2016.09.12-2026.02.30', ['valid-from 2016-09-12 form', 'valid-to 2016.09.12-2026.02.30 doubtful']],
    ['2016年9月12日至20', ['valid-from 2016-09-12 form', 'valid-to 2016年9月12日至20 doubtful']],
    ['2016.13.12-2026.09.12', ['valid-to 2026-09-12 form']],
    ['2026-09-12', ['valid-to 2026-09-12 form']],
  ])('a validity of %s', (text, expected) => {
    expect(readPeriod(text).map(({ field, value, proof }) => `${field} ${value} ${proof}`)).toEqual(expected)
  })
})
