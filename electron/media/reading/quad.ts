export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle in any direction. `along` runs in the direction of the text, `across` from its top to its bottom. */
export interface TextBox {
  /** Where the text begins, at its top. */
  readonly origin: Point
  /** Unit vector in reading direction. */
  readonly along: Point
  readonly length: number
  readonly height: number
}

/** The four corners, clockwise from where the text begins. */
export function cornersOf(box: TextBox): readonly [Point, Point, Point, Point] {
  const { origin, along, length, height } = box
  const across = { x: -along.y, y: along.x }
  const at = (l: number, h: number): Point => ({
    x: origin.x + along.x * l + across.x * h,
    y: origin.y + along.y * l + across.y * h,
  })
  return [at(0, 0), at(length, 0), at(length, height), at(0, height)]
}

/** The rectangle that has these four corners, in the order of `cornersOf`. */
export function boxBetween([from, to, , below]: readonly Point[]): TextBox {
  const origin = from ?? { x: 0, y: 0 }
  const end = to ?? origin
  const length = Math.hypot(end.x - origin.x, end.y - origin.y)
  const foot = below ?? origin
  const height = Math.hypot(foot.x - origin.x, foot.y - origin.y)
  return {
    origin,
    along: { x: (end.x - origin.x) / (length || 1), y: (end.y - origin.y) / (length || 1) },
    length,
    height,
  }
}
