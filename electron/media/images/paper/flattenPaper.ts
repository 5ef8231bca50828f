import type { Pixels } from '../decodePixels'
import type { Paper, Point } from './findPaper'

/** The paper laid flat: its corners at the corners of the raster. */
export interface Sheet extends Pixels {
  /** Brightness of each pixel. */
  readonly luma: Uint8Array
  /** Place of a point of the sheet in the picture, both in fractions. */
  toPicture(x: number, y: number): Point
}

/** Longer edge of a flattened sheet: print of an A4 page is 15 pixels high. */
const SHEET_EDGE = 800

/** Flattens what is seen of the paper, between the nearest pixels. */
export function flattenPaper(pixels: Pixels, { corners }: Paper): Sheet {
  const [a, b, c, d] = corners
  const wide = (distance(a, b, pixels) + distance(d, c, pixels)) / 2
  const high = (distance(a, d, pixels) + distance(b, c, pixels)) / 2
  const scale = Math.min(1, SHEET_EDGE / Math.max(wide, high, 1))
  const width = Math.max(1, Math.round(wide * scale))
  const height = Math.max(1, Math.round(high * scale))
  const map = unitToQuad(corners)
  const toPicture = (x: number, y: number): Point => {
    const w = map.g * x + map.h * y + 1
    return { x: (map.a * x + map.b * y + map.c) / w, y: (map.d * x + map.e * y + map.f) / w }
  }
  const data = new Uint8Array(width * height * 3)
  const luma = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1) {
    const v = (row + 0.5) / height
    for (let column = 0; column < width; column += 1) {
      const u = (column + 0.5) / width
      const w = map.g * u + map.h * v + 1
      const x = clamp(((map.a * u + map.b * v + map.c) / w) * pixels.width, pixels.width)
      const y = clamp(((map.d * u + map.e * v + map.f) / w) * pixels.height, pixels.height)
      const from = (y * pixels.width + x) * 3
      const to = row * width + column
      const [red, green, blue] = [
        pixels.data[from] ?? 0,
        pixels.data[from + 1] ?? 0,
        pixels.data[from + 2] ?? 0,
      ]
      data[to * 3] = red
      data[to * 3 + 1] = green
      data[to * 3 + 2] = blue
      luma[to] = (red * 299 + green * 587 + blue * 114 + 500) / 1000
    }
  }
  return { data, luma, width, height, toPicture }
}

function clamp(value: number, size: number): number {
  return value < 0 ? 0 : value >= size ? size - 1 : value | 0
}

function distance(from: Point, to: Point, { width, height }: Pixels): number {
  return Math.hypot((to.x - from.x) * width, (to.y - from.y) * height)
}

interface Projection {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
  readonly g: number
  readonly h: number
}

/** Projective map of the unit square onto four corners (Heckbert 1989). */
function unitToQuad([p0, p1, p2, p3]: Paper['corners']): Projection {
  const [dx1, dx2, sx] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, sy] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const determinant = dx1 * dy2 - dx2 * dy1 || 1
  const g = (sx * dy2 - dx2 * sy) / determinant
  const h = (dx1 * sy - sx * dy1) / determinant
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  }
}
