import type { FrameRim } from './frameRim'
import type { JudgedQuad } from './judgeQuad'
import { BESIDE, type LineProfile } from './profileLine'
import { fromOf, toOf, type Place } from './quadGeometry'

/** Pixels of the map before the border in which the edge is looked at. */
const BEFORE = { from: 4, to: 24 }
/** Levels, squared, below which a difference across an edge is noise. */
const NOISE = 3
/** A difference before the border that is less than this share of that along the whole edge is one of the ground. */
const LEAST_STEP = 0.5

/**
 * How far the edges beside a border of the frame go on up to it, each 0 to 1: across their last pixels the colours differ
 * as they do before. Beside paper that ends within the frame there is only ground in these. Null: all four edges are seen.
 */
export function reachesOf(
  quad: JudgedQuad,
  rim: FrameRim,
): { readonly least: number; readonly mean: number } | null {
  const border = quad.sides.findIndex((line) => !line.isSeen)
  if (border < 0) {
    return null
  }
  const one = reachOf(quad, (border + 3) % 4, border, rim)
  const other = reachOf(quad, (border + 1) % 4, border, rim)
  return { least: Math.min(one, other), mean: (one + other) / 2 }
}

/** Of one side of the quad, at the border of the frame that it runs up to. */
function reachOf({ sides, corners }: JudgedQuad, side: number, border: number, rim: FrameRim): number {
  const line = sides[side]
  const outermost = rim[border]
  if (!line?.isSeen || !outermost) {
    return 0
  }
  const isEnd = border === 1 || border === 2
  const before = isEnd
    ? differenceAcross(line, line.length - BEFORE.to, line.length - BEFORE.from)
    : differenceAcross(line, BEFORE.from, BEFORE.to)
  const usual = differenceAcross(line, Math.round(fromOf(corners, side)), Math.round(toOf(corners, side)))
  const step = Math.max(product(before, before), LEAST_STEP ** 2 * product(usual, usual))
  const reach = product(differenceAt(outermost, line, isEnd), before) / (step + NOISE)
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

/** The same in the outermost pixels of the frame, where the line meets its border. */
function differenceAt(
  outermost: Float32Array,
  { at, slope, length }: LineProfile,
  isEnd: boolean,
): readonly number[] {
  const meets = Math.round(at + (slope * (isEnd ? length : -length)) / 2)
  const blocks = outermost.length / 3 - 1
  const mean = (from: number, to: number, plane: number): number => {
    const [first, last] = [Math.max(0, Math.min(blocks, from)), Math.max(0, Math.min(blocks, to))]
    const sum = (outermost[3 * last + plane] ?? 0) - (outermost[3 * first + plane] ?? 0)
    return last <= first ? 0 : sum / (last - first)
  }
  return [0, 1, 2].map(
    (plane) =>
      mean(meets + BESIDE.from, meets + BESIDE.to, plane) -
      mean(meets - BESIDE.to + 1, meets - BESIDE.from + 1, plane),
  )
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, plane) => sum + value * (other[plane] ?? 0), 0)
}

/** Corners of a whole quad are told to a pixel or two; one that lies farther out, in shares of the frame, is cut off. */
const OUTSIDE = 0.012
/** Only edges that are sure tell of what lies beyond the frame, and one of those that meet there has to go on so far to its border. */
const SURE = { score: 1.6, weakest: 0.36, reach: 0.4 }

/** Borders of the frame (top, right, bottom, left) over which a corner of four seen edges lies. */
export function sidesOverCorners(quad: JudgedQuad, place: Place, rim: FrameRim): readonly number[] {
  if (quad.score < SURE.score || quad.weakest < SURE.weakest) {
    return []
  }
  const isCut = (corner: number, edge: number, border: number): boolean =>
    outside(quad.corners, corner, border, place) > OUTSIDE && reachOf(quad, edge, border, rim) >= SURE.reach
  // Each side begins at the corner of its own number, where the side before it ends.
  return [0, 1, 2, 3].filter(
    (side) => isCut(side, (side + 3) % 4, side) || isCut((side + 1) % 4, (side + 1) % 4, side),
  )
}

/** How far a corner lies beyond a border, in shares of the frame. */
function outside(corners: Float64Array, corner: number, border: number, { width, height }: Place): number {
  const [x, y] = [(corners[2 * corner] ?? 0) / width, (corners[2 * corner + 1] ?? 0) / height]
  return [-y, x - 1, y - 1, -x][border] ?? 0
}
