import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { hueOf } from './hue'

export interface Clothing {
  readonly redPercent: number
  readonly bluePercent: number
  /** Where the clothing was looked for. */
  readonly region: NonNullable<Finding['region']>
}

/** The middle at the foot of the picture, below the neck and within the shoulders: what is beside them has colours of its own. */
const TORSO = { x: 0.4, y: 0.86, width: 0.2, height: 0.12 }
/** Every second pixel of every second row tells as much as all of them. */
const STEP = 2
const RED = { from: 335, to: 16 }
const BLUE = { from: 190, to: 262 }
/** Below this a garment reads as grey, black or white. */
const LEAST_SATURATION = 0.36
const LEAST_BRIGHTNESS = 0.16

/** Percent of the torso that is red, and that is blue. */
export function measureClothing({ data, width, height }: Pixels): Clothing {
  let red = 0
  let blue = 0
  let count = 0
  for (let y = Math.floor(TORSO.y * height); y < (TORSO.y + TORSO.height) * height; y += STEP) {
    for (let x = Math.floor(TORSO.x * width); x < (TORSO.x + TORSO.width) * width; x += STEP) {
      const at = (y * width + x) * 3
      const { hue, saturation, brightness } = hueOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
      count += 1
      if (saturation < LEAST_SATURATION || brightness < LEAST_BRIGHTNESS) {
        continue
      }
      if (hue >= RED.from || hue <= RED.to) {
        red += 1
      } else if (hue >= BLUE.from && hue <= BLUE.to) {
        blue += 1
      }
    }
  }
  return { redPercent: (100 * red) / count, bluePercent: (100 * blue) / count, region: TORSO }
}
