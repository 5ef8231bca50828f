import { describe, expect, it } from 'vitest'
import { makeSocialCreditCode } from '../../specimens/people/organisation'
import { createRandom } from '../../specimens/random'
import type { ValueForm } from '../../../shared/reading/paperLayouts'
import { legibility, mendedNumber, proofOf } from '../../../shared/reading/readingProof'
import type { RowPiece } from '../../../shared/reading/textRows'

const CODE = makeSocialCreditCode(createRandom('proof'), '91', '330100')
const WRONG_CODE = `${CODE.slice(0, 17)}${CODE.endsWith('1') ? '2' : '1'}`

function pieces(...least: readonly number[]): readonly RowPiece[] {
  return least.map((own) => ({ least: own }) as RowPiece)
}

describe('what a number proves', () => {
  it.each<[ValueForm, string, string]>([
    ['resident-number', '150100199502060387', 'wrong-check-digit'],
    ['resident-number', '150100199502060337', 'check-digit'],
    ['resident-number', '15010019950206033', 'doubtful'],
    ['resident-number', '1501001995020603377', 'doubtful'],
    ['resident-number', '15010019950206A337', 'doubtful'],
    ['credit-code', CODE, 'check-digit'],
    ['credit-code', WRONG_CODE, 'wrong-check-digit'],
    ['credit-code', CODE.slice(0, 17), 'doubtful'],
    ['credit-code', CODE.slice(8, 17), 'check-digit'],
    ['credit-code', `${CODE.slice(8, 16)}${CODE.at(16) === '1' ? '2' : '1'}`, 'wrong-check-digit'],
    ['permit-number', 'H12345678', 'form'],
    ['permit-number', '12345678', 'form'],
    ['permit-number', '1234567', 'doubtful'],
    ['passport-number', 'E12345678', 'form'],
    ['passport-number', 'E1234567890', 'doubtful'],
    ['domain', 'chenghu.example', 'form'],
    ['domain', 'chenghu_example', 'doubtful'],
    ['any-number', '150100199502060337', 'check-digit'],
    ['any-number', CODE, 'check-digit'],
    ['any-number', WRONG_CODE, 'wrong-check-digit'],
    ['any-number', '123456789012345', 'wrong-check-digit'],
    ['any-number', '12345678901234', 'none'],
    ['name', '150100199502060337', 'none'],
  ])('%s %s: %s', (form, value, proof) => {
    expect(proofOf(value, form)).toBe(proof)
  })
})

describe('what can be said of words', () => {
  it.each([
    ['尹平', pieces(0.85, 0.99), 'name', 'none'],
    ['尹平', pieces(0.99, 0.84), 'name', 'doubtful'],
    ['某路1号', pieces(0.6), 'text', 'none'],
    ['某路1号', pieces(0.99, 0.59), 'text', 'doubtful'],
    ['尹\uFFFD', pieces(0.99), 'name', 'incomplete'],
    ['尹\uFFFD', pieces(0.1), 'text', 'incomplete'],
  ] as const)('%s, case %#', (value, from, form, proof) => {
    expect(legibility(value, from, form)).toBe(proof)
  })

  it('is said of names where nothing else is told', () => {
    expect(legibility('尹平', pieces(0.8))).toBe('doubtful')
  })
})

describe('impossible letters of a number', () => {
  it('are put right where the check character confirms it', () => {
    expect(mendedNumber('I5OIOOI995O2O6O337', 'resident-number')).toBe('150100199502060337')
    expect(mendedNumber('1501001995O2060337', 'any-number')).toBe('150100199502060337')
  })

  it('stay as they were read otherwise', () => {
    expect(mendedNumber('I50100199502060387', 'resident-number')).toBe('I50100199502060387')
    expect(mendedNumber('O12345', 'any-number')).toBe('O12345')
    expect(mendedNumber('150100199502060337', 'resident-number')).toBe('150100199502060337')
  })

  it.each([
    ['O', '0'],
    ['I', '1'],
    ['Z', '2'],
    ['S', '5'],
  ])('%s is %s', (letter, digit) => {
    const number = '110101195202031257'
    const whole =
      Array.from('0123456789X')
        .map((last) => `${number.slice(0, 17)}${last}`)
        .find((own) => proofOf(own, 'resident-number') === 'check-digit') ?? ''
    const place = whole.indexOf(digit)
    expect(place).toBeGreaterThanOrEqual(0)
    expect(mendedNumber(whole.slice(0, place) + letter + whole.slice(place + 1), 'resident-number')).toBe(
      whole,
    )
  })
})
