import type { Blob } from './findBlobs'

const DIRECTIONS = 18
/** Share of the ink at either end that may be a speck beside the mark. */
const STRAY = 0.006
/** Fewer pixels have no outline to speak of. */
const LEAST_PIXELS = 24

/**
 * How far the outline of a mark is from a circle: percent by which its narrowest diameter falls short of its widest.
 * An oval and a smear are longer one way; gaps of the ink leave both alone. 100: too little ink to tell.
 */
export function measureOutline(mask: Uint8Array, width: number, blob: Blob): number {
  const xs: number[] = []
  const ys: number[] = []
  const height = Math.floor(mask.length / width)
  for (let y = Math.max(0, blob.y); y < Math.min(height, blob.y + blob.height); y += 1) {
    for (let x = Math.max(0, blob.x); x < Math.min(width, blob.x + blob.width); x += 1) {
      if (mask[y * width + x] === 1) {
        xs.push(x)
        ys.push(y)
      }
    }
  }
  if (xs.length < LEAST_PIXELS) {
    return 100
  }
  const diameters = Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (Math.PI * index) / DIRECTIONS
    return diameterOf(xs, ys, Math.cos(angle), Math.sin(angle))
  })
  return 100 * (1 - Math.min(...diameters) / Math.max(...diameters))
}

/** Extent in one direction, a few stray pixels at both ends left out. */
function diameterOf(xs: readonly number[], ys: readonly number[], cos: number, sin: number): number {
  const places = Float64Array.from(xs, (x, index) => x * cos + (ys[index] ?? 0) * sin).sort()
  const stray = Math.floor(places.length * STRAY)
  // A pixel has a width of its own.
  return (places[places.length - 1 - stray] ?? 0) - (places[stray] ?? 0) + 1
}
