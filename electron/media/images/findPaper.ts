import { smallMapOf, type SmallMap } from './smallMap'
import type { Pixels } from './decodePixels'
import { findEdge, type Edge } from './findEdge'
import { findSmallCard } from './findSmallCard'
import { unlikeness } from './unlikeness'

export const SIDES = ['left', 'top', 'right', 'bottom'] as const
export type Side = (typeof SIDES)[number]

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Paper {
  /** Sides of the frame along which an edge of the paper was seen. */
  readonly seen: readonly Side[]
  /** Sides at which the frame shows paper and no edge of it. */
  readonly cut: readonly Side[]
  /** Corners of what is seen of the paper, as fractions of the picture: upper left, upper right, lower right, lower left. */
  readonly corners: readonly [Point, Point, Point, Point]
}

/** Longer edge of the map on which edges are looked for: a margin of two percent is four of its pixels. */
const MAP_EDGE = 180
/** The slope of the light makes steps lower than this between neighbouring bands. */
const LEAST_STEP = 3.5
/** Steepest lean that is looked for, as a tangent. */
const ANY_SLOPE = { from: -1, to: 1 }
/** Clockwise turn of the paper by the lean of an edge: maps of the sides are mirrored and transposed. */
const SIGNS = [-1, 1, 1, -1] as const
/** How much more like paper than like ground it must be what lies beyond a line that is no edge. */
const MUCH_NEARER = 0.2
/** Perspective turns the edges of one sheet apart by less than this (tangent). */
const MOST_APART = 0.1

/** Finds the sheet or card that lies in the picture by its four edges. */
export function findPaper(pixels: Pixels, isCard: boolean): Paper {
  const map = smallMapOf(pixels, MAP_EDGE)
  const small = isCard ? findSmallCard(map) : null
  if (small) {
    return small
  }
  const turned = SIDES.map((side) => turnedTo(map, side))
  const edges = withoutStrays(turned, leastStep(map))
  const seen = SIDES.filter((_, index) => edges[index] !== null)
  const cut = SIDES.filter((_, index) => isCut(turned, edges, index))
  return { seen, cut, corners: cornersOf(map, edges) }
}

/**
 * The edges of the four sides. A line that leans another way than the others is drawn on the paper or crosses the
 * ground: behind it, one that leans as they do is looked for.
 */
function withoutStrays(turned: readonly SmallMap[], leastStep: number): readonly (Edge | null)[] {
  const edges = turned.map((map) => findEdge(map, { leastStep, slopes: ANY_SLOPE }))
  const turns = edges.map((edge, index) => (edge ? edge.slope * (SIGNS[index] ?? 1) : null))
  const sorted = turns.filter((turn) => turn !== null).sort((a, b) => a - b)
  if (sorted.length < 3) {
    return edges
  }
  const middle =
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
  return edges.map((edge, index) => {
    const map = turned[index]
    if (!edge || !map || Math.abs((turns[index] ?? 0) - middle) <= MOST_APART) {
      return edge
    }
    const slope = middle * (SIGNS[index] ?? 1)
    return findEdge(map, { leastStep, slopes: { from: slope - MOST_APART, to: slope + MOST_APART } })
  })
}

/**
 * Whether the paper goes on beyond this side of the frame: no edge of it was seen there, or what was taken for one is
 * drawn on the paper, for the border of the frame looks like the paper at the other edges.
 */
function isCut(turned: readonly SmallMap[], edges: readonly (Edge | null)[], index: number): boolean {
  const [edge, map] = [edges[index], turned[index]]
  const others = edges.flatMap((one, other) => (one && other !== index ? [one.colours] : []))
  if (others.length < 2 || !map) {
    return false
  }
  if (!edge) {
    return true
  }
  const nearest = (colour: readonly number[], side: 'inside' | 'outside'): number =>
    Math.min(...others.map((one) => unlikeness(colour, one[side])))
  const border = borderOf(map)
  return [edge.colours.outside, border].every(
    (colour) => nearest(colour, 'inside') < nearest(colour, 'outside') * MUCH_NEARER,
  )
}

/** Mean colour of the frame's left border, without its ends. */
function borderOf({ planes, width, height }: SmallMap): readonly number[] {
  const [from, to] = [Math.floor(height * 0.3), Math.ceil(height * 0.7)]
  return planes.map((plane) => {
    let sum = 0
    for (let y = from; y < to; y += 1) {
      sum += plane[y * width] ?? 0
    }
    return sum / (to - from)
  })
}

/** Steps that the ground itself makes, as wood does, are no edges of paper. */
function leastStep(map: SmallMap): number {
  const size = Math.max(3, Math.round(Math.min(map.width, map.height) * 0.05))
  const spreads = [0, map.width - size]
    .flatMap((x) => [0, map.height - size].map((y) => spreadOf(map, Math.max(0, x), Math.max(0, y), size)))
    .sort((a, b) => a - b)
  const brightest = map.planes[1].reduce((most, value) => Math.max(most, value), 0)
  return Math.max(LEAST_STEP * Math.max(0.3, brightest / 255), 5 * (spreads[1] ?? 0))
}

function spreadOf(
  { planes: [, green], width, height }: SmallMap,
  left: number,
  top: number,
  size: number,
): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = top; y < Math.min(height, top + size); y += 1) {
    for (let x = left; x < Math.min(width, left + size); x += 1) {
      const value = green[y * width + x] ?? 0
      sum += value
      squares += value * value
      count += 1
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}

/** The map mirrored or transposed so that the wanted side is on the left. */
function turnedTo(map: SmallMap, side: Side): SmallMap {
  const { width, height } = map
  const isAcross = side === 'top' || side === 'bottom'
  const isMirrored = side === 'right' || side === 'bottom'
  const [wide, high] = isAcross ? [height, width] : [width, height]
  const turn = (plane: Float32Array): Float32Array => {
    const turned = new Float32Array(plane.length)
    for (let y = 0; y < high; y += 1) {
      for (let x = 0; x < wide; x += 1) {
        const from = isMirrored ? wide - 1 - x : x
        turned[y * wide + x] = plane[isAcross ? from * width + y : y * width + from] ?? 0
      }
    }
    return turned
  }
  return {
    planes: [turn(map.planes[0]), turn(map.planes[1]), turn(map.planes[2])],
    width: wide,
    height: high,
  }
}

/** Crossings of the four edges; where an edge was not seen, the frame takes its place. */
function cornersOf(map: SmallMap, edges: readonly (Edge | null)[]): Paper['corners'] {
  const [left, top, right, bottom] = edges
  const upright = (edge: Edge | null | undefined, isFar: boolean): readonly [number, number] => {
    const { at, slope } = edge ?? { at: 0, slope: 0 }
    return isFar ? [map.width - at, -slope] : [at, slope]
  }
  const level = (edge: Edge | null | undefined, isFar: boolean): readonly [number, number] => {
    const { at, slope } = edge ?? { at: 0, slope: 0 }
    return isFar ? [map.height - at, -slope] : [at, slope]
  }
  const cross = ([x0, sx]: readonly [number, number], [y0, sy]: readonly [number, number]): Point => {
    // x = x0 + sx * (y - height / 2) and y = y0 + sy * (x - width / 2)
    const x = (x0 + sx * (y0 - map.height / 2 - (sy * map.width) / 2)) / (1 - sx * sy)
    const y = y0 + sy * (x - map.width / 2)
    return { x: x / map.width, y: y / map.height }
  }
  const [l, t, r, b] = [upright(left, false), level(top, false), upright(right, true), level(bottom, true)]
  return [cross(l, t), cross(r, t), cross(r, b), cross(l, b)]
}

/** Whether a point, in fractions of the picture, lies on what is seen of the paper. */
export function isOnPaper({ corners }: Paper, x: number, y: number): boolean {
  return corners.every((from, index) => {
    const to = corners[(index + 1) % 4] ?? from
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0
  })
}

/** Share of the picture that the paper covers, in percent. */
export function paperPercent({ corners }: Paper): number {
  const twice = corners.reduce((sum, from, index) => {
    const to = corners[(index + 1) % 4] ?? from
    return sum + from.x * to.y - to.x * from.y
  }, 0)
  return Math.min(100, 50 * Math.abs(twice))
}
