import { createFingerprintIndex } from '../../server/reuse/fingerprintIndex'
import {
  COARSE_RADIUS,
  COARSE_WORDS,
  countBits,
  FINGERPRINT_WORDS,
  SIMILAR_DISTANCE,
} from '../../shared/imaging/perceptualHash'
import type { Bench, Bound, Measured } from './frame/bench'
import { median, percentile } from './frame/percentile'
import { makeFingerprints, type MadeFingerprints } from './reuse/madeFingerprints'

const PICTURES = 1_000_000
const QUERIES = { quick: 400, full: 1200 }
const WARM_UP = 50
/** A scan takes long: of so many queries one is compared. */
const SCAN_EACH = 10

/** "A million images: p95 20 ms with recall 1.0 against the linear scan." */
const TIME: readonly Bound[] = [{ of: 'ours', is: '<', value: 20 }]
const RECALL: readonly Bound[] = [{ of: 'ours', is: '>=', value: 1 }]

const MIXTURES = [
  { name: 'photographs', shareOfPrints: 0, spread: 0.5, bounds: TIME },
  { name: 'half papers of 20 prints', shareOfPrints: 0.5, spread: 0.13, bounds: TIME },
  // Nobody has that; it shows how the search fails when it does.
  { name: 'all papers of 20 prints', shareOfPrints: 1, spread: 0.13, bounds: [] },
] as const

export const bench: Bench = {
  method:
    'Ours is a search of the index in which the review server keeps the fingerprints of all pictures, one million of them: everything within ' +
    `${COARSE_RADIUS} of the 256 coarse bits and ${SIMILAR_DISTANCE} of all 1024. The reference is a linear scan that counts all bits of every ` +
    'fingerprint, by the same two radii, at every tenth query. Two queries in three are a stored picture with up to 40 bits turned, every third is a picture that is not there. ' +
    'Recall is the share of what the scan finds that the index finds too; what it finds beyond is counted as well. ' +
    'Photographs have even bits. Papers of one print (certificates, cards cut out exactly) share most of theirs: the buckets of the index then hold thousands.',
  weakSpots: [
    'The fingerprints are made, not measured: nobody may have a million identity papers. The spread within a print is that of specimen cards cut out exactly.',
    'Time on the clock counts what other processes took meanwhile; on a busy machine it is several times the processor time beside it, for ours as for the scan.',
    'The way to the server, the rows of what was found and the reading of names are not in it; a request looks up each picture of its case, some ten.',
    'After a start the fingerprints are opened one by one, some seconds for a million; until then the search says "not searched".',
  ],
  run: async (record, full) => {
    for (const { name, bounds, ...mixture } of MIXTURES) {
      await measure(name, makeFingerprints(PICTURES, mixture), bounds, record, full)
    }
    return undefined
  },
}

async function measure(
  name: string,
  made: MadeFingerprints,
  bounds: readonly Bound[],
  record: (measured: Measured) => void,
  full: boolean,
): Promise<void> {
  const index = createFingerprintIndex()
  const words = new Uint32Array(FINGERPRINT_WORDS)
  const all = new Uint32Array(made.count * FINGERPRINT_WORDS)
  for (let at = 0; at < made.count; at += 1) {
    made.read(at, words)
    all.set(words, at * FINGERPRINT_WORDS)
    index.add(at, words)
  }
  const settled = performance.now()
  await index.settle()
  const tables = performance.now() - settled
  const ours: number[] = []
  const busy: number[] = []
  const scans: number[] = []
  let expected = 0
  let missed = 0
  let beyond = 0
  for (let query = 0; query < WARM_UP + (full ? QUERIES.full : QUERIES.quick); query += 1) {
    makeQuery(made, words, query)
    const cpu = process.cpuUsage()
    const begun = performance.now()
    const found = index.search(words)
    const took = performance.now() - begun
    const { user, system } = process.cpuUsage(cpu)
    if (query >= WARM_UP) {
      ours.push(took)
      busy.push((user + system) / 1000)
    }
    if (query < WARM_UP || query % SCAN_EACH !== 0) {
      continue
    }
    const scanBegun = performance.now()
    const reference = scan(all, made.count, words)
    scans.push(performance.now() - scanBegun)
    const distances = new Map(found.map(({ id, distance }) => [id, distance]))
    expected += reference.size
    missed += [...reference].filter(([id, distance]) => distances.get(id) !== distance).length
    beyond += [...distances.keys()].filter((id) => !reference.has(id)).length
  }
  const figure = (what: string): string => `${name}: ${what}`
  record({
    figure: figure('search, 95th percentile'),
    unit: 'ms',
    ours: percentile(ours, 0.95),
    reference: percentile(scans, 0.95),
    bounds,
  })
  record({
    figure: figure('search, 95th percentile, processor time'),
    unit: 'ms',
    ours: percentile(busy, 0.95),
  })
  record({ figure: figure('search, median'), unit: 'ms', ours: median(ours), reference: median(scans) })
  record({
    figure: figure('search, slowest'),
    unit: 'ms',
    ours: Math.max(...ours),
    reference: Math.max(...scans),
  })
  record({ figure: figure('recall'), unit: '', ours: (expected - missed) / expected, bounds: RECALL })
  record({
    figure: figure('found beyond the scan'),
    unit: 'pictures',
    ours: beyond,
    bounds: [{ of: 'ours', is: '<=', value: 0 }],
  })
  record({ figure: figure('making the tables'), unit: 'ms', ours: tables })
}

/** A stored picture with some bits turned, or, every third time, one that is not there. */
function makeQuery({ count, read, below }: MadeFingerprints, words: Uint32Array, query: number): void {
  read(below(count), words)
  const turned = query % 3 === 2 ? 400 : below(41)
  for (let turn = 0; turn < turned; turn += 1) {
    const bit = below(FINGERPRINT_WORDS * 32)
    words[bit >>> 5] = (words[bit >>> 5] ?? 0) ^ (1 << (bit & 31))
  }
}

function scan(all: Uint32Array, count: number, words: Uint32Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at < count; at += 1) {
    let distance = 0
    let coarse = 0
    for (let word = 0; word < FINGERPRINT_WORDS; word += 1) {
      distance += countBits((all[at * FINGERPRINT_WORDS + word] ?? 0) ^ (words[word] ?? 0))
      coarse = word < COARSE_WORDS ? distance : coarse
    }
    if (coarse <= COARSE_RADIUS && distance <= SIMILAR_DISTANCE) {
      found.set(at, distance)
    }
  }
  return found
}
