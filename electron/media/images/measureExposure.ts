export interface Exposure {
  /** Brightness, 0 to 255, that only a twenty-fifth of the picture exceeds: paper and skin, not the desk around them. */
  readonly brightLuma: number
  /** Brightness below which only a thousandth of the picture lies: print is black, unless too much light made it grey. */
  readonly darkLuma: number
  /** Percent of the picture without any drawing left: white to the last level. */
  readonly clippedPercent: number
}

/** Every third pixel tells as much as all of them. */
const STEP = 3
const BRIGHT_SHARE = 0.96
const DARK_SHARE = 0.001
/** JPEG moves clipped white by a level or two. */
const CLIPPED_LUMA = 252

/** How much light there was. */
export function measureExposure(luma: Uint8Array): Exposure {
  const histogram = new Uint32Array(256)
  for (let at = 0; at < luma.length; at += STEP) {
    const value = luma[at] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  const count = Math.ceil(luma.length / STEP)
  let clipped = 0
  for (let value = CLIPPED_LUMA; value < 256; value += 1) {
    clipped += histogram[value] ?? 0
  }
  return {
    brightLuma: levelAt(histogram, count * BRIGHT_SHARE),
    darkLuma: levelAt(histogram, count * DARK_SHARE),
    clippedPercent: (100 * clipped) / count,
  }
}

function levelAt(histogram: Uint32Array, count: number): number {
  let below = 0
  for (let level = 0; level < 255; level += 1) {
    below += histogram[level] ?? 0
    if (below >= count) {
      return level
    }
  }
  return 255
}
