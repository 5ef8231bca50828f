import type { Random } from '../random'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Corners of the document in the picture: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point]

export interface Placing {
  readonly frame: { readonly width: number; readonly height: number }
  readonly art: { readonly width: number; readonly height: number }
  /** Share of the frame that the document fills at most. */
  readonly fill: number
  /** Turn in degrees. */
  readonly tilt: number
  /** How far corners move for the perspective, as a share of the document's width. */
  readonly perspective: number
  /** Share of the document's width that lies outside the frame. */
  readonly cropped: number
}

/** Where the corners of a document lie in a picture. */
export function placeDocument(random: Random, placing: Placing): Quad {
  const { frame, art } = placing
  const scale = Math.min((frame.width * placing.fill) / art.width, (frame.height * placing.fill) / art.height)
  const half = { x: (art.width * scale) / 2, y: (art.height * scale) / 2 }
  const angle = (placing.tilt * Math.PI) / 180
  const slack = { x: (frame.width - half.x * 2) / 6, y: (frame.height - half.y * 2) / 6 }
  const side = random.chance(0.5) ? 1 : -1
  // Cropping pushes the document over the left or right edge of the frame.
  const push = placing.cropped === 0 ? 0 : side * (frame.width / 2 - half.x + placing.cropped * half.x * 2)
  const centre = {
    x: frame.width / 2 + (push === 0 ? random.between(-slack.x, slack.x) : push),
    y: frame.height / 2 + random.between(-slack.y, slack.y),
  }
  const corner = (sx: number, sy: number): Point => {
    const x = sx * half.x + random.between(-1, 1) * placing.perspective * half.x
    const y = sy * half.y + random.between(-1, 1) * placing.perspective * half.x
    return {
      x: centre.x + x * Math.cos(angle) - y * Math.sin(angle),
      y: centre.y + x * Math.sin(angle) + y * Math.cos(angle),
    }
  }
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** Nine numbers, row by row, that take a picture point to the unit square of the document. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/**
 * Projective map from the quad to the unit square (Heckbert 1989: square to quad in closed form, then the adjugate,
 * which inverts up to a scale that the division by w removes).
 */
export function quadToUnit([p0, p1, p2, p3]: Quad): Homography {
  const dx1 = p1.x - p2.x
  const dx2 = p3.x - p2.x
  const dy1 = p1.y - p2.y
  const dy2 = p3.y - p2.y
  const sx = p0.x - p1.x + p2.x - p3.x
  const sy = p0.y - p1.y + p2.y - p3.y
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / determinant
  const h = (dx1 * sy - sx * dy1) / determinant
  const a = p1.x - p0.x + g * p1.x
  const b = p3.x - p0.x + h * p3.x
  const d = p1.y - p0.y + g * p1.y
  const e = p3.y - p0.y + h * p3.y
  const c = p0.x
  const f = p0.y
  return [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

/** Outward distances of a point from the four edges are linear in x and y: `a * x + b * y + c`, one triple an edge. */
export function edgeLines(quad: Quad): readonly (readonly [number, number, number])[] {
  return quad.map((from, index) => {
    const to = quad[(index + 1) % 4] ?? from
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const a = (to.y - from.y) / length
    const b = -(to.x - from.x) / length
    return [a, b, -(a * from.x + b * from.y)] as const
  })
}
