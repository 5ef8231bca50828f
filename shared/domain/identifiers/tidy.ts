const FULL_WIDTH_OFFSET = 0xfee0
/** ASCII without white space and small letters, and Chinese characters: most is typed as it belongs. */
const TIDY = /^[!-`{-~\u4e00-\u9fff]*$/
const FULL_WIDTH = /[\uff01-\uff5e]/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g

/**
 * Brings what people type and OCR reads to one spelling: full-width ASCII becomes ASCII, every kind of dash becomes
 * `-`, white space goes, Latin letters become capitals. Nothing else is mapped, so a look-alike from another script
 * stays visible as a wrong character.
 */
export function tidy(typed: string): string {
  if (TIDY.test(typed)) {
    return typed
  }
  return typed
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(DASHES, '-')
    .replace(/\s/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/** Habits of typing that `tidy` takes away. They break no rule, but somebody who copies the number should know. */
export const SPELLING_NOISES = ['full-width', 'odd-dash', 'white-space', 'small-letter'] as const
export type SpellingNoise = (typeof SPELLING_NOISES)[number]

const NOISE: Readonly<Record<SpellingNoise, RegExp>> = {
  'full-width': FULL_WIDTH,
  'odd-dash': DASHES,
  'white-space': /\s/,
  // Full-width small letters are typed in full width first of all.
  'small-letter': /[a-z]/,
}

/** What a text has that its tidy spelling has not; nothing where both are equal. */
export function spellingNoise(typed: string): readonly SpellingNoise[] {
  return SPELLING_NOISES.filter((noise) => typed.search(NOISE[noise]) >= 0)
}
