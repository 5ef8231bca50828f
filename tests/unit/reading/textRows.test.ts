import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from './textAt'
import { textRows } from '../../../shared/reading/textRows'
import type { TextLine } from '../../../shared/reading/textLine'

function rowsOf(lines: readonly TextLine[], aspect = 1, isOfPaper: (text: string) => boolean = () => false) {
  return textRows(lines, aspect, isOfPaper).map((row) => row.map(({ text }) => text).join('|'))
}

/** The lines as they lie in a picture of another shape, turned by some degrees about its corner. */
function laid(lines: readonly TextLine[], degrees: number, aspect: number): readonly TextLine[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return lines.map((line) => ({
    ...line,
    corners: line.corners.map(({ x, y }) => ({ x: (x * cos - y * sin) / aspect, y: x * sin + y * cos })),
  }))
}

const PAPER = [
  textAt('名称', 100, 100),
  textAt('贵阳澄湖有限公司', 200, 102),
  textAt('注册资本', 500, 98),
  textAt('类型', 100, 160),
  textAt('有限责任公司', 200, 158),
  textAt('住所', 100, 220),
  textAt('长宁路235号', 200, 222),
]
const ROWS = ['名称|贵阳澄湖有限公司|注册资本', '类型|有限责任公司', '住所|长宁路235号']

describe('rows of text', () => {
  it.each([
    [0, 1],
    [0, 0.7],
    [0, 1.6],
    [12, 1],
    [-12, 1],
    [12, 0.7],
    [-12, 1.6],
    [80, 1],
  ])('are found on a paper turned by %d degrees in a picture of %d', (degrees, aspect) => {
    expect(rowsOf(laid(PAPER, degrees, aspect), aspect)).toEqual(ROWS)
  })

  it('do not depend on the order in which lines were found', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PAPER, { minLength: PAPER.length }), (lines) => {
        expect(rowsOf(lines)).toEqual(ROWS)
      }),
    )
  })

  it('follow the text of which there is most, not the most lines', () => {
    const askew = laid([textAt('广告', 600, 500), textAt('海报', 700, 500), textAt('告示', 800, 500)], 60, 1)
    expect(rowsOf([...askew.slice(0, 1), ...PAPER, ...askew.slice(1)])).toEqual(expect.arrayContaining(ROWS))
  })

  it('leave out lines that lean otherwise than the paper, which would tie its rows together', () => {
    const beneath = Array.from({ length: 12 }, (_, index) =>
      textAt('昨日举行便民服务活动居民反映', 330, 60 + 16 * index),
    )
    const isOfPaper = (text: string): boolean => ['名称', '类型', '住所'].includes(text)
    expect(rowsOf([...laid(beneath, 10, 1), ...PAPER], 1, isOfPaper)).toEqual(ROWS)
  })

  it('follow lines of the paper where there are three of them, whatever lies around', () => {
    const lines = laid(PAPER, 14, 1)
    const newspaper = Array.from({ length: 8 }, (_, index) =>
      textAt('便民服务活动居民反映停车位置变化情况', 1200, index * 40),
    )
    const isOfPaper = (text: string) => ['名称', '类型', '住所'].includes(text)
    expect(rowsOf([...newspaper, ...lines], 1, isOfPaper)).toEqual(expect.arrayContaining(ROWS))
    // Two of them might be anything.
    const isLess = (text: string) => ['名称', '类型'].includes(text)
    expect(rowsOf([...newspaper, ...lines], 1, isLess)).not.toEqual(expect.arrayContaining(ROWS))
  })

  it('measure each piece with its line straightened', () => {
    const [[piece] = []] = textRows(
      laid([textAt('长 宁 路', 200, 100, { width: 300, least: 0.4 })], 30, 1),
      1,
      () => false,
    )
    expect(piece).toMatchObject({ text: '长宁路', confidence: 0.95, least: 0.4 })
    const rounded = [piece?.left, piece?.right, piece?.middle, piece?.height].map((own) =>
      Number(own?.toFixed(6)),
    )
    expect(rounded).toEqual([0.2, 0.5, 0.112, 0.024])
  })

  it.each([
    ['level enough', [textAt('甲', 100, 100), textAt('乙', 200, 112)], ['甲|乙']],
    ['not level', [textAt('甲', 100, 100), textAt('乙', 200, 114)], ['甲', '乙']],
    [
      'not level for the smaller',
      [textAt('甲', 100, 100, { height: 60 }), textAt('乙', 200, 140)],
      ['甲', '乙'],
    ],
    ['over each other', [textAt('甲甲甲', 100, 100), textAt('乙乙乙', 110, 110)], ['甲甲甲', '乙乙乙']],
    ['a little over each other', [textAt('甲甲', 100, 100), textAt('乙乙', 125, 100)], ['甲甲|乙乙']],
    ['within reach', [textAt('甲', 100, 100), textAt('乙', 450, 100)], ['甲|乙']],
    ['out of reach', [textAt('甲', 100, 100), textAt('乙', 460, 100)], ['甲', '乙']],
    [
      'joined by what stands between',
      [textAt('甲', 100, 100), textAt('丙', 700, 100), textAt('乙', 400, 101)],
      ['甲|乙|丙'],
    ],
  ])('hold pieces that are %s', (_, lines, expected) => {
    expect(rowsOf(lines)).toEqual(expected)
  })

  it('are none without lines', () => {
    expect(rowsOf([])).toEqual([])
  })
})
