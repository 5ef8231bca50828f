import type { Pixels } from './decodePixels'

/** A picture reduced to block means: three planes, row by row. */
export interface SmallMap {
  readonly planes: readonly [Float32Array, Float32Array, Float32Array]
  readonly width: number
  readonly height: number
  /** Edge of a block, in pixels of the picture. */
  readonly block: number
}

/** Reduces to a longer edge of at most `edge` by means over square blocks, which takes noise and fine print away. */
export function smallMapOf({ data, width, height }: Pixels, edge: number): SmallMap {
  const block = Math.max(1, Math.ceil(Math.max(width, height) / edge))
  const columns = Math.max(1, Math.floor(width / block))
  const rows = Math.max(1, Math.floor(height / block))
  const sums = new Uint32Array(columns * 3)
  const planes = [
    new Float32Array(columns * rows),
    new Float32Array(columns * rows),
    new Float32Array(columns * rows),
  ] as const
  const high = Math.min(block, height)
  const wide = Math.min(block, width)
  for (let row = 0; row < rows; row += 1) {
    sums.fill(0)
    for (let y = row * block; y < row * block + high; y += 1) {
      let at = y * width * 3
      for (let column = 0; column < columns; column += 1) {
        let red = 0
        let green = 0
        let blue = 0
        for (let x = 0; x < wide; x += 1, at += 3) {
          red += data[at] ?? 0
          green += data[at + 1] ?? 0
          blue += data[at + 2] ?? 0
        }
        sums[column * 3] = (sums[column * 3] ?? 0) + red
        sums[column * 3 + 1] = (sums[column * 3 + 1] ?? 0) + green
        sums[column * 3 + 2] = (sums[column * 3 + 2] ?? 0) + blue
      }
    }
    for (let column = 0; column < columns; column += 1) {
      for (let plane = 0; plane < 3; plane += 1) {
        const target = planes[plane]
        if (target) {
          target[row * columns + column] = (sums[column * 3 + plane] ?? 0) / (high * wide)
        }
      }
    }
  }
  return { planes, width: columns, height: rows, block }
}
