import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { findBlobs, type Blob } from './findBlobs'
import { isOnPaper, type Paper } from './findPaper'

export interface Glare {
  /** Percent of the picture that a mirrored lamp has swallowed. */
  readonly percent: number
  readonly region: NonNullable<Finding['region']> | null
}

const BLOCK = 8
/** All three colours this bright: nothing is left of what lies there. */
const CLIPPED = 249
/** A mirrored lamp ends within this many blocks, light that falls from the side does not. */
const FALL = 6
/** Beside the spot the paper is at most this bright, or there is no telling it from white paper. */
const BESIDE = 240
/** Smaller spots are noise. */
const LEAST_BLOCKS = 12

interface Blocks {
  readonly columns: number
  readonly rows: number
  /** Darkest and brightest pixel of each block by its least colour, so that red and blue print count as dark. */
  readonly darkest: Uint8Array
  readonly brightest: Uint8Array
}

/** Looks for a clipped spot on the paper beside which the paper is not clipped. */
export function measureGlare({ data, width, height }: Pixels, paper: Paper): Glare {
  const blocks = blocksOf(data, width, height)
  const { columns, rows, darkest } = blocks
  const clipped = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isLost = (darkest[row * columns + column] ?? 0) >= CLIPPED
      clipped[row * columns + column] =
        isLost && isOnPaper(paper, (column + 0.5) / columns, (row + 0.5) / rows) ? 1 : 0
    }
  }
  const spot = findBlobs(clipped, columns, rows, 1)
    .filter((blob) => blob.pixels >= LEAST_BLOCKS && brightBeside(blob, blocks) <= BESIDE)
    .reduce<Blob | null>((best, blob) => (best === null || blob.pixels > best.pixels ? blob : best), null)
  if (!spot) {
    return { percent: 0, region: null }
  }
  return {
    percent: (100 * spot.pixels) / clipped.length,
    region: {
      x: spot.x / columns,
      y: spot.y / rows,
      width: spot.width / columns,
      height: spot.height / rows,
    },
  }
}

/** How bright the brighter half of what surrounds a spot is. */
function brightBeside(spot: Blob, { columns, rows, brightest }: Blocks): number {
  const values: number[] = []
  const add = (x: number, y: number): void => {
    if (x >= 0 && x < columns && y >= 0 && y < rows) {
      values.push(brightest[y * columns + x] ?? 0)
    }
  }
  for (let x = spot.x; x < spot.x + spot.width; x += 1) {
    add(x, spot.y - FALL)
    add(x, spot.y + spot.height - 1 + FALL)
  }
  for (let y = spot.y; y < spot.y + spot.height; y += 1) {
    add(spot.x - FALL, y)
    add(spot.x + spot.width - 1 + FALL, y)
  }
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length * 0.75)] ?? 255
}

function blocksOf(data: Uint8Array, width: number, height: number): Blocks {
  const columns = Math.max(1, Math.floor(width / BLOCK))
  const rows = Math.max(1, Math.floor(height / BLOCK))
  const darkest = new Uint8Array(columns * rows).fill(255)
  const brightest = new Uint8Array(columns * rows)
  for (let y = 0; y < Math.min(height, rows * BLOCK); y += 1) {
    const line = Math.floor(y / BLOCK) * columns
    for (let x = 0; x < Math.min(width, columns * BLOCK); x += 1) {
      const at = (y * width + x) * 3
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
      const block = line + Math.floor(x / BLOCK)
      if (least < (darkest[block] ?? 0)) {
        darkest[block] = least
      }
      if (least > (brightest[block] ?? 0)) {
        brightest[block] = least
      }
    }
  }
  return { columns, rows, darkest, brightest }
}
