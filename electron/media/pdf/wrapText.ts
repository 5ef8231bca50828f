import type { Weight } from './pageModel'
import { isWide, type TextMeasure } from './textMeasure'

/** Signs that never begin a line (GB/T 15834-2011, section 5; clreq, "line start prohibition"). */
const NO_LINE_START = new Set('，。、；：？！）］｝〕〉》」』】”’…—～·％‰℃%,.;:?!)]}')
/** Signs that never end a line. */
const NO_LINE_END = new Set('（［｛〔〈《「『【“‘￥＄([{')

export interface TextStyle {
  readonly size: number
  readonly weight: Weight
}

/**
 * Breaks a text into lines of at most `width` points. Chinese breaks between any two characters but for the
 * prohibited signs; latin words, numbers and dates stay whole, unless one alone is wider than the line. Where a space
 * or a line break of the text ended a line, a space is left at its end (beyond the width, if need be): nobody sees it, and
 * whoever takes the text out finds two words.
 */
export function wrapText(
  text: string,
  width: number,
  style: TextStyle,
  measure: TextMeasure,
): readonly string[] {
  return text
    .split('\n')
    .flatMap((paragraph, index, { length }) =>
      wrapParagraph(index < length - 1 ? `${paragraph} ` : paragraph, width, style, measure),
    )
    .map((line) => line.replace(/ +$/, ' '))
}

function wrapParagraph(
  text: string,
  width: number,
  style: TextStyle,
  measure: TextMeasure,
): readonly string[] {
  const fits = (candidate: string): boolean => measure.width(candidate, style.size, style.weight) <= width
  const lines: string[] = []
  let line = ''
  for (const atom of unbreakable(text)) {
    const extended = line + atom
    if (fits(extended.trimEnd())) {
      line = extended
      continue
    }
    if (line.trimEnd() !== '') {
      lines.push(line)
    }
    line = atom.trimStart()
    while (!fits(line.trimEnd())) {
      const head = longestHead(line, fits)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  lines.push(line)
  return lines
}

/** Cuts a text into pieces that stay together; white space stays at the end of the piece before it. */
function unbreakable(text: string): readonly string[] {
  const atoms: string[] = []
  let atom = ''
  let previous = ''
  for (const character of text) {
    if (atom !== '' && mayBreak(previous, character)) {
      atoms.push(atom)
      atom = ''
    }
    atom += character
    previous = character
  }
  return atom === '' ? atoms : [...atoms, atom]
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NO_LINE_START.has(after) || NO_LINE_END.has(before)) {
    return false
  }
  return before === ' ' || isWide(before) || isWide(after)
}

/** At least one character, else the caller would never come to an end. */
function longestHead(text: string, fits: (candidate: string) => boolean): string {
  let head = ''
  for (const character of text) {
    if (head !== '' && !fits(head + character)) {
      return head
    }
    head += character
  }
  return head
}
