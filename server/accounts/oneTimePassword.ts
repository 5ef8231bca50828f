import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit, and none that makes words. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** A password that is read out or copied from paper: 80 random bits in groups of four. */
export function makeOneTimePassword(): string {
  const symbols = Array.from(randomBytes(LENGTH), (byte) => SYMBOLS[byte % SYMBOLS.length] ?? '')
  return [0, 4, 8, 12].map((start) => symbols.slice(start, start + 4).join('')).join('-')
}
