import { describe, expect, it } from 'vitest'
import { creditCodeIn, readQrText } from '../../../shared/reading/readQrText'
import { makeSocialCreditCode } from '../../specimens/people/organisation'
import { createRandom } from '../../specimens/random'

const CODE = makeSocialCreditCode(createRandom('squares'), '91', '330100')
const OTHER = makeSocialCreditCode(createRandom('other squares'), '91', '330100')
const PLACE = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

describe('the text of a code in squares', () => {
  it('is proven by the check character of the credit code in it', () => {
    expect(readQrText(`https://licence.example/check?uniscid=${CODE}`, PLACE)).toEqual({
      field: 'qr-code',
      value: `https://licence.example/check?uniscid=${CODE}`,
      confidence: 1,
      proof: 'check-digit',
      places: [PLACE],
    })
    expect(readQrText('https://licence.example/', PLACE)?.proof).toBe('none')
  })

  it('is only shown: characters that a screen obeys are gone, and so is what is too long', () => {
    const hostile = `a\u202Eb\u0000c\u200Bd\u2028e\u001B[31mf\u{E0041}g`
    expect(readQrText(hostile, PLACE)?.value).toBe('a b c d e [31mf g')
    expect(Array.from(readQrText('龘'.repeat(4000), PLACE)?.value ?? '')).toHaveLength(300)
    expect(Array.from(readQrText('𠮷'.repeat(4000), PLACE)?.value ?? '')).toHaveLength(300)
    expect(readQrText('\u0000\u200B ', PLACE)).toBeNull()
    expect(readQrText('', PLACE)).toBeNull()
  })

  it('says nothing where it holds no valid code, or several', () => {
    expect(creditCodeIn(`x=${CODE}`)).toBe(CODE)
    expect(creditCodeIn(`${CODE} ${CODE}`)).toBe(CODE)
    expect(creditCodeIn(`${CODE} ${OTHER}`)).toBeNull()
    expect(creditCodeIn(`1${CODE}`)).toBeNull()
    expect(creditCodeIn(CODE.slice(0, 17))).toBeNull()
  })
})
