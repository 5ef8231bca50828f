import type { Pixels } from './decodePixels'

/** Steps of the histogram in degrees, over the quarter turn that tells rows from nothing else. */
const STEP = 0.5
const BINS = 90 / STEP
/** Weaker changes of brightness are grain and noise. */
const LEAST_GRADIENT = 60
/** Share of the strength that must point one way, or nothing is aligned. */
const LEAST_SHARE = 0.045

/**
 * Angle in degrees, -45 to 45, by which rows of text and edges of paper are off the axes of the picture: the most
 * frequent direction of change of brightness, which strokes of Chinese print give as sharply as edges. Null when
 * nothing is aligned. Positive is clockwise.
 */
export function measureSkew(luma: Uint8Array, { width, height }: Pixels): number | null {
  const histogram = new Float64Array(BINS)
  let total = 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const dx =
        (luma[at - width + 1] ?? 0) +
        2 * (luma[at + 1] ?? 0) +
        (luma[at + width + 1] ?? 0) -
        (luma[at - width - 1] ?? 0) -
        2 * (luma[at - 1] ?? 0) -
        (luma[at + width - 1] ?? 0)
      const dy =
        (luma[at + width - 1] ?? 0) +
        2 * (luma[at + width] ?? 0) +
        (luma[at + width + 1] ?? 0) -
        (luma[at - width - 1] ?? 0) -
        2 * (luma[at - width] ?? 0) -
        (luma[at - width + 1] ?? 0)
      const strength = Math.abs(dx) + Math.abs(dy)
      if (strength < LEAST_GRADIENT * 2) {
        continue
      }
      const turned = (Math.atan2(dy, dx) * 180) / Math.PI + 180
      const bin = Math.floor((turned % 90) / STEP)
      histogram[bin] = (histogram[bin] ?? 0) + strength
      total += strength
    }
  }
  return peakOf(histogram, total)
}

function peakOf(histogram: Float64Array, total: number): number | null {
  const around = (bin: number, reach: number): number => {
    let sum = 0
    for (let offset = -reach; offset <= reach; offset += 1) {
      sum += histogram[(bin + offset + BINS) % BINS] ?? 0
    }
    return sum
  }
  let best = 0
  for (let bin = 1; bin < BINS; bin += 1) {
    if (around(bin, 2) > around(best, 2)) {
      best = bin
    }
  }
  if (total === 0 || around(best, 2) / total < LEAST_SHARE) {
    return null
  }
  let weighted = 0
  for (let offset = -3; offset <= 3; offset += 1) {
    weighted += offset * (histogram[(best + offset + BINS) % BINS] ?? 0)
  }
  const angle = (best + 0.5 + weighted / around(best, 3)) * STEP
  return angle > 45 ? angle - 90 : angle
}
