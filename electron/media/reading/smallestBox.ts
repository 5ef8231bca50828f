import type { Point, TextBox } from './quad'

/** The smallest rectangle, in any direction, around points; null when they lie on a line. */
export function smallestBox(points: readonly Point[]): TextBox | null {
  const hull = convexHull(points)
  if (hull.length < 3) {
    return null
  }
  let best: { readonly box: TextBox; readonly area: number } | null = null
  for (const [index, corner] of hull.entries()) {
    // One side of the smallest rectangle lies on a side of the hull.
    const next = hull[(index + 1) % hull.length] ?? corner
    const box = boxAlong(hull, directionBetween(corner, next))
    const area = box.length * box.height
    if (best === null || area < best.area) {
      best = { box, area }
    }
  }
  return best?.box ?? null
}

/**
 * Turned so that the text runs along the longer side and towards the right: lines of a document that lies upright or is
 * turned by less than half a right angle. A column of single characters stays upright.
 */
export function inReadingDirection(box: TextBox): TextBox {
  const isUpright = Math.abs(box.along.x) >= Math.abs(box.along.y)
  const turned = isUpright ? box : quarterTurn(box)
  return turned.along.x < 0 ? quarterTurn(quarterTurn(turned)) : turned
}

/** The same rectangle, its length measured along what was its height. */
function quarterTurn({ origin, along, length, height }: TextBox): TextBox {
  return {
    origin: { x: origin.x + along.x * length, y: origin.y + along.y * length },
    along: { x: -along.y, y: along.x },
    length: height,
    height: length,
  }
}

function directionBetween(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance }
}

function boxAlong(points: readonly Point[], along: Point): TextBox {
  const across = { x: -along.y, y: along.x }
  const spans = points.map((point) => ({
    l: point.x * along.x + point.y * along.y,
    h: point.x * across.x + point.y * across.y,
  }))
  const left = Math.min(...spans.map(({ l }) => l))
  const top = Math.min(...spans.map(({ h }) => h))
  return {
    origin: { x: along.x * left + across.x * top, y: along.y * left + across.y * top },
    along,
    length: Math.max(...spans.map(({ l }) => l)) - left,
    height: Math.max(...spans.map(({ h }) => h)) - top,
  }
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const lower = halfHull(sorted)
  const upper = halfHull(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function halfHull(sorted: readonly Point[]): readonly Point[] {
  const chain: Point[] = []
  for (const point of sorted) {
    while (chain.length >= 2 && !turnsLeft(chain.at(-2), chain.at(-1), point)) {
      chain.pop()
    }
    chain.push(point)
  }
  return chain
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  return a === undefined || b === undefined || (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}
