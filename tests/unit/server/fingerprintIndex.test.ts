import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFingerprintIndex } from '../../../server/reuse/fingerprintIndex'
import {
  COARSE_RADIUS,
  COARSE_WORDS,
  countBits,
  FINGERPRINT_WORDS,
  SIMILAR_DISTANCE,
} from '../../../shared/imaging/perceptualHash'

type Words = Uint32Array

/** Around a few centres, at every distance on both sides of the radii. */
const cluster = fc
  .record({
    centre: fc.array(fc.integer({ min: 0, max: 0xffffffff }), {
      minLength: FINGERPRINT_WORDS,
      maxLength: FINGERPRINT_WORDS,
    }),
    turns: fc.array(
      fc.record({
        coarse: fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }),
        fine: fc.uniqueArray(fc.integer({ min: 256, max: 1023 }), { maxLength: 150 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ centre, turns }) =>
    turns.map(({ coarse, fine }) => {
      const words = Uint32Array.from(centre)
      for (const bit of [...coarse, ...fine]) {
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) ^ (1 << (bit & 31))
      }
      return words
    }),
  )
const stored = fc.array(cluster, { minLength: 1, maxLength: 8 }).map((clusters) => clusters.flat())

function scan(all: readonly Words[], query: Words): ReadonlyArray<{ id: number; distance: number }> {
  return all.flatMap((words, id) => {
    const bits = [...words].map((word, at) => countBits(word ^ (query[at] ?? 0)))
    const coarse = bits.slice(0, COARSE_WORDS).reduce((sum, count) => sum + count, 0)
    const distance = bits.reduce((sum, count) => sum + count, 0)
    return coarse <= COARSE_RADIUS && distance <= SIMILAR_DISTANCE ? [{ id, distance }] : []
  })
}

const byId = (one: { readonly id: number }, other: { readonly id: number }): number => one.id - other.id

describe('The index of fingerprints', () => {
  it('finds what a linear scan finds, before its tables are made', () => {
    fc.assert(
      fc.property(stored, fc.nat(), (all, pick) => {
        const index = createFingerprintIndex()
        all.forEach((words, id) => {
          index.add(id, words)
        })
        const query = all[pick % all.length] ?? new Uint32Array(FINGERPRINT_WORDS)
        expect([...index.search(query)].sort(byId)).toEqual(scan(all, query))
      }),
      { numRuns: 100 },
    )
  })

  it('finds what a linear scan finds, by its tables and by what came after them', async () => {
    await fc.assert(
      fc.asyncProperty(stored, stored, async (early, late) => {
        const all = [...Array.from({ length: 5000 }, strange), ...early]
        const index = createFingerprintIndex()
        all.forEach((words, id) => {
          index.add(id, words)
        })
        await index.settle()
        late.forEach((words) => {
          all.push(words)
          index.add(all.length - 1, words)
        })
        for (const query of [...early.slice(0, 12), ...late.slice(0, 12)]) {
          expect([...index.search(query)].sort(byId)).toEqual(scan(all, query))
        }
        expect(index.size()).toBe(all.length)
      }),
      { numRuns: 4 },
    )
  }, 60_000)

  it('finds the same when all pictures share their bands', async () => {
    const all = Array.from({ length: 9000 }, (_, id) => {
      const words = new Uint32Array(FINGERPRINT_WORDS)
      words[id % FINGERPRINT_WORDS] = (id * 2_654_435_761) >>> 0
      return words
    })
    const index = createFingerprintIndex()
    all.forEach((words, id) => {
      index.add(id, words)
    })
    await index.settle()
    const query = new Uint32Array(FINGERPRINT_WORDS)
    expect([...index.search(query)].sort(byId)).toEqual(scan(all, query))
  })
})

let state = 7
/** A fingerprint that is near to no other. */
function strange(): Words {
  return Uint32Array.from({ length: FINGERPRINT_WORDS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  })
}
