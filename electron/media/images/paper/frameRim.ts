import type { Pixels } from '../decodePixels'
import type { SmallMap } from '../smallMap'

/**
 * Colours of the outermost pixels of a picture along its borders (top, right, bottom, left), block by block of its map:
 * sums of three planes side by side from the beginning of the border, so that any stretch of it is told by two of them.
 */
export type FrameRim = readonly [Float32Array, Float32Array, Float32Array, Float32Array]

/**
 * So many pixels of the measured picture count. Paper that lies whole keeps 1.2 % of the frame off, seven of them in the narrowest
 * frame: a block of the map would have as much of it as of the ground.
 */
const DEEP = 3

export function frameRimOf(pixels: Pixels, { width, height, block }: SmallMap): FrameRim {
  const [right, bottom] = [pixels.width - 1, pixels.height - 1]
  const level = (rowOf: (inwards: number) => number): Float32Array =>
    sumsAlong(pixels, width, block, (along, inwards) => [along, rowOf(inwards)])
  const upright = (columnOf: (inwards: number) => number): Float32Array =>
    sumsAlong(pixels, height, block, (along, inwards) => [columnOf(inwards), along])
  return [
    level((inwards) => inwards),
    upright((inwards) => right - inwards),
    level((inwards) => bottom - inwards),
    upright((inwards) => inwards),
  ]
}

function sumsAlong(
  { data, width, height }: Pixels,
  blocks: number,
  block: number,
  placeOf: (along: number, inwards: number) => readonly [number, number],
): Float32Array {
  const sums = new Float32Array(3 * (blocks + 1))
  for (let along = 0; along < blocks * block; along += 1) {
    const to = 3 * (Math.floor(along / block) + 1)
    for (let inwards = 0; inwards < DEEP; inwards += 1) {
      const [x, y] = placeOf(along, inwards)
      const from = 3 * (within(y, height) * width + within(x, width))
      for (let plane = 0; plane < 3; plane += 1) {
        sums[to + plane] = (sums[to + plane] ?? 0) + (data[from + plane] ?? 0) / (block * DEEP)
      }
    }
  }
  for (let at = 3; at < sums.length; at += 1) {
    sums[at] = (sums[at] ?? 0) + (sums[at - 3] ?? 0)
  }
  return sums
}

/** Pictures of a pixel or two have less of it. */
function within(place: number, size: number): number {
  return Math.max(0, Math.min(size - 1, place))
}
