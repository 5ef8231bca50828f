import {
  COARSE_RADIUS,
  COARSE_WORDS,
  countBits,
  FINGERPRINT_WORDS,
  SIMILAR_DISTANCE,
} from '../../shared/imaging/perceptualHash'

/**
 * Fingerprints in memory, searched by multi-index hashing: the 256 lowest bits are cut into 16 bands of 16 bits, so two
 * fingerprints that differ in at most 31 of them have a band that differs in one bit or none (Norouzi, Punjani, Fleet,
 * 2012). Every candidate is counted bit by bit, so nothing within the radius is missed and nothing beyond it is found.
 * Where so many pictures share a band that looking them up would take longer, all coarse bits are counted one after the
 * other instead; the answer is the same.
 */

const BANDS = 16
const BAND_VALUES = 65_536
const FINE_WORDS = FINGERPRINT_WORDS - COARSE_WORDS
/** Additions since the tables were made are counted one by one until there are this many. */
const LEAST_TAIL = 4096
/** A candidate from the tables is read from a place of its own; in order a fingerprint takes an eighth of that. */
const SCAN_FROM_SHARE = 1 / 8

interface Tables {
  /** Fingerprints in them. */
  readonly count: number
  readonly bands: ReadonlyArray<{ readonly starts: Uint32Array; readonly members: Uint32Array }>
}

export interface FingerprintIndex {
  readonly size: () => number
  /** `id`: whatever names the picture, below 2^32. */
  readonly add: (id: number, words: Uint32Array) => void
  /** All within both radii, in no order. */
  readonly search: (words: Uint32Array) => ReadonlyArray<{ readonly id: number; readonly distance: number }>
  /** Makes the tables anew when much was added since; gives way to other work between two bands. */
  readonly settle: () => Promise<void>
}

export function createFingerprintIndex(): FingerprintIndex {
  let count = 0
  let ids = new Uint32Array(1024)
  let coarse = new Uint32Array(1024 * COARSE_WORDS)
  let fine = new Uint32Array(1024 * FINE_WORDS)
  let stamps = new Uint32Array(1024)
  let stamp = 0
  let tables: Tables = { count: 0, bands: [] }
  let settling: Promise<void> | null = null

  function grow(): void {
    ids = larger(ids)
    coarse = larger(coarse)
    fine = larger(fine)
    stamps = larger(stamps)
  }

  async function makeTables(): Promise<void> {
    const upTo = count
    const bands: Tables['bands'][number][] = []
    for (let band = 0; band < BANDS; band += 1) {
      bands.push(tableOf(band, coarse, upTo))
      await new Promise((resolve) => setImmediate(resolve))
    }
    tables = { count: upTo, bands }
  }

  return {
    size: () => count,
    add(id, words) {
      if (count === ids.length) {
        grow()
      }
      ids[count] = id
      coarse.set(words.subarray(0, COARSE_WORDS), count * COARSE_WORDS)
      fine.set(words.subarray(COARSE_WORDS), count * FINE_WORDS)
      count += 1
    },
    search(words) {
      const found: { id: number; distance: number }[] = []
      const consider = (at: number): void => {
        const distance = distanceAt(coarse, fine, at, words)
        if (distance <= SIMILAR_DISTANCE) {
          found.push({ id: ids[at] ?? 0, distance })
        }
      }
      const probes = probesOf(words)
      let scanFrom = tables.count
      if (candidatesOf(tables, probes) > tables.count * SCAN_FROM_SHARE) {
        scanFrom = 0
      } else {
        stamp += 1
        for (const [band, { starts, members }] of tables.bands.entries()) {
          for (const value of probes[band] ?? []) {
            const end = starts[value + 1] ?? 0
            for (let place = starts[value] ?? 0; place < end; place += 1) {
              const at = members[place] ?? 0
              if (stamps[at] !== stamp) {
                stamps[at] = stamp
                consider(at)
              }
            }
          }
        }
      }
      for (let at = scanFrom; at < count; at += 1) {
        consider(at)
      }
      return found
    },
    async settle() {
      while (count - tables.count > Math.max(LEAST_TAIL, tables.count / 8)) {
        settling ??= makeTables().finally(() => {
          settling = null
        })
        await settling
      }
    },
  }
}

/** Bits of a band are taken from all over the coarse ones: papers of one print share the lowest frequencies. */
function bandValue(words: Uint32Array, from: number, band: number): number {
  let value = 0
  for (let word = 0; word < COARSE_WORDS; word += 1) {
    const bits = words[from + word] ?? 0
    value = (value << 2) | (((bits >>> band) & 1) << 1) | ((bits >>> (band + BANDS)) & 1)
  }
  return value
}

/** For each band its own value and the sixteen that differ from it in one bit. */
function probesOf(words: Uint32Array): readonly (readonly number[])[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const value = bandValue(words, 0, band)
    return [value, ...Array.from({ length: 16 }, (__, bit) => value ^ (1 << bit))]
  })
}

function candidatesOf({ bands }: Tables, probes: readonly (readonly number[])[]): number {
  let candidates = 0
  for (const [band, { starts }] of bands.entries()) {
    for (const value of probes[band] ?? []) {
      candidates += (starts[value + 1] ?? 0) - (starts[value] ?? 0)
    }
  }
  return candidates
}

function tableOf(band: number, coarse: Uint32Array, count: number): Tables['bands'][number] {
  const starts = new Uint32Array(BAND_VALUES + 1)
  const values = new Uint16Array(count)
  for (let at = 0; at < count; at += 1) {
    const value = bandValue(coarse, at * COARSE_WORDS, band)
    values[at] = value
    starts[value + 1] = (starts[value + 1] ?? 0) + 1
  }
  for (let value = 0; value < BAND_VALUES; value += 1) {
    starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0)
  }
  const next = starts.slice()
  const members = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    const value = values[at] ?? 0
    const place = next[value] ?? 0
    members[place] = at
    next[value] = place + 1
  }
  return { starts, members }
}

/** Bits that differ, or infinity as soon as there are too many. */
function distanceAt(coarse: Uint32Array, fine: Uint32Array, at: number, words: Uint32Array): number {
  let distance = 0
  for (let word = 0, from = at * COARSE_WORDS; word < COARSE_WORDS; word += 1) {
    distance += countBits((coarse[from + word] ?? 0) ^ (words[word] ?? 0))
    if (distance > COARSE_RADIUS) {
      return Number.POSITIVE_INFINITY
    }
  }
  for (let word = 0, from = at * FINE_WORDS; word < FINE_WORDS; word += 1) {
    distance += countBits((fine[from + word] ?? 0) ^ (words[COARSE_WORDS + word] ?? 0))
  }
  return distance
}

function larger(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2)
  bigger.set(array)
  return bigger
}
