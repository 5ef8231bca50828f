/** Ink of one character: from 0, paper, to 1, row by row. */
export interface Ink {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
}

/** Edge of the square into which a character is laid. */
const EDGE = 48
/** Width of that square in standard deviations of the ink: a character fills most of it. */
const SPREAD = 4.2
/** Beyond this ratio of width to height a character is not made squarer: 一 stays flat. */
const MOST_STRETCH = 1.42
/** Directions in which strokes are bordered, and cells of the square on either side, in which they are counted. */
const DIRECTIONS = 8
const CELLS = 12
/** A fainter slope is noise. */
const LEAST_SLOPE = 1e-3
/** So far strokes that lie otherwise are made to weigh alike, 0 not at all, 1 wholly; fewer than this share of them are not raised. */
const EVENNESS = 0.5
const LEAST_SHARE = 0.05

/** How much of what border of a stroke is where: a unit vector. */
export type Shape = Float32Array

/**
 * The shape of a character whatever its size, place, weight and contrast: slopes of its ink by direction and place, as
 * recognizers of print and handwriting have long counted them. Roots, so that a dot counts beside a long stroke.
 */
export function shapeOf(ink: Ink): Shape {
  const square = squared(ink)
  const shape = new Float32Array(DIRECTIONS * CELLS * CELLS)
  for (let y = 1; y < EDGE - 1; y += 1) {
    for (let x = 1; x < EDGE - 1; x += 1) {
      const place = y * EDGE + x
      const right = (square[place + 1] ?? 0) - (square[place - 1] ?? 0)
      const down = (square[place + EDGE] ?? 0) - (square[place - EDGE] ?? 0)
      const slope = Math.hypot(right, down)
      if (slope >= LEAST_SLOPE) {
        count(shape, x, y, Math.atan2(down, right), slope)
      }
    }
  }
  weighAlike(shape)
  const length = Math.sqrt(shape.reduce((sum, value) => sum + value, 0)) || 1
  return shape.map((value) => Math.sqrt(value) / length)
}

/** How alike two shapes are: 1 the same, 0 nothing in common. */
export function likeness(one: Shape, other: Shape): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0)
}

/** Shares a slope out between the two directions and the four cells that it lies between. */
function count(shape: Shape, x: number, y: number, angle: number, slope: number): void {
  const turn = (angle / (2 * Math.PI) + 1) * DIRECTIONS
  const [across, down] = [((x + 0.5) / EDGE) * CELLS - 0.5, ((y + 0.5) / EDGE) * CELLS - 0.5]
  const [column, row, direction] = [Math.floor(across), Math.floor(down), Math.floor(turn)]
  for (let corner = 0; corner < 8; corner += 1) {
    const [isRight, isLower, isNext] = [corner & 1, (corner >> 1) & 1, corner >> 2]
    const [toColumn, toRow] = [column + isRight, row + isLower]
    if (toColumn >= 0 && toColumn < CELLS && toRow >= 0 && toRow < CELLS) {
      const cell = (((direction + isNext) % DIRECTIONS) * CELLS + toRow) * CELLS + toColumn
      const share =
        part(across - column, isRight) * part(down - row, isLower) * part(turn - direction, isNext)
      shape[cell] = (shape[cell] ?? 0) + slope * share
    }
  }
}

/** Raises the borders of thin strokes: where print has serifs, all that lie are thin and all that stand are thick. */
function weighAlike(shape: Shape): void {
  const [ways, cells] = [DIRECTIONS / 2, CELLS * CELLS]
  const borders = (way: number): readonly Shape[] =>
    [way, way + ways].map((direction) => shape.subarray(direction * cells, (direction + 1) * cells))
  const sums = Array.from({ length: ways }, (_, way) =>
    borders(way).reduce((sum, border) => border.reduce((own, value) => own + value, sum), 0),
  )
  const all = sums.reduce((sum, own) => sum + own, 0) || 1
  for (const [way, sum] of sums.entries()) {
    const factor = (sum / all + LEAST_SHARE) ** -EVENNESS
    for (const border of borders(way)) {
      for (const [place, value] of border.entries()) {
        border[place] = value * factor
      }
    }
  }
}

function part(fraction: number, isSecond: number): number {
  return isSecond === 1 ? fraction : 1 - fraction
}

/** The ink laid into the square by its middle and its spread, which a stain at an edge hardly moves. */
function squared(ink: Ink): Float32Array {
  const { x, y, wide, high } = spreadOf(ink)
  const most = Math.max(wide, high) / MOST_STRETCH
  const [stepX, stepY] = [(Math.max(wide, most) * SPREAD) / EDGE, (Math.max(high, most) * SPREAD) / EDGE]
  const square = new Float32Array(EDGE * EDGE)
  for (let row = 0; row < EDGE; row += 1) {
    for (let column = 0; column < EDGE; column += 1) {
      square[row * EDGE + column] = inkAt(
        ink,
        x + (column + 0.5 - EDGE / 2) * stepX,
        y + (row + 0.5 - EDGE / 2) * stepY,
      )
    }
  }
  return softened(softened(square, 1), EDGE)
}

interface Spread {
  readonly x: number
  readonly y: number
  /** Standard deviations. */
  readonly wide: number
  readonly high: number
}

function spreadOf({ values, width }: Ink): Spread {
  let [sum, x, y, xx, yy] = [0, 0, 0, 0, 0]
  for (const [place, value] of values.entries()) {
    const [column, row] = [place % width, Math.floor(place / width)]
    sum += value
    x += value * column
    y += value * row
    xx += value * column * column
    yy += value * row * row
  }
  const all = sum || 1
  const deviation = (squares: number, mean: number): number =>
    Math.sqrt(Math.max(0, squares / all - mean * mean)) || 1
  return { x: x / all, y: y / all, wide: deviation(xx, x / all), high: deviation(yy, y / all) }
}

/** Bilinear; beyond the edge there is paper. */
function inkAt({ values, width, height }: Ink, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - left, y - top]
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : (values[row * width + column] ?? 0)
  return (
    (at(left, top) * (1 - fx) + at(left + 1, top) * fx) * (1 - fy) +
    (at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx) * fy
  )
}

/** A Gaussian of 0.8 pixels, along rows (`step` 1) or columns. */
function softened(square: Float32Array, step: number): Float32Array {
  return square.map(
    (value, place) =>
      value * 0.5 +
      ((square[place - step] ?? 0) + (square[place + step] ?? 0)) * 0.23 +
      ((square[place - 2 * step] ?? 0) + (square[place + 2 * step] ?? 0)) * 0.02,
  )
}
