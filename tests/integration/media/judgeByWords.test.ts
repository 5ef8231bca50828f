import { describe, expect, it } from 'vitest'
import { judgeByWords } from '../../../electron/media/reading/judgeByWords'
import type { ReadCharacter } from '../../../electron/media/reading/recognizeLine'

/** What was read, with what the recognizer thought of besides at some of the places. */
function read(
  text: string,
  others: Readonly<Record<number, string>>,
  confidence = 0.1,
): readonly ReadCharacter[] {
  return Array.from(text, (own, index) => {
    const other = others[index]
    const more = other === undefined ? {} : { others: [{ text: other, confidence }] }
    return { text: own, confidence: 0.9, at: index / text.length, ...more }
  })
}

function judged(text: string, others: Readonly<Record<number, string>>, confidence?: number): string {
  return judgeByWords(read(text, others, confidence))
    .map((own) => (own.confidence < 0.85 ? `${own.text}?` : own.text))
    .join('')
}

describe('the words of a firm’s name', () => {
  it.each([
    [
      'change a character that makes none',
      '北京海常源环保科技有限公司',
      { 3: '棠' },
      '北京海棠?源环保科技有限公司',
    ],
    ['change several', '启明树信息技市有限责位公司', { 6: '术', 10: '任' }, '启明树信息技术?有限责任?公司'],
    ['fill what was passed over', '北京信息技\uFFFD有限公司', { 5: '术' }, '北京信息技术?有限公司'],
    [
      'leave a character that makes one',
      '北京海棠源环保科技有限公司',
      { 3: '常' },
      '北京海棠源环保科技有限公司',
    ],
    [
      'leave what makes none either way',
      '北京沐光诺机械设备有限公司',
      { 2: '沛' },
      '北京沐光诺机械设备有限公司',
    ],
    ['leave letters and digits', '北京A1科技有限公司', { 2: '4', 3: 'l' }, '北京A1科技有限公司'],
  ] as const)('%s', (_, text, others, expected) => {
    expect(judged(text, others)).toBe(expected)
  })

  it('say nothing for what the recognizer hardly thought of', () => {
    expect(judged('北京海常源环保科技有限公司', { 3: '棠' }, 0.04)).toBe('北京海常源环保科技有限公司')
  })

  it('keep what stood there before among the others', () => {
    expect(judgeByWords(read('信息技市公司', { 3: '术' }))[3]).toMatchObject({
      text: '术',
      others: [{ text: '市', confidence: 0.9 }],
    })
  })
})
