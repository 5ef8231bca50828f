import { UNREAD } from './textLine'
import type { RowPiece, TextRow } from './textRows'

/** A value as it stands on the paper, and the pieces it was put together from. */
export interface LabelledValue {
  readonly text: string
  readonly pieces: readonly RowPiece[]
}

/** A continued line begins where the value begins, within this many of its heights, and not farther below than that. */
const SAME_MARGIN = 1.2
const NEXT_LINE = 2.2
/** A label stands at most this many heights before its value. */
const LABEL_REACH = 6
/** Pieces of one value stand closer together than this many heights. */
const VALUE_GAP = 3

/** How a label may have been read: as printed, with one character taken for another, or with only its last character found. */
export const LABEL_READINGS = ['whole', 'one-off', 'last'] as const
export type LabelReading = (typeof LABEL_READINGS)[number]
/** A label of fewer characters with one of them wrong may be another label. */
const LONG_LABEL = 5
/** Of a person or an organisation; no address and no name goes on like this. */
const NUMBER = /^[0-9A-Z]{18}$/u

/**
 * Finds what stands behind a label: in the same piece, or in the pieces to its right up to the next label. With
 * `isLong`, lines below that begin under the value and carry no label belong to it as well.
 */
export function labelledValue(
  rows: readonly TextRow[],
  label: string,
  labels: readonly string[],
  isLong: boolean,
  reading: LabelReading = 'whole',
): LabelledValue | null {
  for (const [index, row] of rows.entries()) {
    const found = inRow(row, label, labels, reading)
    if (found !== null) {
      const more = isLong ? below(rows.slice(index + 1), found.pieces, labels) : []
      const pieces = [...found.pieces, ...more]
      return { text: found.text + more.map(({ text }) => text).join(''), pieces }
    }
  }
  return null
}

function inRow(
  row: TextRow,
  label: string,
  labels: readonly string[],
  reading: LabelReading,
): LabelledValue | null {
  for (let start = 0; start < row.length; start += 1) {
    const behind =
      reading === 'last'
        ? afterLastCharacter(row, start, label)
        : afterLabel(row.slice(start), label, labels, reading === 'one-off' ? 1 : 0)
    if (behind === null) {
      continue
    }
    const { rest, restPiece, next } = behind
    const inPiece = untilLabel(rest, labels)
    const pieces: RowPiece[] = restPiece !== null && inPiece !== '' ? [restPiece] : []
    let text = inPiece
    // A piece that holds the next label as well ends the value.
    if (inPiece === rest) {
      for (const piece of row.slice(start + next)) {
        const last = pieces.at(-1)
        const isApart = last !== undefined && piece.left - last.right > VALUE_GAP * last.height
        if (isApart || beginsWithLabel(piece.text, labels)) {
          break
        }
        text += withoutOverlap(piece, row[row.indexOf(piece) - 1])
        pieces.push(piece)
      }
    }
    if (text !== '') {
      return { text, pieces }
    }
  }
  return null
}

/** Where two pieces overlap, the last character of the first was read twice. */
function withoutOverlap(piece: RowPiece, before: RowPiece | undefined): string {
  const repeated = Array.from(before?.text ?? '').at(-1) ?? ''
  const overlaps = before !== undefined && piece.left < before.right
  return overlaps && piece.text.startsWith(repeated) ? piece.text.slice(repeated.length) : piece.text
}

interface BehindLabel {
  readonly rest: string
  readonly restPiece: RowPiece | null
  readonly next: number
}

/** Of 名 and 称, which stand far apart on a licence, only the second may have been found; nothing stands before it then. */
function afterLastCharacter(row: TextRow, start: number, label: string): BehindLabel | null {
  const piece = row[start]
  const before = row[start - 1]
  const isLast = piece !== undefined && label.length === 2 && label.endsWith(piece.text) && piece.text !== ''
  const isFree = before === undefined || (piece?.left ?? 0) - before.right > VALUE_GAP * before.height
  return isLast && isFree ? { rest: '', restPiece: null, next: 1 } : null
}

/** The label may be spread over pieces: 名 and 称 stand far apart on a licence. */
function afterLabel(
  pieces: TextRow,
  label: string,
  labels: readonly string[],
  wrongCharacters: number,
): BehindLabel | null {
  if (wrongCharacters > 0 && label.length < LONG_LABEL) {
    return null
  }
  let joined = ''
  for (const [index, piece] of pieces.entries()) {
    // The number of a paragraph may have been lost, and its comma not.
    joined += index === 0 ? piece.text.replace(/^[、，,.:：。]+/u, '') : piece.text
    const behind = behindLabel(joined, label, wrongCharacters)
    if (behind.is === 'behind') {
      if (labels.some((other) => other.length > label.length && behindLabel(joined, other).is === 'behind')) {
        return null
      }
      const rest = behind.rest.replace(/^[:：]/u, '')
      return { rest, restPiece: rest === '' ? null : piece, next: index + 1 }
    }
    if (behind.is === 'other') {
      return null
    }
  }
  return null
}

/** Marks of unread characters inside a label are stains: all of it has been read. */
function behindLabel(
  text: string,
  label: string,
  wrongCharacters = 0,
): { readonly is: 'behind'; readonly rest: string } | { readonly is: 'part' | 'other' } {
  let place = 0
  let wrong = 0
  for (const character of label) {
    while (wrongCharacters === 0 && text.charAt(place) === UNREAD) {
      place += 1
    }
    if (place >= text.length) {
      return { is: 'part' }
    }
    wrong += text.charAt(place) === character ? 0 : 1
    if (wrong > wrongCharacters) {
      return { is: 'other' }
    }
    place += 1
  }
  return { is: 'behind', rest: text.slice(place) }
}

function untilLabel(text: string, labels: readonly string[]): string {
  const places = labels.map((label) => text.indexOf(label, 1)).filter((place) => place > 0)
  return text.slice(0, Math.min(text.length, ...places))
}

/** Labels of a single character are too common at the start of a value to end one. */
function beginsWithLabel(text: string, labels: readonly string[]): boolean {
  return labels.some(
    (label) => text.startsWith(label) || (text.length === 1 && label.length === 2 && label.includes(text)),
  )
}

/**
 * Rows under the value, while they begin where it begins and have no label of their own. A value that shares its piece
 * with its label has no margin to compare; what goes on then begins anywhere under that piece.
 */
function below(
  rows: readonly TextRow[],
  valuePieces: readonly RowPiece[],
  labels: readonly string[],
): readonly RowPiece[] {
  const [first] = valuePieces
  const continued: RowPiece[] = []
  if (first === undefined) {
    return continued
  }
  const hasOwnMargin = !beginsWithLabel(first.text, labels)
  let last = first
  for (const row of rows) {
    const place = row.findIndex((piece) =>
      hasOwnMargin
        ? Math.abs(piece.left - first.left) < SAME_MARGIN * first.height
        : piece.left > first.left && piece.left < first.right,
    )
    const piece = row[place]
    const isNear = (row[0]?.middle ?? 0) - last.middle < NEXT_LINE * first.height
    if (!isNear) {
      break
    }
    if (piece === undefined) {
      if (row.some((other) => opensUnder(other, first, labels))) {
        break
      }
      continue
    }
    const isNumber = NUMBER.test(piece.text)
    const hasLabel = row.slice(0, place + 1).some((other) => isLabelOf(other, first, labels))
    if (hasLabel || isNumber) {
      break
    }
    continued.push(piece)
    last = piece
  }
  return continued
}

/** The next label with its value in one piece, under this value: what is below that belongs to it. */
function opensUnder(piece: RowPiece, value: RowPiece, labels: readonly string[]): boolean {
  return beginsWithLabel(piece.text, labels) && piece.left < value.right && piece.right > value.left
}

/** A label of the same column: labels of a column farther left say nothing of this one. */
function isLabelOf(piece: RowPiece, value: RowPiece, labels: readonly string[]): boolean {
  return beginsWithLabel(piece.text, labels) && value.left - piece.right < LABEL_REACH * value.height
}
