import type { TextLine } from './textLine'

/** A piece of a row: a line as it was found, its place measured in a picture that has been laid straight. */
export interface RowPiece {
  readonly text: string
  readonly confidence: number
  /** Of its least sure character. */
  readonly least: number
  readonly left: number
  readonly right: number
  /** Middle of its height. */
  readonly middle: number
  readonly height: number
  readonly line: TextLine
}

/** What stands at the same height, from left to right. */
export type TextRow = readonly RowPiece[]

/** Two pieces stand in one row when their middles are closer than this share of their height. */
const SAME_ROW = 0.55
/** Farther apart than this many heights, print belongs to something else: a newspaper beside a card. */
const ROW_REACH = 14
/** So many lines that are known to be of the paper tell how it lies, whatever else the picture shows. */
const ENOUGH_ANCHORS = 3
/**
 * Radians (six degrees) by which a line of the same paper may lean from them, in perspective. Others are of a page beneath it, and
 * would tie rows together. Lines shorter than so many heights tell no direction.
 */
const MOST_LEANING = 0.105
const TELLING = 3

/**
 * Sorts lines of text into rows, after turning the picture by the direction in which most of its text runs.
 * `aspect` is width through height: corners are fractions of each, directions need equal units. Lines that `isOfPaper`
 * knows decide the direction where there are some: under a card may lie a page full of other text.
 */
export function textRows(
  lines: readonly TextLine[],
  aspect: number,
  isOfPaper: (text: string) => boolean,
): readonly TextRow[] {
  const known = lines.filter(({ text }) => isOfPaper(withoutSpaces(text)))
  const isAnchored = known.length >= ENOUGH_ANCHORS
  const angle = directionOf(isAnchored ? known : lines, aspect)
  const pieces = lines
    .filter((line) => !isAnchored || runsAlong(line, aspect, angle))
    .map((line) => pieceOf(line, aspect, angle))
    .sort((a, b) => a.middle - b.middle)
  const rows = pieces.reduce<readonly TextRow[]>(withPiece, [])
  return rows
    .map((row) => row.toSorted((a, b) => a.left - b.left))
    .toSorted((a, b) => middleOf(a) - middleOf(b))
}

function middleOf(row: TextRow): number {
  return row.reduce((sum, { middle }) => sum + middle, 0) / row.length
}

/** Puts a piece into the row that it stands in, and joins what it is the missing link of: the value between two columns. */
function withPiece(rows: readonly TextRow[], piece: RowPiece): readonly TextRow[] {
  const near = rows.filter((row) => row.some((other) => standsBeside(other, piece)))
  const last = near.at(-1)
  if (last === undefined) {
    return [...rows, [piece]]
  }
  const joined = near.filter((row) => row === last || row.some((a) => last.some((b) => isLevel(a, b))))
  const others = rows.filter((row) => !joined.includes(row))
  return [...others, [...joined.flat(), piece]]
}

function standsBeside(a: RowPiece, b: RowPiece): boolean {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.height, b.height)
  return isLevel(a, b) && overlap < height && -overlap < ROW_REACH * height
}

function isLevel(a: RowPiece, b: RowPiece): boolean {
  return Math.abs(a.middle - b.middle) < SAME_ROW * Math.min(a.height, b.height)
}

/** Whether a line runs in this direction, or is too short to tell. */
function runsAlong({ corners: [from, to, , below] }: TextLine, aspect: number, angle: number): boolean {
  const [dx, dy] = [((to?.x ?? 0) - (from?.x ?? 0)) * aspect, (to?.y ?? 0) - (from?.y ?? 0)]
  const height = Math.hypot(((below?.x ?? 0) - (from?.x ?? 0)) * aspect, (below?.y ?? 0) - (from?.y ?? 0))
  const lean = Math.abs(Math.atan2(dy, dx) - angle) % (2 * Math.PI)
  return Math.hypot(dx, dy) < TELLING * height || Math.min(lean, 2 * Math.PI - lean) <= MOST_LEANING
}

/** Median direction, in radians, weighted by length: short lines tell little. */
function directionOf(lines: readonly TextLine[], aspect: number): number {
  const directions = lines
    .map(({ corners: [from, to] }) => {
      const dx = ((to?.x ?? 0) - (from?.x ?? 0)) * aspect
      const dy = (to?.y ?? 0) - (from?.y ?? 0)
      return { angle: Math.atan2(dy, dx), length: Math.hypot(dx, dy) }
    })
    .sort((a, b) => a.angle - b.angle)
  const half = directions.reduce((sum, { length }) => sum + length, 0) / 2
  let passed = 0
  return directions.find(({ length }) => (passed += length) >= half)?.angle ?? 0
}

function pieceOf(line: TextLine, aspect: number, angle: number): RowPiece {
  const cos = Math.cos(-angle)
  const sin = Math.sin(-angle)
  const turned = line.corners.map(({ x, y }) => ({
    x: x * aspect * cos - y * sin,
    y: x * aspect * sin + y * cos,
  }))
  const xs = turned.map(({ x }) => x)
  const ys = turned.map(({ y }) => y)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  const { text, confidence, least } = line
  return {
    text: withoutSpaces(text),
    confidence,
    least,
    left: Math.min(...xs),
    right: Math.max(...xs),
    middle: (top + bottom) / 2,
    height: bottom - top,
    line,
  }
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}
