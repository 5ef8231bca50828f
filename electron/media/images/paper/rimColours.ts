import type { LineProfile } from './profileLine'
import { fromOf, toOf, type Sides } from './quadGeometry'

export interface RimColours {
  /** Colour within the edges, and how it differs from that beyond, in levels. */
  readonly rim: readonly number[]
  readonly gap: number
  /** How even the colour within the edges is, by how it differs from that beyond: 0 to 1. */
  readonly even: number
  /** How unlike the other rims it is at a border of the frame that stands in for an edge, by the gap. */
  readonly borderUnlike: number
  /** Step of the faintest edge by the gap. */
  readonly weakest: number
  /** Share of the edges at which it is brighter inside. */
  readonly brighter: number
}

/** The colours on both sides of four edges. */
export function rimColours(sides: Sides, corners: Float64Array): RimColours {
  const insides = sides.map((line, index) => {
    const [from, to] = [fromOf(corners, index), toOf(corners, index)]
    const cut = (to - from) * ENDS
    const [first, last] = [bounded(line, from + cut), bounded(line, to - cut)]
    const isFar = index === 1 || index === 2
    const inside = meanBeside(isFar ? line.left : line.right, first, last)
    const outside = meanBeside(isFar ? line.right : line.left, first, last)
    return {
      inside,
      length: to - from,
      isSeen: line.isSeen,
      gap: distance(inside, outside),
      rise: sumOf(inside) - sumOf(outside),
    }
  })
  const round = insides.reduce((sum, { length }) => sum + length, 0)
  const seen = insides.reduce((sum, { length, isSeen }) => sum + (isSeen ? length : 0), 0)
  const rim = [0, 1, 2].map(
    (plane) => insides.reduce((sum, { inside, length }) => sum + (inside[plane] ?? 0) * length, 0) / round,
  )
  const gap =
    insides.reduce((sum, side) => sum + (side.isSeen ? side.gap * side.length : 0), 0) / Math.max(1, seen)
  const spread = insides.reduce((sum, { inside, length }) => sum + distance(inside, rim) * length, 0) / round
  const brighter =
    insides.reduce((sum, { rise, isSeen, length }) => sum + (!isSeen || rise > 0 ? length : 0), 0) / round
  const border = sides.findIndex((line) => !line.isSeen)
  const rims = insides.filter((side) => side.isSeen).map(({ inside }) => inside)
  const unlike = border < 0 ? 0 : unlikeAt(sides, corners, border, rims)
  const borderUnlike = unlike / (gap + 2)
  const weakest = Math.min(...insides.map((side) => (side.isSeen ? side.gap : gap))) / (gap + 2)
  return { rim, gap, even: gap / (gap + spread + 2), brighter, borderUnlike, weakest }
}

/** Parts of a border that are looked at by themselves, and how many of them may be unlike the paper. */
const PARTS = { all: 8, unlike: 5 }

/**
 * How unlike the other rims the paper is at a border of the frame. Light falls off across a sheet: it is enough that one
 * of them is alike. A portrait or an emblem may be cut through: it is enough that some of the border is alike.
 */
function unlikeAt(
  sides: Sides,
  corners: Float64Array,
  index: number,
  rims: readonly (readonly number[])[],
): number {
  const line = sides[index] ?? sides[0]
  const isFar = index === 1 || index === 2
  const [from, to] = [fromOf(corners, index), toOf(corners, index)]
  const start = from + (to - from) * ENDS
  const length = ((to - from) * (1 - 2 * ENDS)) / PARTS.all
  const parts = Array.from({ length: PARTS.all }, (_, part) => {
    const [first, last] = [bounded(line, start + part * length), bounded(line, start + (part + 1) * length)]
    const own = meanBeside(isFar ? line.left : line.right, first, last)
    return Math.min(...rims.map((rim) => distance(rim, own)))
  })
  return parts.sort((a, b) => b - a)[PARTS.unlike] ?? 0
}

function meanBeside(sums: Float32Array, first: number, last: number): number[] {
  const count = Math.max(1, last - first)
  return [0, 1, 2].map((plane) => ((sums[3 * last + plane] ?? 0) - (sums[3 * first + plane] ?? 0)) / count)
}

function sumOf(levels: readonly number[]): number {
  return (levels[0] ?? 0) + (levels[1] ?? 0) + (levels[2] ?? 0)
}

/** Between two colours, in levels of one plane. */
export function distance(one: readonly number[], other: readonly number[]): number {
  return (
    Math.hypot(
      (one[0] ?? 0) - (other[0] ?? 0),
      (one[1] ?? 0) - (other[1] ?? 0),
      (one[2] ?? 0) - (other[2] ?? 0),
    ) / Math.sqrt(3)
  )
}

/** A place along a line, within it. */
export function bounded(line: LineProfile, value: number): number {
  return Math.max(0, Math.min(line.length, Math.round(value)))
}

/** Ends of an edge that corners round off or perspective bends. */
export const ENDS = 0.06
