import { describe, expect, it } from 'vitest'
import { textAt } from './textAt'
import { labelledValue } from '../../../shared/reading/labelledValues'
import { textRows } from '../../../shared/reading/textRows'
import type { TextLine } from '../../../shared/reading/textLine'

const LABELS = ['名称', '机构名称', '住所', '类型', '法定代表人', '经营范围', '注册资本']

type Reading = Parameters<typeof labelledValue>[4]

/** The value and the texts of the pieces that it was put together from; null where nothing was found. */
function found(
  lines: readonly TextLine[],
  label: string,
  options: { isLong?: boolean; reading?: Reading } = {},
) {
  const rows = textRows(lines, 1, () => false)
  const value = labelledValue(rows, label, LABELS, options.isLong ?? false, options.reading)
  return value === null ? null : [value.text, value.pieces.map(({ text }) => text)]
}

describe('what stands behind a label', () => {
  it.each<[string, readonly TextLine[], string, unknown]>([
    ['in the same piece', [textAt('住所某路1号', 100, 100)], '住所', ['某路1号', ['住所某路1号']]],
    [
      'in the next piece',
      [textAt('住所', 100, 100), textAt('某路1号', 160, 100)],
      '住所',
      ['某路1号', ['某路1号']],
    ],
    [
      'in both',
      [textAt('住所某路', 100, 100), textAt('1号', 190, 100)],
      '住所',
      ['某路1号', ['住所某路', '1号']],
    ],
    ['behind a colon', [textAt('住所：某路1号', 100, 100)], '住所', ['某路1号', ['住所：某路1号']]],
    [
      'behind a narrow colon',
      [textAt('住所:', 100, 100), textAt('某路1号', 170, 100)],
      '住所',
      ['某路1号', ['某路1号']],
    ],
    [
      'with a colon of its own',
      [textAt('住所某路：1号', 100, 100)],
      '住所',
      ['某路：1号', ['住所某路：1号']],
    ],
    ['behind stains', [textAt('住\uFFFD\uFFFD所某路', 100, 100)], '住所', ['某路', ['住\uFFFD\uFFFD所某路']]],
    [
      'behind stains that come first',
      [textAt('\uFFFD住所某路', 100, 100)],
      '住所',
      ['某路', ['\uFFFD住所某路']],
    ],
    [
      'behind a label in two pieces',
      [textAt('住', 100, 100), textAt('所', 150, 100), textAt('某路', 190, 100)],
      '住所',
      ['某路', ['某路']],
    ],
    [
      'up to the next label in the same piece',
      [textAt('名称澄湖住所某路', 100, 100), textAt('2号', 270, 100)],
      '名称',
      ['澄湖', ['名称澄湖住所某路']],
    ],
    [
      'up to the nearest of two labels',
      [textAt('名称澄湖类型公司住所某路', 100, 100)],
      '名称',
      ['澄湖', ['名称澄湖类型公司住所某路']],
    ],
    [
      'up to the next label in its own piece',
      [textAt('名称', 100, 100), textAt('澄湖', 160, 100), textAt('住所某路', 210, 100)],
      '名称',
      ['澄湖', ['澄湖']],
    ],
    [
      'up to the first part of the next label',
      [textAt('名称', 100, 100), textAt('澄湖', 160, 100), textAt('住', 210, 100), textAt('所', 250, 100)],
      '名称',
      ['澄湖', ['澄湖']],
    ],
    [
      'up to what stands far apart',
      [textAt('名称', 100, 100), textAt('澄湖', 160, 100), textAt('广告', 290, 100)],
      '名称',
      ['澄湖', ['澄湖']],
    ],
    ['nowhere: another label', [textAt('住址某路', 100, 100)], '住所', null],
    ['nowhere: half a label', [textAt('住', 100, 100)], '住所', null],
    ['nowhere: nothing behind it', [textAt('住所', 100, 100), textAt('类型', 160, 100)], '住所', null],
    [
      'nowhere: the end of a longer label',
      [textAt('机构名称', 100, 100), textAt('澄湖', 190, 100)],
      '名称',
      null,
    ],
    [
      'behind the longer label',
      [textAt('机构名称', 100, 100), textAt('澄湖', 190, 100)],
      '机构名称',
      ['澄湖', ['澄湖']],
    ],
    [
      'behind a later one',
      [textAt('登记', 100, 60), textAt('住所', 100, 100), textAt('某路', 160, 100)],
      '住所',
      ['某路', ['某路']],
    ],
    ['behind a comma without its number', [textAt('、住所某路', 100, 100)], '住所', ['某路', ['、住所某路']]],
    [
      'with a letter of the next label in it',
      [textAt('住所', 100, 100), textAt('人民路', 160, 100)],
      '住所',
      ['人民路', ['人民路']],
    ],
  ])('%s', (_, lines, label, expected) => {
    expect(found(lines, label)).toEqual(expected)
  })

  it.each<[string, readonly TextLine[], string]>([
    ['once where pieces overlap', [textAt('住所某路', 100, 100), textAt('路1号', 178, 100)], '某路1号'],
    [
      'as it stands where they do not',
      [textAt('住所某路', 100, 100), textAt('路1号', 182, 100)],
      '某路路1号',
    ],
    [
      'as it stands where it is no repetition',
      [textAt('住所某路', 100, 100), textAt('1号路', 178, 100)],
      '某路1号路',
    ],
  ])('is read %s', (_, lines, text) => {
    expect(found(lines, '住所')?.[0]).toBe(text)
  })
})

describe('a label that was not read whole', () => {
  it('may have one character taken for another where it is long', () => {
    const lines = [textAt('法定代裴人尹平', 100, 100)]
    expect(found(lines, '法定代表人')).toBeNull()
    expect(found(lines, '法定代表人', { reading: 'one-off' })).toEqual(['尹平', ['法定代裴人尹平']])
    expect(found([textAt('法宝代裴人尹平', 100, 100)], '法定代表人', { reading: 'one-off' })).toBeNull()
    expect(found([textAt('住听某路', 100, 100)], '住所', { reading: 'one-off' })).toBeNull()
  })

  it('may be its last character alone, with nothing before it', () => {
    const last = { reading: 'last' } as const
    const name = textAt('澄湖', 200, 100)
    expect(found([textAt('称', 150, 100), name], '名称', last)).toEqual(['澄湖', ['澄湖']])
    expect(found([textAt('简', 126, 100), textAt('称', 150, 100), name], '名称', last)).toBeNull()
    expect(found([textAt('文', 20, 100), textAt('称', 150, 100), name], '名称', last)).toEqual([
      '澄湖',
      ['澄湖'],
    ])
    expect(found([textAt('人', 150, 100), name], '法定代表人', last)).toBeNull()
    expect(found([textAt('名', 150, 100), name], '名称', last)).toBeNull()
  })
})

describe('a value that goes on below', () => {
  const label = textAt('住所', 100, 100)
  const first = textAt('贵阳市观山湖区长宁路', 160, 100)
  const long = (...below: readonly TextLine[]) =>
    found([label, first, ...below], '住所', { isLong: true })?.[0]
  const own = '贵阳市观山湖区长宁路'

  it.each<[string, readonly TextLine[], string]>([
    ['where the line begins under it', [textAt('235号', 165, 130)], `${own}235号`],
    ['a little to the left', [textAt('235号', 135, 130)], `${own}235号`],
    ['not from farther left', [textAt('235号', 128, 130)], own],
    ['not from farther right', [textAt('235号', 192, 130)], own],
    ['not from far below', [textAt('235号', 160, 156)], own],
    ['line after line', [textAt('235号', 160, 130), textAt('6层', 160, 160)], `${own}235号6层`],
    ['not past a gap', [textAt('235号', 160, 130), textAt('6层', 160, 190)], `${own}235号`],
    ['not into the next label', [textAt('类型', 100, 130), textAt('公司', 160, 130)], own],
    ['not into a label under it', [textAt('类型公司', 160, 130)], own],
    [
      'beside the label of another column',
      [textAt('类型', 100, 130, { width: 40 }), textAt('公司', 400, 130)],
      own,
    ],
    ['not into a number', [textAt('91520100PDY8824973', 160, 130)], own],
    [
      'past a line of another column',
      [textAt('贰佰万元', 600, 124), textAt('235号', 160, 134)],
      `${own}235号`,
    ],
  ])('%s', (_, below, text) => {
    expect(long(...below)).toBe(text)
  })

  it('only where such a value may', () => {
    expect(found([label, first, textAt('235号', 160, 130)], '住所')?.[0]).toBe(own)
  })

  it('under its label as well, where both are one piece', () => {
    const one = textAt('住所贵阳市观山湖区长宁路', 100, 100)
    const text = (left: number) => found([one, textAt('235号', left, 130)], '住所', { isLong: true })?.[0]
    expect(text(150)).toBe(`${own}235号`)
    expect(text(320)).toBe(`${own}235号`)
    expect(text(100)).toBe(own)
    expect(text(340)).toBe(own)
  })

  it('with every piece told', () => {
    expect(found([label, first, textAt('235号', 160, 130)], '住所', { isLong: true })?.[1]).toEqual([
      own,
      '235号',
    ])
  })

  it('though a label stands far to the left', () => {
    const farValue = textAt(own, 400, 100)
    const lines = (labelLeft: number) => [
      textAt('住所', 350, 100),
      farValue,
      textAt('类型', labelLeft, 130),
      textAt('235号', 400, 130),
    ]
    expect(found(lines(100), '住所', { isLong: true })?.[0]).toBe(`${own}235号`)
    expect(found(lines(300), '住所', { isLong: true })?.[0]).toBe(own)
  })
})
