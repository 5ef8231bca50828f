import type { LineProfile } from './profileLine'

/** Four lines about a place in the picture: top, right, bottom, left. */
export type Sides = readonly [LineProfile, LineProfile, LineProfile, LineProfile]

export interface Place {
  readonly width: number
  readonly height: number
}

/** Edges may cross this far outside of the frame, in shares of it. */
const MOST_OUTSIDE = 0.12

/** Where an upright line and a level one meet. */
export function cross(
  upright: LineProfile,
  level: LineProfile,
  { width, height }: Place,
  to: Float64Array,
  at: number,
): void {
  const y =
    (level.at + level.slope * (upright.at - (upright.slope * height) / 2 - width / 2)) /
    (1 - upright.slope * level.slope)
  to[at] = upright.at + upright.slope * (y - height / 2)
  to[at + 1] = y
}

export function isWithin(corners: Float64Array, { width, height }: Place): boolean {
  for (let at = 0; at < 8; at += 1) {
    const size = at % 2 === 0 ? width : height
    const value = corners[at] ?? 0
    if (value < -size * MOST_OUTSIDE || value > size * (1 + MOST_OUTSIDE)) {
      return false
    }
  }
  return true
}

export function areaOf(corners: Float64Array): number {
  let twice = 0
  for (let at = 0; at < 8; at += 2) {
    twice +=
      (corners[at] ?? 0) * (corners[(at + 3) % 8] ?? 0) -
      (corners[(at + 2) % 8] ?? 0) * (corners[at + 1] ?? 0)
  }
  return Math.abs(twice) / 2
}

export function isShaped(corners: Float64Array, [least, most]: readonly [number, number]): boolean {
  const wide = edge(corners, 0, 2) + edge(corners, 6, 4)
  const high = edge(corners, 0, 6) + edge(corners, 2, 4)
  const shape = Math.max(wide, high) / Math.min(wide, high)
  return shape > least && shape < most
}

/** Of the side that begins at the corner of the same number. */
export function edgeLength(corners: Float64Array, side: number): number {
  return edge(corners, 2 * side, 2 * ((side + 1) % 4))
}

function edge(corners: Float64Array, from: number, to: number): number {
  return Math.hypot(
    (corners[to] ?? 0) - (corners[from] ?? 0),
    (corners[to + 1] ?? 0) - (corners[from + 1] ?? 0),
  )
}

/** Where an edge begins and ends along its line: sides and corners go round clockwise, lines from left and from top. */
export function fromOf(corners: Float64Array, index: number): number {
  return corners[FROM[index] ?? 0] ?? 0
}
export function toOf(corners: Float64Array, index: number): number {
  return corners[TO[index] ?? 0] ?? 0
}
const FROM = [0, 3, 6, 1] as const
const TO = [2, 5, 4, 7] as const
