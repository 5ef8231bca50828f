/**
 * Recipients of the age format (https://age-encryption.org/v1) made of the Ed25519 keys by which desks and servers sign already, as age
 * itself does for keys of SSH. Whoever knows whose signature to trust knows for whom to seal.
 */

const P = 2n ** 255n - 19n
const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** Recipient (`age1…`) of whoever has the private half. `publicKey`: the 32 bytes of an Ed25519 key. */
export function recipientOf(publicKey: Uint8Array): string {
  return bech32('age', montgomeryOf(publicKey))
}

/** Identity (`AGE-SECRET-KEY-1…`). `seedHash`: the SHA-512 of the 32 bytes of the private Ed25519 key (RFC 8032, section 5.1.5). */
export function identityOf(seedHash: Uint8Array): string {
  return bech32('age-secret-key-', seedHash.subarray(0, 32)).toUpperCase()
}

/**
 * The keys of small order, as u of the Montgomery form (https://cr.yp.to/ecdh.html#validate); the neutral point is mapped to 0 below.
 */
const SMALL_ORDER: readonly bigint[] = [
  0n,
  1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]

/** Whether anybody at all can sign for this Ed25519 key, and nothing can be sealed for it: it proves nothing about who shows it. */
export function isSmallOrder(publicKey: Uint8Array): boolean {
  return SMALL_ORDER.includes(montgomeryNumber(publicKey))
}

/** The birational map of RFC 7748, section 4.1: u = (1 + y) / (1 - y). */
function montgomeryNumber(publicKey: Uint8Array): bigint {
  const encoded = publicKey.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const y = encoded & ((1n << 255n) - 1n)
  return (modulo(1n + y) * inverse(modulo(1n - y))) % P
}

function montgomeryOf(publicKey: Uint8Array): Uint8Array {
  let u = montgomeryNumber(publicKey)
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(u & 0xffn)
    u >>= 8n
    return byte
  })
}

function modulo(value: bigint): bigint {
  return ((value % P) + P) % P
}

/** By Fermat: a^(p-2). */
function inverse(value: bigint): bigint {
  let result = 1n
  let base = value
  for (let exponent = P - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) {
      result = (result * base) % P
    }
    base = (base * base) % P
  }
  return result
}

/** Bech32 (BIP 173), without its bound on length, as age uses it. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const words = fiveBits(bytes)
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
  const sum = polymod([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = Array.from({ length: 6 }, (_, index) => (sum >>> (5 * (5 - index))) & 31)
  return `${prefix}1${[...words, ...check].map((word) => CHARSET.charAt(word)).join('')}`
}

function fiveBits(bytes: Uint8Array): readonly number[] {
  const words: number[] = []
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      words.push((held >> bits) & 31)
    }
  }
  return bits > 0 ? [...words, (held << (5 - bits)) & 31] : words
}

function polymod(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25
    const shifted = ((sum & 0x1ffffff) << 5) ^ value
    return GENERATOR.reduce((mixed, part, bit) => ((top >> bit) & 1 ? mixed ^ part : mixed), shifted)
  }, 1)
}
