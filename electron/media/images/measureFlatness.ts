import type { Pixels } from './decodePixels'

const BLOCK = 8
/** A sensor's noise moves the pixels of a block by more than this. */
const MOST_RANGE = 2
/** White paper is clipped by scanners too. */
const CLIPPED = 250

/**
 * Percent of the picture that is of one colour to the last level, white left out: surfaces that a computer drew. No
 * sensor gives them.
 */
export function measureFlatness({ data, width, height }: Pixels): number {
  let flat = 0
  let count = 0
  for (let top = 0; top + BLOCK <= height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      count += 1
      flat += isFlat(data, width, left, top) ? 1 : 0
    }
  }
  return count === 0 ? 0 : (100 * flat) / count
}

function isFlat(data: Uint8Array, width: number, left: number, top: number): boolean {
  const first = (top * width + left) * 3
  const [red, green, blue] = [data[first] ?? 0, data[first + 1] ?? 0, data[first + 2] ?? 0]
  if (Math.min(red, green, blue) >= CLIPPED) {
    return false
  }
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let at = (y * width + left) * 3; at < (y * width + left + BLOCK) * 3; at += 3) {
      if (
        Math.abs((data[at] ?? 0) - red) > MOST_RANGE ||
        Math.abs((data[at + 1] ?? 0) - green) > MOST_RANGE ||
        Math.abs((data[at + 2] ?? 0) - blue) > MOST_RANGE
      ) {
        return false
      }
    }
  }
  return true
}
