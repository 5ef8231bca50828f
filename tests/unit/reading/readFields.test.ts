import { describe, expect, it } from 'vitest'
import { readFields } from '../../../shared/reading/readFields'
import type { TextLine } from '../../../shared/reading/textLine'

/** A line as the recognizer gives it, in a picture of 1000 by 1000: left, top, width, height. */
function line(text: string, left: number, top: number, width = text.length * 20, height = 24): TextLine {
  const [x, y, right, bottom] = [left, top, left + width, top + height].map((place) => place / 1000)
  return {
    text,
    confidence: 0.95,
    least: 0.9,
    corners: [
      { x: x ?? 0, y: y ?? 0 },
      { x: right ?? 0, y: y ?? 0 },
      { x: right ?? 0, y: bottom ?? 0 },
      { x: x ?? 0, y: bottom ?? 0 },
    ],
  }
}

/** The same lines on a paper that lies askew. */
function tilted(lines: readonly TextLine[], degrees: number): readonly TextLine[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return lines.map((own) => ({
    ...own,
    corners: own.corners.map(({ x, y }) => ({ x: x * cos - y * sin + 0.1, y: x * sin + y * cos })),
  }))
}

const CARD = [
  line('姓名', 100, 100),
  line('尹平', 160, 98),
  line('性别男', 100, 150),
  line('民族', 220, 150),
  line('土家', 280, 150),
  line('出生', 100, 200),
  line('1995年2月6日', 160, 201),
  line('住址', 100, 250),
  line('内蒙古自治区呼和浩特市', 160, 248),
  line('新城区人民东路245号', 161, 280),
  line('公民身份号码', 100, 400),
  line('150100199502060337', 300, 401),
]

function valuesOf(...args: Parameters<typeof readFields>): Record<string, string> {
  return Object.fromEntries(readFields(...args).map(({ field, value }) => [field, value]))
}

describe('the fields of a paper', () => {
  const expected = {
    name: '尹平',
    sex: '男',
    ethnicity: '土家',
    'birth-date': '1995-02-06',
    address: '内蒙古自治区呼和浩特市新城区人民东路245号',
    number: '150100199502060337',
  }

  it.each([0, -8, -3, 3, 8])('are found on a card that lies %d degrees askew', (degrees) => {
    expect(valuesOf('resident-id', 'portrait', tilted(CARD, degrees), 1)).toEqual(expected)
  })

  it('are known by their form where the label was not read', () => {
    const unlabelled = CARD.filter(({ text }) => text !== '公民身份号码')
    expect(valuesOf('resident-id', 'portrait', unlabelled, 1)).toMatchObject({ number: expected.number })
  })

  it('are found where only the second character of a spread label was, or one of a long label was taken for another', () => {
    const lines = [
      line('称', 150, 100, 24),
      line('贵阳澄湖有限公司', 200, 100),
      line('法定代裴人尹平', 100, 140),
      line('统一社会信用代码', 100, 60),
    ]
    expect(valuesOf('business-licence', 'face', lines, 1)).toMatchObject({
      company: '贵阳澄湖有限公司',
      'legal-representative': '尹平',
    })
    const besideOther = [line('简', 100, 100, 24), line('称', 126, 100, 24), line('澄湖', 200, 100)]
    expect(valuesOf('business-licence', 'face', besideOther, 1)).toEqual({})
  })

  it('end before the next label, also where it stands farther left', () => {
    const lines = [
      line('住所贵阳市长宁路235号', 140, 100),
      line('宗旨和业务范围按照章程开展业务活动', 100, 132),
      line('承办其他事项。', 240, 160),
    ]
    expect(valuesOf('institution-certificate', 'face', lines, 1)).toEqual({ address: '贵阳市长宁路235号' })
  })

  it('of a row stay together whichever of its pieces lies a little higher', () => {
    const lines = [
      line('名', 100, 104, 24),
      line('称', 150, 98, 24),
      line('贵阳澄湖有限公司', 200, 102),
      line('注册资本', 700, 100),
      line('贰佰万元整', 800, 100),
      line('类', 100, 144, 24),
      line('型', 150, 138, 24),
      line('有限责任公司', 200, 142),
      line('成立日期', 700, 140),
      line('2024年2月4日', 800, 140),
    ]
    expect(valuesOf('business-licence', 'face', lines, 1)).toEqual({ company: '贵阳澄湖有限公司' })
  })

  it('are found behind a label whose number was lost, and its comma not', () => {
    const lines = [line('、网站主办者名称', 100, 100), line('任铭', 300, 100)]
    expect(valuesOf('verification-form', 'page', lines, 1)).toEqual({ name: '任铭' })
  })

  it('end where other print lies beside the paper', () => {
    const beside = CARD.flatMap(({ corners }) => {
      const top = (corners[0]?.y ?? 0) * 1000
      return [line('便民服务活动', 900, top + 3), line('阅览座位', 760, top - 6)]
    })
    expect(valuesOf('resident-id', 'portrait', [...CARD, ...beside], 1)).toEqual(expected)
  })

  it('are found on a card askew that lies on a straight newspaper', () => {
    const newspaper = Array.from({ length: 30 }, (_, row) =>
      line('便民服务活动居民反映停车位', 1300, row * 40),
    )
    expect(valuesOf('resident-id', 'portrait', [...newspaper, ...tilted(CARD, 8)], 1)).toEqual(expected)
  })

  it('are not taken from another number where the one behind the label denies itself', () => {
    const number = line('150100199502060337', 300, 500)
    const withOther = (read: string) =>
      readFields(
        'resident-id',
        'portrait',
        [line('公民身份号码', 100, 400), line(read, 300, 401), number],
        1,
      ).find(({ field }) => field === 'number')
    expect(withOther('150100199502060387')).toMatchObject({ proof: 'wrong-check-digit' })
    expect(withOther('1501')).toMatchObject({ value: '150100199502060337', proof: 'check-digit' })
  })

  it('prove themselves by their check character, or are told to be wrong', () => {
    const misread = CARD.map((own) =>
      own.text.startsWith('1501') ? { ...own, text: '150100199502060387' } : own,
    )
    const proofOf = (lines: readonly TextLine[]) =>
      readFields('resident-id', 'portrait', lines, 1).find(({ field }) => field === 'number')?.proof
    expect(proofOf(CARD)).toBe('check-digit')
    expect(proofOf(misread)).toBe('wrong-check-digit')
  })

  it('are not guessed where nothing stands', () => {
    expect(readFields('resident-id', 'portrait', [], 1)).toEqual([])
    expect(readFields('resident-id', 'portrait', [line('姓名', 100, 100)], 1)).toEqual([])
    expect(readFields('backdrop-photo', 'face', CARD, 1)).toEqual([])
  })

  it.each([
    ['2016.09.12-2026.09.12', { 'valid-from': '2016-09-12', 'valid-to': '2026-09-12' }],
    ['2016.09.12-长期', { 'valid-from': '2016-09-12', 'valid-to': 'long-term' }],
    ['2026.02.30', { 'valid-to': '2026.02.30' }],
  ])('read a validity of %s', (text, dates) => {
    const lines = [line('有效期限', 100, 100), line(text, 200, 100)]
    expect(valuesOf('resident-id', 'emblem', lines, 1)).toEqual(dates)
  })

  it('of two columns are kept apart, and labels may be spread', () => {
    const lines = [
      line('名', 100, 100, 24),
      line('称', 150, 100, 24),
      line('贵阳澄湖有限公司', 200, 100),
      line('注册资本', 600, 100),
      line('贰佰万元整', 700, 100),
      line('类', 100, 140, 24),
      line('型', 150, 140, 24),
      line('有限责任公司', 200, 140),
      line('法定代表人尹平', 100, 180),
      line('住', 600, 180, 24),
      line('所', 650, 180, 24),
      line('贵阳市观山湖区长宁路', 700, 180),
      line('235号', 700, 210),
    ]
    expect(valuesOf('business-licence', 'face', lines, 1)).toEqual({
      company: '贵阳澄湖有限公司',
      'legal-representative': '尹平',
      address: '贵阳市观山湖区长宁路235号',
    })
  })

  it('of a statement are not mixed with print beside the sheet', () => {
    const lines = [
      line('贵阳澄湖有限公司（证件号码：91520100PDY88', 140, 100),
      line('会议纪要', 900, 112),
      line('24973）现就网站“澄湖”（域名：chenghu.example）的', 100, 130),
    ]
    expect(valuesOf('filing-commitment', 'page', lines, 0.7)).toMatchObject({ number: '91520100PDY8824973' })
  })

  it('of a statement stand in its running text', () => {
    const lines = [
      line('贵阳澄湖有限公司（证件号码：91520100PDY88', 140, 100),
      line('24973）现就网站“澄湖”（域名：chenghu.example）的', 100, 130),
      line('互联网信息服务备案郑重承诺如下：', 100, 160),
    ]
    expect(valuesOf('filing-commitment', 'page', lines, 0.7)).toEqual({
      name: '贵阳澄湖有限公司',
      number: '91520100PDY8824973',
      domain: 'chenghu.example',
    })
  })
})
