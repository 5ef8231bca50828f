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

/**
 * Sorts lines of text into rows, after turning the picture by the direction in which most of its text runs.
 * `aspect` is width through height: corners are fractions of each, directions need equal units.
 */
export function textRows(lines: readonly TextLine[], aspect: number): readonly TextRow[] {
  const angle = directionOf(lines, aspect)
  const pieces = lines.map((line) => pieceOf(line, aspect, angle)).sort((a, b) => a.middle - b.middle)
  const rows: RowPiece[][] = []
  for (const piece of pieces) {
    const row = rows.findLast((candidate) => candidate.some((other) => standsBeside(other, piece)))
    if (row === undefined) {
      rows.push([piece])
    } else {
      row.push(piece)
    }
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left))
}

function standsBeside(a: RowPiece, b: RowPiece): boolean {
  const distance = Math.abs(a.middle - b.middle)
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  return distance < SAME_ROW * Math.min(a.height, b.height) && overlap < Math.min(a.height, b.height)
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
    text: text.replaceAll(/\s+/gu, ''),
    confidence,
    least,
    left: Math.min(...xs),
    right: Math.max(...xs),
    middle: (top + bottom) / 2,
    height: bottom - top,
    line,
  }
}
