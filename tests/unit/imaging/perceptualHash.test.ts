import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countBits,
  FINGERPRINT_EDGE,
  FINGERPRINT_WORDS,
  fingerprintDistance,
  fingerprintOf,
  fingerprintSchema,
  fingerprintWords,
  gradeOf,
} from '../../../shared/imaging/perceptualHash'

/** Brightness by place, both from 0 to 1. */
function drawn(brightness: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: FINGERPRINT_EDGE ** 2 }, (_, at) =>
    Math.round(255 * brightness((at % FINGERPRINT_EDGE) / 127, Math.floor(at / FINGERPRINT_EDGE) / 127)),
  )
}

/** Patches with edges, as writing and portraits have them. */
const patches = (x: number, y: number): number => {
  const patch = Math.floor(x * 40) * 41 + Math.floor(y * 40)
  return ((Math.imul(patch + 1, 2_654_435_761) >>> 8) % 256) / 255
}

describe('The fingerprint of a picture', () => {
  it('is 1024 bits in hex, and the same for the same picture', () => {
    const one = fingerprintOf(drawn(patches))
    expect(fingerprintSchema.parse(one)).toBe(fingerprintOf(drawn(patches)))
  })

  it('does not change with contrast and changes little with light', () => {
    const one = fingerprintOf(drawn(patches)) ?? ''
    const paler = fingerprintOf(drawn((x, y) => 0.25 + 0.5 * patches(x, y))) ?? ''
    expect(gradeOf(fingerprintDistance(one, paler))).toBe('near')
  })

  it('is another one for the picture upside down', () => {
    const one = fingerprintOf(drawn(patches)) ?? ''
    const turned = fingerprintOf(drawn((x, y) => patches(1 - x, 1 - y))) ?? ''
    expect(gradeOf(fingerprintDistance(one, turned))).toBeNull()
  })

  it.each([0, 0.5, 1])('is none for a picture of nothing but %f', (grey) => {
    expect(fingerprintOf(drawn(() => grey))).toBeNull()
  })

  it('is none where there is hardly more than noise', () => {
    expect(fingerprintOf(drawn((x, y) => 0.5 + 0.004 * Math.sin(40 * x + 90 * y)))).toBeNull()
  })

  const words = fc.array(fc.integer({ min: 0, max: 0xffffffff }), {
    minLength: FINGERPRINT_WORDS,
    maxLength: FINGERPRINT_WORDS,
  })
  const hexOf = (values: readonly number[]): string =>
    values.map((value) => value.toString(16).padStart(8, '0')).join('')

  it('is read back word by word', () => {
    fc.assert(
      fc.property(words, (values) => {
        expect([...fingerprintWords(hexOf(values))]).toEqual(values)
      }),
    )
  })

  it('counts the bits that differ', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const bits = one.map(
          (value, at) => ((value ^ (other[at] ?? 0)) >>> 0).toString(2).replaceAll('0', '').length,
        )
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
        expect(fingerprintDistance(hexOf(one), hexOf(other))).toEqual({
          all: sum(bits),
          coarse: sum(bits.slice(0, 8)),
        })
        expect(countBits(one[0] ?? 0)).toBe((one[0] ?? 0).toString(2).replaceAll('0', '').length)
      }),
    )
  })

  it('is near up to 80 bits, similar up to 160, and nothing where the coarse ones differ', () => {
    expect(gradeOf({ all: 80, coarse: 31 })).toBe('near')
    expect(gradeOf({ all: 81, coarse: 31 })).toBe('similar')
    expect(gradeOf({ all: 160, coarse: 0 })).toBe('similar')
    expect(gradeOf({ all: 161, coarse: 0 })).toBeNull()
    expect(gradeOf({ all: 32, coarse: 32 })).toBeNull()
  })
})
