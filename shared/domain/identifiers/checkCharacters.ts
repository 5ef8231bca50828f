/**
 * The arithmetic of the check characters. Each function takes the body of a number whose length and alphabet are
 * already right and answers the character that belongs behind it. A body of another shape is a bug of the caller
 * and throws a RangeError; the check functions beside this file test the shape first and therefore never throw.
 */

const DIGITS = '0123456789'
const DIGITS_AND_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** GB 32100-2015 leaves out I, O, S, V and Z; a character's value is its position. */
const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const RESIDENT_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const MRZ_WEIGHTS = [7, 3, 1]

function valueOf(character: string, alphabet: string): number {
  const value = alphabet.indexOf(character)
  if (value < 0) {
    throw new RangeError('Body of a check character holds a character outside its alphabet')
  }
  return value
}

function valuesOf(body: string, alphabet: string): readonly number[] {
  return Array.from(body, (character) => valueOf(character, alphabet))
}

function weightedSum(body: string, alphabet: string, weights: readonly number[]): number {
  if (body.length !== weights.length) {
    throw new RangeError(`Body of a check character must have ${weights.length} characters`)
  }
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(body.charAt(index), alphabet), 0)
}

/**
 * GB 11643-1999, MOD 11-2: check character (`0`-`9`, `X`) of the first 17 digits of a resident identity number. The
 * residence permits for Hong Kong, Macao and Taiwan residents and the 2023 foreign permanent resident card share it.
 */
export function residentIdCheckCharacter(body: string): string {
  return '10X98765432'.charAt(weightedSum(body, DIGITS, RESIDENT_ID_WEIGHTS) % 11)
}

/** GB 32100-2015, MOD 31: check character of the first 17 characters of a unified social credit code. */
export function creditCodeCheckCharacter(body: string): string {
  const remainder = weightedSum(body, CREDIT_CODE_ALPHABET, CREDIT_CODE_WEIGHTS) % 31
  return CREDIT_CODE_ALPHABET.charAt((31 - remainder) % 31)
}

/**
 * GB 11714-1997, MOD 11: check character (`0`-`9`, `X`) of the first eight characters of an organisation code. Here
 * no letter is left out: A is 10 and Z is 35, unlike in the credit code around it.
 */
export function organisationCodeCheckCharacter(body: string): string {
  const complement = 11 - (weightedSum(body, DIGITS_AND_LETTERS, ORGANISATION_CODE_WEIGHTS) % 11)
  if (complement === 10) {
    return 'X'
  }
  return complement === 11 ? '0' : String(complement)
}

/** GS 15-2006, MOD 11,10: check digit of the first 14 digits of a business registration number. */
export function registrationNumberCheckDigit(body: string): string {
  const digits = valuesOf(body, DIGITS)
  if (digits.length !== 14) {
    throw new RangeError('Body of a registration number must have 14 digits')
  }
  const product = digits.reduce((previous, digit) => {
    const sum = (previous + digit) % 10
    return (2 * (sum === 0 ? 10 : sum)) % 11
  }, 10)
  return String((11 - product) % 10)
}

/** ICAO Doc 9303 part 3: check digit of a field of a machine-readable zone (`0`-`9`, `A`-`Z`, filler `<`). */
export function mrzCheckDigit(field: string): string {
  const values = valuesOf(field.replaceAll('<', '0'), DIGITS_AND_LETTERS)
  const sum = values.reduce((total, value, index) => total + value * (MRZ_WEIGHTS[index % 3] ?? 0), 0)
  return String(sum % 10)
}
