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
