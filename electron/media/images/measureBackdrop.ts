import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { hueOf } from './hue'

export interface Backdrop {
  /** Percent of what lies beside the person that has the colours of a provider's cloth: white, pale or full blue. */
  readonly clothPercent: number
  /** Percent of it that is of one colour, light and shade allowed for. */
  readonly groundPercent: number
  readonly region: NonNullable<Finding['region']>
}

/** Beside a person in the middle, above the shoulders and below the head line of the cloth. */
const STRIPS = [
  { from: 0.02, to: 0.2 },
  { from: 0.8, to: 0.98 },
] as const
const ROWS = { from: 0.1, to: 0.62 }
/** Every third pixel tells as much as all of them. */
const STEP = 3
const PALE = { saturation: 0.22, brightness: 0.5 }
const BLUE = { from: 192, to: 240, brightness: 0.3 }
/** Colours are counted in steps of tint, which light and shade leave alone. */
const TINTS = 32

/** Looks at the backdrop on both sides of the person. */
export function measureBackdrop({ data, width, height }: Pixels): Backdrop {
  const tints = new Uint32Array(TINTS * TINTS)
  let cloth = 0
  let count = 0
  for (const { from, to } of STRIPS) {
    for (let y = Math.floor(height * ROWS.from); y < height * ROWS.to; y += STEP) {
      for (let x = Math.floor(width * from); x < width * to; x += STEP) {
        const at = (y * width + x) * 3
        const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
        const sum = red + green + blue + 1
        const tint =
          Math.min(TINTS - 1, Math.floor((red / sum) * TINTS * 1.5)) * TINTS +
          Math.min(TINTS - 1, Math.floor((blue / sum) * TINTS * 1.5))
        tints[tint] = (tints[tint] ?? 0) + 1
        cloth += isCloth(red, green, blue) ? 1 : 0
        count += 1
      }
    }
  }
  return {
    clothPercent: count === 0 ? 0 : (100 * cloth) / count,
    groundPercent: count === 0 ? 0 : (100 * mostCommon(tints)) / count,
    region: { x: 0, y: ROWS.from, width: 1, height: ROWS.to - ROWS.from },
  }
}

function isCloth(red: number, green: number, blue: number): boolean {
  const { hue, saturation, brightness } = hueOf(red, green, blue)
  if (saturation <= PALE.saturation && brightness >= PALE.brightness) {
    return true
  }
  return hue >= BLUE.from && hue <= BLUE.to && brightness >= BLUE.brightness
}

/** The fullest place of the table with its eight neighbours. */
function mostCommon(tints: Uint32Array): number {
  let most = 0
  for (let red = 1; red < TINTS - 1; red += 1) {
    for (let blue = 1; blue < TINTS - 1; blue += 1) {
      let sum = 0
      for (let near = -1; near <= 1; near += 1) {
        const at = (red + near) * TINTS + blue
        sum += (tints[at - 1] ?? 0) + (tints[at] ?? 0) + (tints[at + 1] ?? 0)
      }
      most = Math.max(most, sum)
    }
  }
  return most
}
