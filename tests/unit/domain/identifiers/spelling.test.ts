import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPELLING_NOISES, spellingNoise, tidy } from '../../../../shared/domain/identifiers/tidy'

/** A plain number, and the same as people type it. */
const spelled = fc
  .tuple(fc.stringMatching(/^[0-9A-Z-]{1,30}$/), fc.array(fc.nat(5), { minLength: 30, maxLength: 30 }))
  .map(([plain, habits]) => ({
    plain,
    typed: Array.from(plain, (character, index) => spell(character, habits[index] ?? 0)).join(''),
  }))

function spell(character: string, habit: number): string {
  switch (habit) {
    case 0:
      return String.fromCharCode(character.charCodeAt(0) + 0xfee0)
    case 1:
      return character.toLowerCase()
    case 2:
      return ` ${character}`
    case 3:
      return character === '-' ? '—' : `${character}\u3000`
    default:
      return character
  }
}

describe('tidy', () => {
  it('brings every habit of typing to one spelling', () => {
    fc.assert(
      fc.property(spelled, ({ plain, typed }) => {
        expect(tidy(typed)).toBe(plain)
      }),
    )
  })

  it('leaves alone what it has tidied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text))
      }),
    )
  })

  it.each([
    ['！', '!'],
    ['～', '~'],
    ['\uff00', '\uff00'],
    ['\uff5f', '\uff5f'],
    ['‐‑‒–—―−﹘﹣', '---------'],
    ['\u200f\u2016', '\u200f\u2016'],
    ['az\u0061', 'AZA'],
    ['`{', '`{'],
    ['é', 'é'],
    // Look-alikes of other scripts stay, so that they are found.
    ['Аа', 'Аа'],
    ['١', '١'],
    ['\t1\n2\u00a03', '123'],
  ])('%j is %j', (typed, spelling) => {
    expect(tidy(typed)).toBe(spelling)
  })
})

describe('spellingNoise', () => {
  it.each([
    ['110105', []],
    ['１10105', ['full-width']],
    ['110 105', ['white-space']],
    ['11000019900101001x', ['small-letter']],
    ['010—20000000', ['odd-dash']],
    ['１ x—', ['full-width', 'odd-dash', 'white-space', 'small-letter']],
  ])('%j: %j', (typed, noise) => {
    expect(spellingNoise(typed)).toEqual(noise)
  })

  it('tells something whenever a number is not typed as it is written, and nothing otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          spelled.map(({ typed }) => typed),
        ),
        (typed) => {
          expect(spellingNoise(typed).length > 0).toBe(tidy(typed) !== typed)
          expect(SPELLING_NOISES).toEqual(expect.arrayContaining([...spellingNoise(typed)]))
        },
      ),
    )
  })
})
