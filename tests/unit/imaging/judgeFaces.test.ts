import { describe, expect, it } from 'vitest'
import { findingSchema } from '../../../shared/imaging/findings'
import { judgeFaces, type FaceFacts } from '../../../shared/imaging/judgeFaces'

// Sums of these are exact.
const face = { x: 0.5, y: 0.25, width: 0.25, height: 0.25 }
const other = { x: 0.75, y: 0.25, width: 0.125, height: 0.5 }
const eyes = { x: 0.42, y: 0.25, width: 0.16, height: 0.05 }
const open: NonNullable<FaceFacts['likeliest']> = { heightPercent: 25, eyeContrast: 80, eyes }

/** Faces of these likenesses, the first of them measured. */
function seen(likeness: readonly number[], measured: Partial<typeof open> = {}): FaceFacts {
  return {
    seen: likeness.map((likenessPercent, at) => ({ likenessPercent, region: at === 0 ? face : other })),
    likeliest: likeness.length === 0 ? null : { ...open, ...measured },
  }
}

function told(facts: FaceFacts, expected: 'one' | 'any' = 'one'): Readonly<Record<string, string>> {
  return Object.fromEntries(judgeFaces(facts, expected).map(({ check, verdict }) => [check, verdict]))
}

describe('judgeFaces', () => {
  it('passes one large face with open eyes and points at it', () => {
    expect(judgeFaces(seen([90]), 'one')).toEqual([
      { check: 'face-count', verdict: 'pass', value: 1, threshold: 1, unit: '', region: face },
      { check: 'face-size', verdict: 'pass', value: 25, threshold: 10, unit: '%', region: face },
      { check: 'eyes-visible', verdict: 'pass', value: 80, threshold: 28, unit: '%', region: eyes },
    ])
  })

  it.each<[readonly number[], string, number]>([
    [[], 'fail', 0],
    [[13.9], 'fail', 0],
    [[31], 'pass', 1],
    [[90, 58], 'pass', 1],
    [[90, 58.1], 'unsure', 2],
    [[90, 68], 'unsure', 2],
    [[90, 68.1], 'fail', 2],
    [[90, 80, 75], 'fail', 3],
    [[90, 80, 60, 20], 'fail', 3],
  ])('counts faces of likeness %o as %s', (likeness, verdict, value) => {
    expect(judgeFaces(seen(likeness), 'one')[0]).toMatchObject({ check: 'face-count', verdict, value })
  })

  it.each([
    [13.9, 'fail'],
    [14, 'unsure'],
    [30.9, 'unsure'],
    [31, 'pass'],
  ] as const)('judges what is small and of likeness %d as %s', (likeness, verdict) => {
    expect(told(seen([likeness], { heightPercent: 11.9 }))['face-count']).toBe(verdict)
  })

  it('takes what is a little like a face and as large as one for a person whose eyes are not seen', () => {
    const [count, size, visible] = judgeFaces(seen([14], { heightPercent: 12 }), 'one')
    expect(count).toMatchObject({ verdict: 'pass', value: 1, region: face })
    expect(count?.note).toBeUndefined()
    expect(size?.verdict).toBe('pass')
    expect(visible).toMatchObject({ check: 'eyes-visible', verdict: 'unsure', value: null, region: face })
  })

  it('says that it is not sure of a face where it is not', () => {
    expect(judgeFaces(seen([20], { heightPercent: 5 }), 'one')[0]?.note).toBe('uncertain-face')
    expect(judgeFaces(seen([90, 60]), 'one')[0]?.note).toBe('uncertain-face')
    expect(judgeFaces(seen([]), 'one')[0]?.note).toBeUndefined()
    expect(judgeFaces(seen([90, 90]), 'one')[0]?.note).toBeUndefined()
  })

  it('marks all faces it counts, and no place where there is none', () => {
    const both = { x: 0.5, y: 0.25, width: 0.375, height: 0.5 }
    expect(judgeFaces(seen([90, 90]), 'one')[0]?.region).toEqual(both)
    expect(judgeFaces(seen([90, 20]), 'one')[0]?.region).toEqual(face)
    expect(judgeFaces(seen([5]), 'one')[0]?.region).toBeUndefined()
  })

  it.each([
    [12, 'pass'],
    [11.9, 'unsure'],
    [2, 'unsure'],
  ] as const)('judges a face of %d %% of the height as %s, never as wrong', (heightPercent, verdict) => {
    expect(told(seen([90], { heightPercent }))['face-size']).toBe(verdict)
  })

  it.each([
    [33, 'pass'],
    [32.9, 'unsure'],
    [0, 'unsure'],
  ] as const)('judges eyes with a contrast of %d %% as %s, never as wrong', (eyeContrast, verdict) => {
    expect(told(seen([90], { eyeContrast }))['eyes-visible']).toBe(verdict)
  })

  it('says nothing of size and eyes where there is no face, and nothing of the eyes of one that is too small', () => {
    expect(told(seen([5]))).toEqual({ 'face-count': 'fail' })
    expect(told(seen([90], { heightPercent: 6, eyeContrast: 0 }))).toEqual({
      'face-count': 'pass',
      'face-size': 'unsure',
    })
  })

  it('asks a photo with a certificate in the hand for a face at all', () => {
    expect(told(seen([90, 90], { heightPercent: 3 }), 'any')).toEqual({ 'face-count': 'pass' })
    expect(told(seen([20], { heightPercent: 5 }), 'any')).toEqual({ 'face-count': 'unsure' })
    expect(told(seen([]), 'any')).toEqual({ 'face-count': 'fail' })
  })

  it('answers in the shape of findings', () => {
    for (const facts of [seen([]), seen([20]), seen([90]), seen([90, 60])]) {
      for (const finding of judgeFaces(facts, 'one')) {
        expect(findingSchema.safeParse({ documentId: 'one', ...finding }).success).toBe(true)
      }
    }
  })
})
