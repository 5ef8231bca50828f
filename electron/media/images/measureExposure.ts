export interface Exposure {
  /** Brightness, 0 to 255, that only a twenty-fifth of the picture exceeds: paper and skin, not the desk around them. */
  readonly brightLuma: number
  /** Percent of the picture without any drawing left: white to the last level. */
  readonly clippedPercent: number
}

const BRIGHT_SHARE = 0.96
const CLIPPED_LUMA = 254

/** How much light there was. */
export function measureExposure(luma: Uint8Array): Exposure {
  const histogram = new Uint32Array(256)
  for (const value of luma) {
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  let below = 0
  let brightLuma = 0
  while (brightLuma < 255) {
    below += histogram[brightLuma] ?? 0
    if (below >= luma.length * BRIGHT_SHARE) {
      break
    }
    brightLuma += 1
  }
  let clipped = 0
  for (let value = CLIPPED_LUMA; value < 256; value += 1) {
    clipped += histogram[value] ?? 0
  }
  return { brightLuma, clippedPercent: (100 * clipped) / luma.length }
}
