const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Brings what people type and OCR reads to one spelling: full-width ASCII becomes ASCII, every kind of dash becomes
 * `-`, white space goes, Latin letters become capitals. Nothing else is mapped, so a look-alike from another script
 * stays visible as a wrong character.
 */
export function tidy(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
    )
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/\s/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
