/** What stands for a character that the font does not have (〓, the printers' mark for a missing sort). */
const GETA = '〓'

export interface Substituted<T> {
  readonly value: T
  /** Code points without a glyph, each with how often it occurs; in order of the code points. */
  readonly missing: ReadonlyArray<{ readonly codePoint: number; readonly count: number }>
}

/**
 * Goes through every text of a value and replaces each character that cannot be drawn by 〓 and its code point, so
 * that a rare character of a name, or an invisible one, is seen instead of being lost.
 */
export function substituteMissing<T>(value: T, hasGlyph: (codePoint: number) => boolean): Substituted<T> {
  const counts = new Map<number, number>()
  const substitute = (text: string): string =>
    Array.from(unifySpaces(text), (character) => {
      const codePoint = character.codePointAt(0) ?? 0
      if (character === '\n' || hasGlyph(codePoint)) {
        return character
      }
      counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1)
      return `${GETA}(${codePointName(codePoint)})`
    }).join('')
  // Only texts change, each to a text: the value keeps its type.
  const substituted = mapTexts(value, substitute) as T
  const missing = [...counts]
    .map(([codePoint, count]) => ({ codePoint, count }))
    .sort((a, b) => a.codePoint - b.codePoint)
  return { value: substituted, missing }
}

/** `U+20BB7`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Spaces of any width look like a space; line ends become one sign. */
function unifySpaces(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return map(value)
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, map))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
  }
  return value
}
