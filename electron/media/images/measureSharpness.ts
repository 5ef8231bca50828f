import type { Pixels } from './decodePixels'

const TILE = 32
/** A tile whose brightness varies less than this shows nothing that could be sharp or blurred. */
const LEAST_VARIANCE = 150
/** Fewer tiles with content than this say nothing about the picture. */
const LEAST_TILES = 8
const CONTENT_PERCENTILE = 0.9
/** The quietest fifth of the tiles shows the noise of the sensor and nothing else. */
const NOISE_PERCENTILE = 0.2

/**
 * How fine the detail is: energy of the Laplacian in proportion to the contrast, tile by tile; the ninetieth
 * percentile over the tiles that show something. Strokes two pixels wide give more than 1, the same strokes smeared
 * over ten give less than 0.1. The proportion makes it independent of the light, and the noise is subtracted.
 * Null when the picture shows too little to tell.
 */
export function measureSharpness(luma: Uint8Array, { width, height }: Pixels): number | null {
  const tiles: { readonly laplacian: number; readonly variance: number }[] = []
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
  return ratios.length < LEAST_TILES ? null : percentile(ratios, CONTENT_PERCENTILE)
}

function measureTile(
  luma: Uint8Array,
  width: number,
  left: number,
  top: number,
): { readonly laplacian: number; readonly variance: number } {
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
  return { laplacian: energy / count, variance: squares / count - (sum / count) ** 2 }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
