import type { Sheet } from './paper/flattenPaper'

const TILE = 32
/** Tiles of print: the few with the highest contrast, for a small card fills few. */
const PERCENTILE = 0.97
/** Darkest and brightest pixels of a tile that are left out as noise. */
const TAIL = 0.02
/** Darker than this there is no print to measure. */
const LEAST_BRIGHT = 12

/**
 * Percent by which print is darker than what it stands on, in the tiles that show it best. It does not
 * depend on the light. Null when the picture is too small or too dark to tell.
 */
export function measureContrast({ luma, width, height }: Sheet): number | null {
  const contrasts: number[] = []
  const histogram = new Uint16Array(256)
  for (let top = 0; top + TILE <= height; top += TILE) {
    for (let left = 0; left + TILE <= width; left += TILE) {
      histogram.fill(0)
      for (let y = top; y < top + TILE; y += 1) {
        for (let at = y * width + left; at < y * width + left + TILE; at += 1) {
          const value = luma[at] ?? 0
          histogram[value] = (histogram[value] ?? 0) + 1
        }
      }
      const dark = levelAt(histogram, TAIL)
      const bright = levelAt(histogram, 1 - TAIL)
      if (bright >= LEAST_BRIGHT) {
        contrasts.push((100 * (bright - dark)) / bright)
      }
    }
  }
  contrasts.sort((a, b) => a - b)
  return contrasts[Math.floor(contrasts.length * PERCENTILE)] ?? null
}

function levelAt(histogram: Uint16Array, share: number): number {
  const wanted = TILE * TILE * share
  let below = 0
  for (let level = 0; level < 256; level += 1) {
    below += histogram[level] ?? 0
    if (below > wanted) {
      return level
    }
  }
  return 255
}
