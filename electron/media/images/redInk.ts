import { clearFields } from './clearFields'
import type { Pixels } from './decodePixels'

/** Where red ink lies, on a map of half the size: noise of single pixels is gone and marks are large enough. */
interface RedInk {
  readonly mask: Uint8Array
  readonly width: number
  readonly height: number
}

/** Squares of the map in which the tint of the light is taken: larger than gaps between strokes, smaller than a lamp's cone. */
const SQUARE = 32
/** Ink of seals, from purplish red to vermilion, by shares of the strongest channel; wood and skin are more orange. */
const LEAST_RED = 0.085
const ORANGE = 0.3
const PURPLE = 0.45
const LEAST_LEVEL = 55

/**
 * Marks the red of a picture against the paper about it: what is as red as everything around lies in a warm light or is
 * of red cloth, and pale ink on white paper is red nevertheless.
 */
export function findRedInk(pixels: Pixels): RedInk {
  const half = halved(pixels)
  const { width, height } = half
  const mask = new Uint8Array(width * height)
  for (let top = 0; top < height; top += SQUARE) {
    for (let left = 0; left < width; left += SQUARE) {
      markSquare(half, left, top, mask)
    }
  }
  clearFields(mask, width, height)
  return { mask: withoutSpecks(mask, width, height), width, height }
}

function markSquare(map: Pixels, left: number, top: number, marked: Uint8Array): void {
  const { data } = map
  const [right, bottom] = [Math.min(map.width, left + SQUARE), Math.min(map.height, top + SQUARE)]
  const { red: redTint, blue: blueTint } = tintOf(map, left, top, right, bottom)
  for (let y = top; y < bottom; y += 1) {
    let at = (y * map.width + left) * 3
    for (let x = left; x < right; x += 1, at += 3) {
      const red = (data[at] ?? 0) * redTint
      const green = data[at + 1] ?? 0
      // Most pixels are paper and end here.
      if (red - green < red * LEAST_RED * (1 - ORANGE) || red < LEAST_LEVEL) {
        continue
      }
      const blue = (data[at + 2] ?? 0) * blueTint
      const range = red - (green < blue ? green : blue)
      if (range >= red * LEAST_RED && green - blue <= range * ORANGE && blue - green <= range * PURPLE) {
        marked[y * map.width + x] = 1
      }
    }
  }
}

/** Mean of each two by two pixels. */
function halved({ data, width, height }: Pixels): Pixels {
  const [wide, high] = [width >> 1, height >> 1]
  const small = new Uint8Array(wide * high * 3)
  const stride = width * 3
  for (let y = 0, to = 0; y < high; y += 1) {
    let at = y * 2 * stride
    for (let x = 0; x < wide; x += 1, at += 6, to += 3) {
      const below = at + stride
      small[to] = ((data[at] ?? 0) + (data[at + 3] ?? 0) + (data[below] ?? 0) + (data[below + 3] ?? 0)) >> 2
      small[to + 1] =
        ((data[at + 1] ?? 0) + (data[at + 4] ?? 0) + (data[below + 1] ?? 0) + (data[below + 4] ?? 0)) >> 2
      small[to + 2] =
        ((data[at + 2] ?? 0) + (data[at + 5] ?? 0) + (data[below + 2] ?? 0) + (data[below + 5] ?? 0)) >> 2
    }
  }
  return { data: small, width: wide, height: high }
}

/** Factors that make the brighter part of a square grey; red ink has little green and stays out of it. */
function tintOf(
  { data, width }: Pixels,
  left: number,
  top: number,
  right: number,
  bottom: number,
): { readonly red: number; readonly blue: number } {
  let [sum, count] = [0, 0]
  for (let y = top; y < bottom; y += 2) {
    for (let at = (y * width + left) * 3 + 1; at < (y * width + right) * 3; at += 6) {
      sum += data[at] ?? 0
      count += 1
    }
  }
  const mean = sum / Math.max(1, count)
  let [red, green, blue] = [1, 1, 1]
  for (let y = top; y < bottom; y += 2) {
    for (let at = (y * width + left) * 3; at < (y * width + right) * 3; at += 6) {
      if ((data[at + 1] ?? 0) >= mean) {
        red += data[at] ?? 0
        green += data[at + 1] ?? 0
        blue += data[at + 2] ?? 0
      }
    }
  }
  return { red: green / red, blue: green / blue }
}

/** Without pixels that have not even two neighbours: noise, and the grid of a screen. */
function withoutSpecks(mask: Uint8Array, width: number, height: number): Uint8Array {
  const kept = new Uint8Array(mask.length)
  for (let y = 1; y + 1 < height; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      if (mask[at] === 1) {
        const above = (mask[at - width - 1] ?? 0) + (mask[at - width] ?? 0) + (mask[at - width + 1] ?? 0)
        const below = (mask[at + width - 1] ?? 0) + (mask[at + width] ?? 0) + (mask[at + width + 1] ?? 0)
        kept[at] = above + below + (mask[at - 1] ?? 0) + (mask[at + 1] ?? 0) >= 2 ? 1 : 0
      }
    }
  }
  return kept
}
