import { addSpectrum, makeFourier, SPECTRUM_EDGE } from './fourier'

/** Brightness of a strip of the picture at its full size. */
export interface Strip {
  readonly luma: Uint8Array
  readonly width: number
  readonly height: number
}

/** Squares of the strip whose spectra are added up. */
const SQUARES = 8
/** Cycles a pixel: below are lines of text and waves of the print, near 0.5 is the noise that JPEG leaves. */
const SLOWEST = 0.11
/** JPEG works in blocks of 8 pixels: multiples of an eighth along an axis are its own. */
const BLOCK_STEP = 1 / 8
/** Neighbourhood of a frequency to which it is compared, without the peak itself. */
const NEAR = { from: 3, to: 7 }

/**
 * How far the strongest single frequency stands out of its neighbourhood, in decibels: the pixel grid of a screen,
 * and its beat with the grid of the sensor, are such frequencies, while print and noise spread over many. Null when
 * the strip is smaller than one square.
 */
export function measureGrid({ luma, width, height }: Strip): number | null {
  const edge = SPECTRUM_EDGE
  if (width < edge || height < edge) {
    return null
  }
  const fourier = makeFourier()
  const levels = new Float64Array(edge * edge)
  const square = new Float64Array(edge * edge)
  const across = Math.min(SQUARES, Math.floor(width / edge))
  const down = Math.max(1, Math.min(Math.floor(SQUARES / across), Math.floor(height / edge)))
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const left = Math.floor(((width - edge) * (column + 0.5)) / across)
      const top = Math.floor(((height - edge) * (row + 0.5)) / down)
      for (let y = 0; y < edge; y += 1) {
        for (let x = 0; x < edge; x += 1) {
          square[y * edge + x] = luma[(top + y) * width + left + x] ?? 0
        }
      }
      addSpectrum(fourier, square, levels)
    }
  }
  return strongest(levels, across * down)
}

function strongest(levels: Float64Array, squares: number): number {
  const edge = SPECTRUM_EDGE
  let most = 0
  for (let v = -edge / 2; v < edge / 2; v += 1) {
    // The spectrum of real values is symmetric: half of it tells all.
    for (let u = 0; u < edge / 2; u += 1) {
      const own = (levels[at(u, v)] ?? 0) / squares
      if (Math.hypot(u, v) / edge < SLOWEST || isOfBlocks(u, v) || !isPeak(levels, u, v)) {
        continue
      }
      most = Math.max(most, own - around(levels, u, v) / squares)
    }
  }
  return most
}

function isPeak(levels: Float64Array, u: number, v: number): boolean {
  const own = levels[at(u, v)] ?? 0
  for (let dv = -2; dv <= 2; dv += 1) {
    for (let du = -2; du <= 2; du += 1) {
      if ((levels[at(u + du, v + dv)] ?? 0) > own) {
        return false
      }
    }
  }
  return true
}

function isOfBlocks(u: number, v: number): boolean {
  const step = BLOCK_STEP * SPECTRUM_EDGE
  const isMultiple = (frequency: number): boolean =>
    Math.abs(frequency - Math.round(frequency / step) * step) <= 1.5
  return (
    (Math.abs(u) <= 1 && isMultiple(v)) ||
    (Math.abs(v) <= 1 && isMultiple(u)) ||
    (isMultiple(u) && isMultiple(v))
  )
}

function at(u: number, v: number): number {
  const mask = SPECTRUM_EDGE - 1
  return (v & mask) * SPECTRUM_EDGE + (u & mask)
}

/** Median of the ring around a frequency. */
function around(levels: Float64Array, u: number, v: number): number {
  const ring: number[] = []
  for (let dv = -NEAR.to; dv <= NEAR.to; dv += 1) {
    for (let du = -NEAR.to; du <= NEAR.to; du += 1) {
      if (Math.max(Math.abs(du), Math.abs(dv)) >= NEAR.from) {
        ring.push(levels[at(u + du, v + dv)] ?? 0)
      }
    }
  }
  ring.sort((a, b) => a - b)
  return ring[ring.length >> 1] ?? 0
}
