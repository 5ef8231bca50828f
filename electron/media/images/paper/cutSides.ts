import type { JudgedQuad } from './judgeQuad'
import type { LineProfile } from './profileLine'
import type { Place } from './quadGeometry'

/** Pixels at the border in which the paper must still be: one that lies whole keeps three and more away from it. */
const AT_BORDER = 2
/** Pixels before them in which the edge is looked at. */
const BEFORE = { from: 4, to: 24 }
/** Levels, squared, below which a difference across an edge is noise. */
const NOISE = 3

/**
 * How far the edges beside a border of the frame go on up to it, each 0 to 1: across their last pixels the colours differ
 * as they do before. Beside paper that ends within the frame there is only ground in these. Null: all four edges are seen.
 */
export function reachesOf({ sides }: JudgedQuad): { readonly least: number; readonly mean: number } | null {
  const border = sides.findIndex((line) => !line.isSeen)
  if (border < 0) {
    return null
  }
  const isEnd = border === 1 || border === 2
  const one = reachOf(sides[(border + 3) % 4], isEnd)
  const other = reachOf(sides[(border + 1) % 4], isEnd)
  return { least: Math.min(one, other), mean: (one + other) / 2 }
}

function reachOf(line: LineProfile | undefined, isEnd: boolean): number {
  if (!line?.isSeen) {
    return 0
  }
  const across = (from: number, to: number): readonly number[] =>
    isEnd ? differenceAcross(line, line.length - to, line.length - from) : differenceAcross(line, from, to)
  const before = across(BEFORE.from, BEFORE.to)
  const reach = product(across(0, AT_BORDER), before) / (product(before, before) + NOISE)
  return Math.max(0, Math.min(1, reach))
}

/** Colour right of a line less that left of it, between two places along it. */
function differenceAcross({ left, right, length }: LineProfile, from: number, to: number): readonly number[] {
  const [first, last] = [3 * Math.max(0, from), 3 * Math.min(length, to)]
  const count = Math.max(1, (last - first) / 3)
  return [0, 1, 2].map((plane) => {
    const [start, end] = [first + plane, last + plane]
    return ((right[end] ?? 0) - (right[start] ?? 0) - (left[end] ?? 0) + (left[start] ?? 0)) / count
  })
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, plane) => sum + value * (other[plane] ?? 0), 0)
}

/** Corners of a whole quad are told to a pixel or two; one that lies farther out, in shares of the frame, is cut off. */
const OUTSIDE = 0.012
/** Only edges that are sure tell of what lies beyond the frame. */
const SURE = { score: 1.6, weakest: 0.36 }

/** Borders of the frame (top, right, bottom, left) over which a corner of four seen edges lies. */
export function sidesOverCorners(
  { score, weakest, corners }: JudgedQuad,
  { width, height }: Place,
): readonly number[] {
  if (score < SURE.score || weakest < SURE.weakest) {
    return []
  }
  const xs = [0, 2, 4, 6].map((at) => (corners[at] ?? 0) / width)
  const ys = [1, 3, 5, 7].map((at) => (corners[at] ?? 0) / height)
  const over = [-Math.min(...ys), Math.max(...xs) - 1, Math.max(...ys) - 1, -Math.min(...xs)]
  return [0, 1, 2, 3].filter((side) => (over[side] ?? 0) > OUTSIDE)
}
