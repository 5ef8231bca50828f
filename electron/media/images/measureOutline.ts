import type { Blob } from './findBlobs'

const RAYS = 72
/** Rays on which no ink lies are gaps of the print; with more of them there is no outline to speak of. */
const LEAST_RAYS = 40

/**
 * How far the outline of a mark is from a circle: standard deviation of its radius in percent of the mean one. Rays
 * go from the middle of the box; dents where ink is missing are filled from their neighbours. Null: no outline.
 */
export function measureOutline(mask: Uint8Array, width: number, blob: Blob): number | null {
  const [cx, cy] = [blob.x + blob.width / 2, blob.y + blob.height / 2]
  const radii = new Float64Array(RAYS)
  const height = Math.floor(mask.length / width)
  for (let y = Math.max(0, blob.y); y < Math.min(height, blob.y + blob.height); y += 1) {
    for (let x = Math.max(0, blob.x); x < Math.min(width, blob.x + blob.width); x += 1) {
      if (mask[y * width + x] === 1) {
        const ray = Math.floor(((Math.atan2(y - cy, x - cx) / Math.PI + 1) / 2) * RAYS) % RAYS
        radii[ray] = Math.max(radii[ray] ?? 0, Math.hypot(x - cx, y - cy))
      }
    }
  }
  const outline: number[] = []
  for (let ray = 0; ray < RAYS; ray += 1) {
    const near = [-2, -1, 0, 1, 2].map((offset) => radii[(ray + offset + RAYS) % RAYS] ?? 0)
    outline.push(near.sort((a, b) => a - b)[3] ?? 0)
  }
  const found = outline.filter((radius) => radius > Math.min(blob.width, blob.height) * 0.25)
  if (found.length < LEAST_RAYS) {
    return null
  }
  const mean = found.reduce((sum, radius) => sum + radius, 0) / found.length
  const variance = found.reduce((sum, radius) => sum + (radius - mean) ** 2, 0) / found.length
  return (100 * Math.sqrt(variance)) / mean
}
