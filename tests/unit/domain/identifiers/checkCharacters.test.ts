import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditCodeCheckCharacter,
  mrzCheckDigit,
  organisationCodeCheckCharacter,
  registrationNumberCheckDigit,
  residentIdCheckCharacter,
} from '../../../../shared/domain/identifiers/checkCharacters'

const DIGITS = '0123456789'
const DIGITS_AND_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Bodies of a fixed length over an alphabet, a position in them, and another character for that position. */
function changedBodies(length: number, alphabet: string) {
  const characters = fc.constantFrom(...Array.from(alphabet))
  return fc
    .tuple(fc.array(characters, { minLength: length, maxLength: length }), fc.nat(length - 1), characters)
    .filter(([body, position, other]) => body[position] !== other)
    .map(([body, position, other]) => ({
      body: body.join(''),
      changed: body.with(position, other).join(''),
    }))
}

describe('worked examples of the standards', () => {
  it.each([
    ['00000019900101001', '8'],
    ['00000019900101000', 'X'],
    ['81000019000101000', 'X'],
    ['99999919000101000', '7'],
  ])('GB 11643 MOD 11-2: %s -> %s', (body, check) => {
    expect(residentIdCheckCharacter(body)).toBe(check)
  })

  it('GB 32100 MOD 31: the complement of the remainder, letters by position', () => {
    expect(creditCodeCheckCharacter('91000000MA0000007')).toBe('C')
  })

  it('GB 32100: a sum that divides by 31 gives 0 and not an empty character', () => {
    expect(creditCodeCheckCharacter('0'.repeat(17))).toBe('0')
  })

  it.each([
    ['MA000000', '7'],
    ['PDY00001', 'X'],
    ['00000000', '0'],
  ])('GB 11714 MOD 11: %s -> %s', (body, check) => {
    expect(organisationCodeCheckCharacter(body)).toBe(check)
  })

  it('GS 15 MOD 11,10', () => {
    expect(registrationNumberCheckDigit('00000000000001')).toBe('3')
  })

  it.each([
    ['E00000000', '8'],
    ['900101', '1'],
    // Specimen passport of ICAO Doc 9303 part 4: number, birth, expiry, optional data.
    ['L898902C3', '6'],
    ['740812', '2'],
    ['120415', '9'],
    ['ZE184226B<<<<<', '1'],
  ])('ICAO 9303: %s -> %s', (field, check) => {
    expect(mrzCheckDigit(field)).toBe(check)
  })
})

describe('what the arithmetic finds', () => {
  it.each([
    ['GB 11643', residentIdCheckCharacter, 17, DIGITS],
    ['GB 32100', creditCodeCheckCharacter, 17, CREDIT_CODE_ALPHABET],
    ['GB 11714, digits', organisationCodeCheckCharacter, 8, DIGITS],
    ['GS 15', registrationNumberCheckDigit, 14, DIGITS],
    ['ICAO 9303, digits', mrzCheckDigit, 9, DIGITS],
  ] as const)(
    '%s: every single changed character changes the check character',
    (_name, check, length, alphabet) => {
      fc.assert(
        fc.property(changedBodies(length, alphabet), ({ body, changed }) => {
          expect(check(changed)).not.toBe(check(body))
        }),
      )
    },
  )

  it('GB 11714 cannot tell characters eleven apart (0 and B): the limit its docstring names', () => {
    expect(organisationCodeCheckCharacter('MA00000B')).toBe(organisationCodeCheckCharacter('MA000000'))
  })
})

describe('bodies of another shape are a bug of the caller', () => {
  it.each([
    ['resident, short', () => residentIdCheckCharacter('123')],
    ['resident, letter', () => residentIdCheckCharacter('0000001990010100A')],
    ['credit code, excluded letter', () => creditCodeCheckCharacter('91000000MI0000007')],
    ['organisation code, long', () => organisationCodeCheckCharacter('MA0000007')],
    ['registration, short', () => registrationNumberCheckDigit('1')],
    ['mrz, small letter', () => mrzCheckDigit('e00000000')],
  ])('%s', (_name, call) => {
    expect(call).toThrow(RangeError)
  })

  it('takes every character of the alphabets it documents', () => {
    expect(mrzCheckDigit(`${DIGITS_AND_LETTERS}<`)).toMatch(/^\d$/)
  })
})
