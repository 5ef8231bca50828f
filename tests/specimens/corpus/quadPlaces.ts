import type { Point, Quad } from '../looks/geometry'
import type { LabelledRegion } from './labels'
import type { Frame } from './camera'

/** Where a point of the document's unit square lies in the picture (Heckbert 1989: square to quad in closed form). */
export function pointOn([p0, p1, p2, p3]: Quad, u: number, v: number): Point {
  const [dx1, dx2] = [p1.x - p2.x, p3.x - p2.x]
  const [dy1, dy2] = [p1.y - p2.y, p3.y - p2.y]
  const sx = p0.x - p1.x + p2.x - p3.x
  const sy = p0.y - p1.y + p2.y - p3.y
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / determinant
  const h = (dx1 * sy - sx * dy1) / determinant
  const w = g * u + h * v + 1
  return {
    x: ((p1.x - p0.x + g * p1.x) * u + (p3.x - p0.x + h * p3.x) * v + p0.x) / w,
    y: ((p1.y - p0.y + g * p1.y) * u + (p3.y - p0.y + h * p3.y) * v + p0.y) / w,
  }
}

/** Box round a part of the document, in fractions of the picture. */
export function regionOn(
  quad: Quad,
  frame: Frame,
  of: LabelledRegion['of'],
  part: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): LabelledRegion {
  const corners = [
    pointOn(quad, part.left, part.top),
    pointOn(quad, part.right, part.top),
    pointOn(quad, part.right, part.bottom),
    pointOn(quad, part.left, part.bottom),
  ]
  const xs = corners.map(({ x }) => x / frame.width)
  const ys = corners.map(({ y }) => y / frame.height)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { of, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Where a point is after so many quarter turns clockwise. */
export function turnPoint({ x, y }: Point, quarters: number): Point {
  return quarters === 0 ? { x, y } : turnPoint({ x: 1 - y, y: x }, quarters - 1)
}

export function turnRegion(region: LabelledRegion, quarters: number): LabelledRegion {
  const one = turnPoint(region, quarters)
  const other = turnPoint({ x: region.x + region.width, y: region.y + region.height }, quarters)
  return {
    of: region.of,
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}

/** Area of the quad as a share of the frame. */
export function shareOf(quad: Quad, { width, height }: Frame): number {
  const twice = quad.reduce((sum, { x, y }, index) => {
    const next = quad[(index + 1) % 4] ?? quad[0]
    return sum + x * next.y - next.x * y
  }, 0)
  return Math.abs(twice) / 2 / (width * height)
}
