import { FINGERPRINT_WORDS } from '../../../shared/imaging/perceptualHash'

/** Papers of one print: a certificate of one city, cards cut out by a scanning app. */
const PRINTS = 20

export interface MadeFingerprints {
  readonly count: number
  /** Writes the fingerprint at this place into `words`. */
  readonly read: (at: number, words: Uint32Array) => void
  /** A whole number below the bound. */
  readonly below: (bound: number) => number
}

/**
 * Fingerprints of pictures that nobody has: photographs, whose bits are even, and papers of one print, whose bits agree
 * with their print's except for a share of them (`spread`; among specimens a quarter of the coarse bits differ between
 * two cards cut out exactly, 0.13 from what is common to them). `shareOfPrints` of all are such papers.
 */
export function makeFingerprints(
  count: number,
  { shareOfPrints, spread }: { readonly shareOfPrints: number; readonly spread: number },
): MadeFingerprints {
  const random = createBits(20_261_122)
  const prints = Uint32Array.from({ length: PRINTS * FINGERPRINT_WORDS }, () => random())
  const all = new Uint32Array(count * FINGERPRINT_WORDS)
  const sparse = Math.round(spread * 256)
  for (let at = 0; at < count; at += 1) {
    const isPrint = random() / 2 ** 32 < shareOfPrints
    const print = random() % PRINTS
    for (let word = 0; word < FINGERPRINT_WORDS; word += 1) {
      const own = isPrint
        ? (prints[print * FINGERPRINT_WORDS + word] ?? 0) ^ sparseWord(random, sparse)
        : random()
      all[at * FINGERPRINT_WORDS + word] = own
    }
  }
  return {
    count,
    read: (at, words) => {
      words.set(all.subarray(at * FINGERPRINT_WORDS, (at + 1) * FINGERPRINT_WORDS))
    },
    below: (bound) => random() % bound,
  }
}

/** A word whose bits are set with a probability of `of256 / 256`: the binary digits of it, from the last on. */
function sparseWord(random: () => number, of256: number): number {
  let word = 0
  for (let digit = 0; digit < 8; digit += 1) {
    word = (of256 >> digit) & 1 ? word | random() : word & random()
  }
  return word
}

/** xorshift32: the same bits at every run, and fast. */
function createBits(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
