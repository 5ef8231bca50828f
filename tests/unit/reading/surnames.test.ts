import { describe, expect, it } from 'vitest'
import { readFields } from '../../../shared/reading/readFields'
import { namedPerson } from '../../../shared/reading/surnames'
import type { TextLine } from '../../../shared/reading/textLine'
import type { RowPiece } from '../../../shared/reading/textRows'
import { textAt } from './textAt'

type Others = NonNullable<TextLine['others']>

function piece(text: string, others: Others = [], least = 0.95): RowPiece {
  const line = { ...textAt(text, 0, 0), least, others }
  return { text, confidence: 0.97, least, left: 0, right: 1, middle: 0, height: 1, line }
}

const QIN = { text: '秦', confidence: 0.1, place: 0 }

describe('a name of a person', () => {
  it('is as it was read where it begins with a surname, whatever else may stand there', () => {
    const asRead = { value: '秦伟毅', proof: 'none' }
    expect(namedPerson('秦伟毅', [piece('秦伟毅', [{ ...QIN, text: '泰' }])])).toEqual(asRead)
    expect(namedPerson('秦伟毅', [piece('秦伟毅', [{ ...QIN, text: '奏' }])])).toEqual(asRead)
    expect(namedPerson('欧阳伟', [piece('欧阳伟')])).toEqual({ value: '欧阳伟', proof: 'none' })
  })

  it('begins with the likeliest surname that the recognizer thought of, and is doubtful', () => {
    const others = [{ ...QIN, text: '奏', confidence: 0.2 }, { ...QIN, text: '春' }, QIN]
    expect(namedPerson('泰伟毅', [piece('泰伟毅', others)])).toEqual({ value: '秦伟毅', proof: 'doubtful' })
    const two = [{ ...QIN, text: '奚', confidence: 0.04 }, QIN]
    expect(namedPerson('泰伟毅', [piece('泰伟毅', two)])).toEqual({ value: '秦伟毅', proof: 'doubtful' })
  })

  it('is found behind its label on the same line', () => {
    const labelled = piece('姓名泰伟毅', [{ ...QIN, place: 2 }])
    expect(namedPerson('泰伟毅', [labelled])).toEqual({ value: '秦伟毅', proof: 'doubtful' })
    expect(namedPerson('泰伟毅', [piece('姓名泰伟毅', [QIN])]).value).toBe('泰伟毅')
  })

  it.each<readonly [string, string, Others]>([
    ['no surname is likely', '泰伟毅', [{ ...QIN, text: '奏' }]],
    ['a surname is likely only further on', '泰伟毅', [{ ...QIN, place: 1 }]],
    ['it is long, as names of firms are', '泰和公司', [QIN]],
    ['it has a dot', '泰·伟', [QIN]],
  ])('stays where %s', (_, value, others) => {
    expect(namedPerson(value, [piece(value, others)])).toEqual({ value, proof: 'none' })
  })

  it('stays doubtful where it is hardly legible', () => {
    expect(namedPerson('秦伟毅', [piece('秦伟毅', [], 0.5)]).proof).toBe('doubtful')
    expect(namedPerson('泰伟\uFFFD', [piece('泰伟\uFFFD', [QIN])]).proof).toBe('incomplete')
  })

  it('is what a card says, and its people is not', () => {
    const lines = [
      { ...textAt('姓名泰伟毅', 100, 100), others: [{ ...QIN, place: 2 }] },
      { ...textAt('民族布依', 100, 150), others: [{ ...QIN, text: '左', place: 2 }] },
      { ...textAt('公民身份号码', 100, 300), others: [] },
    ]
    const fields = readFields('resident-id', 'portrait', lines, 1)
    expect(fields.find(({ field }) => field === 'name')).toMatchObject({ value: '秦伟毅', proof: 'doubtful' })
    expect(fields.find(({ field }) => field === 'ethnicity')?.value).toBe('布依')
  })
})
