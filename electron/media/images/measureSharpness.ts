import type { Pixels } from './decodePixels'

const TILE = 32
/** A tile whose brightness varies less than this shows nothing that could be sharp or blurred. */
const LEAST_VARIANCE = 150
/** Fewer tiles with content than this say nothing about the picture. */
const LEAST_TILES = 8
const CONTENT_PERCENTILE = 0.9
/** The quietest fifth of the tiles shows the noise of the sensor and nothing else. */
const NOISE_PERCENTILE = 0.2

/** The sharpest tiles, in which movement is told by the direction of what detail is left. */
const EVENNESS_TILES = 60
/** Print gives more than this. */
const EVEN = 0.6

interface Tile {
  readonly left: number
  readonly top: number
  readonly laplacian: number
  readonly variance: number
}

/**
 * How fine the detail is: energy of the Laplacian in proportion to the contrast, tile by tile; the ninetieth
 * percentile over the tiles that show something. Strokes two pixels wide give more than 1, the same strokes smeared
 * over ten give less than 0.1. The proportion makes it independent of the light, and the noise is subtracted.
 * Null when the picture shows too little to tell.
 */
export function measureSharpness(
  luma: Uint8Array,
  { width, height }: Pixels,
  isPrint: boolean,
): number | null {
  const tiles: Tile[] = []
  for (let top = 1; top + TILE < height; top += TILE) {
    for (let left = 1; left + TILE < width; left += TILE) {
      tiles.push(measureTile(luma, width, left, top))
    }
  }
  const noise = percentile(
    tiles.map(({ laplacian }) => laplacian),
    NOISE_PERCENTILE,
  )
  const ratios = tiles
    .filter(({ variance }) => variance > LEAST_VARIANCE)
    .map(({ laplacian, variance }) => Math.max(0, laplacian - noise) / variance)
  if (ratios.length < LEAST_TILES) {
    return null
  }
  if (!isPrint) {
    return percentile(ratios, CONTENT_PERCENTILE)
  }
  const finest = tiles
    .filter(({ variance }) => variance > LEAST_VARIANCE)
    .sort((a, b) => b.laplacian / b.variance - a.laplacian / a.variance)
  const evenness = evennessOf(luma, width, finest.slice(0, EVENNESS_TILES))
  return percentile(ratios, CONTENT_PERCENTILE) * Math.min(1, evenness / EVEN)
}

/**
 * Detail across one direction in proportion to the one at right angles to it: print has strokes every way, and a camera
 * that moved leaves only those along its way.
 */
function evennessOf(luma: Uint8Array, width: number, tiles: readonly Tile[]): number {
  const [across, down, falling, rising] = [1, width, width + 1, width - 1].map((step) => {
    let energy = 0
    for (const { left, top } of tiles) {
      for (let y = top; y < top + TILE; y += 1) {
        for (let at = y * width + left; at < y * width + left + TILE; at += 1) {
          const bend = 2 * (luma[at] ?? 0) - (luma[at - step] ?? 0) - (luma[at + step] ?? 0)
          energy += bend * bend
        }
      }
    }
    return energy
  })
  return Math.min(proportion(across, down), proportion(falling, rising))
}

/** Of two ways that step equally far: blur without movement leaves them alike. */
function proportion(one = 0, other = 0): number {
  return Math.min(one, other) / Math.max(1, one, other)
}

function measureTile(luma: Uint8Array, width: number, left: number, top: number): Tile {
  let sum = 0
  let squares = 0
  let energy = 0
  for (let y = top; y < top + TILE; y += 1) {
    for (let x = left; x < left + TILE; x += 1) {
      const at = y * width + x
      const value = luma[at] ?? 0
      const laplacian =
        4 * value -
        (luma[at - 1] ?? 0) -
        (luma[at + 1] ?? 0) -
        (luma[at - width] ?? 0) -
        (luma[at + width] ?? 0)
      sum += value
      squares += value * value
      energy += laplacian * laplacian
    }
  }
  const count = TILE * TILE
  return { left, top, laplacian: energy / count, variance: squares / count - (sum / count) ** 2 }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
