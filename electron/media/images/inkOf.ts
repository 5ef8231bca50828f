import type { Sheet } from './paper/flattenPaper'

/** Edge of the squares over which the paper's own brightness is taken. */
const SQUARE = 32
/** Share of the paper's brightness below which a pixel is print. */
const INK_SHARE = 0.72

/**
 * Dark marks of a flattened sheet: 1 where it is darker than the paper about it, whatever the light. Red is no ink
 * here, because seals lie over print.
 */
export function inkOf({ data, luma, width, height }: Sheet): Uint8Array {
  const columns = Math.max(1, Math.ceil(width / SQUARE))
  const rows = Math.max(1, Math.ceil(height / SQUARE))
  const paper = new Uint8Array(columns * rows)
  const histogram = new Uint16Array(256)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      histogram.fill(0)
      let count = 0
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 1) {
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 1) {
          const value = luma[y * width + x] ?? 0
          histogram[value] = (histogram[value] ?? 0) + 1
          count += 1
        }
      }
      let above = 0
      let level = 255
      while (level > 0 && above < count * 0.3) {
        above += histogram[level] ?? 0
        level -= 1
      }
      paper[row * columns + column] = level
    }
  }
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const line = Math.floor(y / SQUARE) * columns
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if ((luma[at] ?? 0) < (paper[line + Math.floor(x / SQUARE)] ?? 0) * INK_SHARE) {
        const [red, green, blue] = [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0]
        ink[at] = red > 1.35 * green + 12 && red > 1.35 * blue + 12 ? 0 : 1
      }
    }
  }
  return ink
}
