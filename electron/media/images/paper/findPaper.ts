import type { Pixels } from '../decodePixels'
import { smallMapOf } from '../smallMap'
import { frameRimOf } from './frameRim'
import { searchQuad } from './searchQuad'

export const SIDES = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof SIDES)[number]

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Paper {
  /** Sides of the frame along which an edge of the paper was seen. */
  readonly seen: readonly Side[]
  /** Sides at which the frame cuts the paper off: the edges beside them run up to its border. */
  readonly cut: readonly Side[]
  /** All four edges were seen, and one is as much longer than the other as on papers of its kind. */
  readonly hasShape: boolean
  /** Corners of what is seen of the paper, as fractions of the picture: upper left, upper right, lower right, lower left. */
  readonly corners: readonly [Point, Point, Point, Point]
}

/** Longer edge of the map on which edges are looked for: the least margin of a sound picture is three of its pixels. */
const MAP_EDGE = 256
/** Four lines that score less are no paper; of paper that the frame cuts off there is less to see. */
const LEAST_SCORE = { whole: 1.5, cut: 1.3 }

/** A picture that is paper as a whole, or in which no edges are seen. */
export const WHOLE: Paper = {
  seen: [],
  cut: [],
  hasShape: false,
  corners: [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ],
}

/** Finds the sheet or card that lies in the picture by its four edges; one of them may be cut off by the frame. */
export function findPaper(pixels: Pixels, isCard: boolean): Paper {
  const map = smallMapOf(pixels, MAP_EDGE)
  const found = searchQuad(map, frameRimOf(pixels, map), isCard)
  if (!found || found.quad.score < (found.cut.length === 0 ? LEAST_SCORE.whole : LEAST_SCORE.cut)) {
    return WHOLE
  }
  const { quad, cut } = found
  const corner = (at: number): Point => ({
    x: ((quad.corners[at] ?? 0) + 0.5) / map.width,
    y: ((quad.corners[at + 1] ?? 0) + 0.5) / map.height,
  })
  return {
    seen: SIDES.filter((_, side) => quad.sides[side]?.isSeen === true),
    cut: SIDES.filter((_, side) => cut.includes(side)),
    hasShape: quad.hasShape,
    corners: [corner(0), corner(2), corner(4), corner(6)],
  }
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
