import { z } from 'zod'

/**
 * Fingerprint of a picture: the signs of the 1024 lowest frequencies (DCT-II) of its brightness, 128 by 128 pixels,
 * from the lowest to the highest. Saving anew, other sizes and other light change few of them; another person's card
 * of the same layout changes many, because the portrait and the writing stand in the higher ones. The 64 bits that are
 * usual take in little but the layout: two thirds of the specimen cards of different people lie as near there as a
 * picture saved anew (ADR 0050).
 */

/** Edge in pixels to which a picture is brought, whatever its shape, before its frequencies are taken. */
export const FINGERPRINT_EDGE = 128
const FINGERPRINT_BITS = 1024
export const FINGERPRINT_WORDS = FINGERPRINT_BITS / 32
/** The lowest frequencies, by which pictures are looked up before all bits are counted. */
export const COARSE_WORDS = 8

/** Bits in which a picture and its copy may differ among the lowest 256; a copy with 1 % cut off has 26 at most. */
export const COARSE_RADIUS = 31
/** Of all 1024: saved anew, smaller, darker, brighter. Measured up to 72; cards of different people from 86. */
export const NEAR_DISTANCE = 80
/** Up to here a copy with 1 % cut off at each side is still found, but also some papers of the same print. */
export const SIMILAR_DISTANCE = 160

/** Lower-case hex; the first digit has the lowest frequencies. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{256}$/)

/** Standard deviation of the brightness (0 to 255) below which a picture shows nothing to be told apart by. */
const LEAST_CONTRAST = 4
/** Frequencies along one edge among which the 1024 lowest are. */
const FREQUENCIES = 46

/**
 * The fingerprint of brightness values, row by row, `FINGERPRINT_EDGE` in each direction. Null when the picture is
 * too flat: whatever else is flat would be its copy.
 */
export function fingerprintOf(luma: Uint8Array): string | null {
  if (contrastOf(luma) < LEAST_CONTRAST) {
    return null
  }
  const frequencies = lowFrequencies(luma)
  let hex = ''
  for (let at = 0; at < FINGERPRINT_BITS; at += 4) {
    let digit = 0
    for (let bit = 0; bit < 4; bit += 1) {
      digit = digit * 2 + ((frequencies[ORDER[at + bit] ?? 0] ?? 0) > 0 ? 1 : 0)
    }
    hex += digit.toString(16)
  }
  return hex
}

/** The fingerprint as 32 words of 32 bits. */
export function fingerprintWords(fingerprint: string): Uint32Array {
  const words = new Uint32Array(FINGERPRINT_WORDS)
  for (let word = 0; word < FINGERPRINT_WORDS; word += 1) {
    words[word] = Number.parseInt(fingerprint.slice(word * 8, word * 8 + 8), 16)
  }
  return words
}

/** Number of bits that are set in a word of 32. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Bits in which two fingerprints differ, all 1024 and the lowest 256 among them. */
export function fingerprintDistance(
  one: string,
  other: string,
): { readonly all: number; readonly coarse: number } {
  const left = fingerprintWords(one)
  const right = fingerprintWords(other)
  let all = 0
  let coarse = 0
  for (let word = 0; word < FINGERPRINT_WORDS; word += 1) {
    all += countBits((left[word] ?? 0) ^ (right[word] ?? 0))
    coarse = word < COARSE_WORDS ? all : coarse
  }
  return { all, coarse }
}

/** How near two pictures are by the bits in which they differ; null: not near enough to speak of. */
export function gradeOf(distance: {
  readonly all: number
  readonly coarse: number
}): 'near' | 'similar' | null {
  if (distance.coarse > COARSE_RADIUS || distance.all > SIMILAR_DISTANCE) {
    return null
  }
  return distance.all <= NEAR_DISTANCE ? 'near' : 'similar'
}

function contrastOf(luma: Uint8Array): number {
  let sum = 0
  let squares = 0
  for (const value of luma) {
    sum += value
    squares += value * value
  }
  const mean = sum / luma.length
  return Math.sqrt(Math.max(0, squares / luma.length - mean * mean))
}

const COSINES = Float64Array.from({ length: FREQUENCIES * FINGERPRINT_EDGE }, (_, at) => {
  const frequency = Math.floor(at / FINGERPRINT_EDGE)
  const place = at % FINGERPRINT_EDGE
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * FINGERPRINT_EDGE))
})

/** Places in the square of frequencies, by their distance from the constant one, which itself is left out. */
const ORDER: readonly number[] = Array.from({ length: FREQUENCIES * FREQUENCIES }, (_, at) => at)
  .map((at) => ({ at, down: Math.floor(at / FREQUENCIES), across: at % FREQUENCIES }))
  .filter(({ down, across }) => down + across > 0 && down + across < FREQUENCIES)
  .sort((a, b) => a.down ** 2 + a.across ** 2 - (b.down ** 2 + b.across ** 2) || a.at - b.at)
  .slice(0, FINGERPRINT_BITS)
  .map(({ at }) => at)

function lowFrequencies(luma: Uint8Array): Float64Array {
  const edge = FINGERPRINT_EDGE
  const rows = new Float64Array(edge * FREQUENCIES)
  for (let y = 0; y < edge; y += 1) {
    for (let across = 0; across < FREQUENCIES; across += 1) {
      let sum = 0
      for (let x = 0; x < edge; x += 1) {
        sum += (luma[y * edge + x] ?? 0) * (COSINES[across * edge + x] ?? 0)
      }
      rows[y * FREQUENCIES + across] = sum
    }
  }
  const frequencies = new Float64Array(FREQUENCIES * FREQUENCIES)
  for (let down = 0; down < FREQUENCIES; down += 1) {
    for (let across = 0; across < FREQUENCIES; across += 1) {
      let sum = 0
      for (let y = 0; y < edge; y += 1) {
        sum += (rows[y * FREQUENCIES + across] ?? 0) * (COSINES[down * edge + y] ?? 0)
      }
      frequencies[down * FREQUENCIES + across] = sum
    }
  }
  return frequencies
}
