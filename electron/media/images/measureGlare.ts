import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { findBlobs, type Blob } from './findBlobs'
import { isOnPaper, type Paper } from './paper/findPaper'

export interface Glare {
  /** Percent of the picture that a mirrored lamp has swallowed. */
  readonly percent: number
  readonly region: NonNullable<Finding['region']> | null
}

const BLOCK = 8
/** The weakest of the three colours this bright on the mean of a block: nothing is left of what lies there but the sensor's noise. */
const CLIPPED = 248
/** A mirrored lamp ends within this many blocks, light that falls from the side does not. */
const FALL = 6
/** Beside the spot the paper is at most this bright, or there is no telling it from white paper. */
const BESIDE = 228
/** Smaller spots are noise. */
const LEAST_BLOCKS = 12
/** Larger ones, as a share of the picture, are white paper in full light; a lamp that large leaves nothing to read anyway. */
const MOST_SHARE = 0.12
/** A mirrored lamp fills this share of its box and more; white paper is broken by print. */
const LEAST_FILL = 0.42

interface Blocks {
  readonly columns: number
  readonly rows: number
  /** Mean of each block's weakest colour, so that red and blue print count as dark. */
  readonly means: Uint8Array
  /** The same of its brightest quarter: the paper, where print fills the rest. */
  readonly brightest: Uint8Array
}

/** Looks for a clipped spot on the paper beside which the paper is not clipped. */
export function measureGlare({ data, width, height }: Pixels, paper: Paper): Glare {
  const blocks = blocksOf(data, width, height)
  const { columns, rows, means } = blocks
  const clipped = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isLost = (means[row * columns + column] ?? 0) >= CLIPPED
      clipped[row * columns + column] =
        isLost && isOnPaper(paper, (column + 0.5) / columns, (row + 0.5) / rows) ? 1 : 0
    }
  }
  const spot = findBlobs(clipped, columns, rows, 1)
    .filter((blob) => isSpot(blob, clipped.length) && brightBeside(blob, blocks, paper) <= BESIDE)
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

function isSpot({ pixels, width, height }: Blob, blocks: number): boolean {
  return pixels >= LEAST_BLOCKS && pixels <= blocks * MOST_SHARE && pixels >= width * height * LEAST_FILL
}

/** How bright the brighter part of the paper round a spot is; what lies beyond the paper's edge says nothing. */
function brightBeside(spot: Blob, { columns, rows, brightest }: Blocks, paper: Paper): number {
  const values: number[] = []
  const add = (x: number, y: number): void => {
    const isInFrame = x >= 0 && x < columns && y >= 0 && y < rows
    if (isInFrame && isOnPaper(paper, (x + 0.5) / columns, (y + 0.5) / rows)) {
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
  const columns = Math.floor(width / BLOCK)
  const rows = Math.floor(height / BLOCK)
  const means = new Uint8Array(columns * rows)
  const brightest = new Uint8Array(columns * rows)
  const half = BLOCK / 2
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const start = (row * BLOCK * width + column * BLOCK) * 3
      const down = half * width * 3
      const a = weakestOf(data, width, start)
      const b = weakestOf(data, width, start + half * 3)
      const c = weakestOf(data, width, start + down)
      const d = weakestOf(data, width, start + down + half * 3)
      means[row * columns + column] = (a + b + c + d) / 4
      brightest[row * columns + column] = Math.max(a, b, c, d)
    }
  }
  return { columns, rows, means, brightest }
}

/** Mean of the weakest colour in a quarter of a block; every second pixel of every second row tells as much as all. */
function weakestOf(data: Uint8Array, width: number, start: number): number {
  let sum = 0
  for (let y = 0; y < BLOCK / 2; y += 2) {
    const row = start + y * width * 3
    for (let at = row; at < row + (BLOCK / 2) * 3; at += 6) {
      const red = data[at] ?? 0
      const green = data[at + 1] ?? 0
      const blue = data[at + 2] ?? 0
      sum += red < green ? (red < blue ? red : blue) : green < blue ? green : blue
    }
  }
  return sum / (BLOCK / 4) ** 2
}
