import type { AuditCrypto } from '../audit/auditCrypto'

/**
 * What people compare of a key, told by another way than the file that the key came in: 100 bits of its hash, as many as a safety
 * number of Signal has for each party, so that nobody makes another key with the same. Written by Crockford's alphabet
 * (https://www.crockford.com/base32.html), in which no letter is taken for a digit.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 20
const GROUP = /.{4}(?=.)/g
/** Four bits each, of which 25 are 20 letters of five. */
const HEX_DIGITS = 25

/** `0K3V-…`, five groups of four. `publicKey`: an Ed25519 key, base64url. */
export function keyFingerprint(publicKey: string, { sha256 }: Pick<AuditCrypto, 'sha256'>): string {
  let bits = BigInt(`0x${sha256(`beian-desk/key-fingerprint/v1\n${publicKey}`).slice(0, HEX_DIGITS)}`)
  const letters = Array.from({ length: LETTERS }, () => {
    const letter = ALPHABET.charAt(Number(bits & 31n))
    bits >>= 5n
    return letter
  })
  return grouped(letters.reverse().join(''))
}

/** What somebody typed, as `keyFingerprint` writes it; null when it can be none. Full-width letters and any dashes and spaces are taken. */
export function readFingerprint(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const isWhole =
    letters.length === LETTERS && Array.from(letters).every((letter) => ALPHABET.includes(letter))
  return isWhole ? grouped(letters) : null
}

function grouped(letters: string): string {
  return letters.replaceAll(GROUP, '$&-')
}
