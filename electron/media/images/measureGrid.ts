import { makeFourier, spectraOf, SPECTRUM_EDGE } from './fourier'
import { addLevels, emptyLevels, placeOf, risesOf, standsOut, type Levels } from './prominence'

/** Brightness of a strip of the picture at its full size. */
export interface Strip {
  readonly luma: Uint8Array
  readonly width: number
  readonly height: number
}

/** Squares of the strip whose spectra are looked at; an even number, two are transformed at once. */
const SQUARES = 4
/** Cycles a pixel: lines of text, guilloche and threads that are seen as such lie below, screens whose pixels are resolved above. */
const SLOWEST = 0.185
/** JPEG works in blocks of 8 pixels: multiples of an eighth along an axis are its own. */
const BLOCK_STEPS = SPECTRUM_EDGE / 8
/** Peaks that are looked at, and by how many decibels they rise at least. */
const PEAKS = { most: 12, rise: 8 }
/** What the frequency at right angles to a peak adds: pixels of a screen stand in rows and in columns. */
const PARTNER_SHARE = 0.5
/** How far it may lie from where a square grid has it, in steps of the spectrum. */
const PARTNER_REACH = 2

/**
 * How far one frequency stands out as a point of the spectrum in all parts of the picture alike, and half of how far the
 * one at right angles to it does, in decibels: the pixel grid of a screen and its beat with the grid of the sensor are
 * everywhere and go both ways. Null when the strip is smaller than two squares.
 */
export function measureGrid(strip: Strip): number | null {
  const edge = SPECTRUM_EDGE
  const across = Math.min(SQUARES, Math.floor(strip.width / edge))
  const down = Math.min(Math.floor(SQUARES / Math.max(1, across)), Math.floor(strip.height / edge))
  const count = (across * down) & ~1
  if (count < 2) {
    return null
  }
  const fourier = makeFourier()
  const levels = emptyLevels()
  const squares = Array.from({ length: count }, (_, index) =>
    squareOf(strip, ((index % across) + 0.5) / across, (Math.floor(index / across) + 0.5) / down),
  )
  for (let index = 0; index + 1 < count; index += 2) {
    const [one = new Float64Array(0), other = one] = [squares[index], squares[index + 1]]
    for (const spectrum of spectraOf(fourier, one, other)) {
      clearBlocks(spectrum)
      addLevels(spectrum, levels)
    }
  }
  return strongest(levels, count) / count
}

/** A square of the strip whose middle lies at a share of the room there is. */
function squareOf({ luma, width, height }: Strip, x: number, y: number): Float64Array {
  const edge = SPECTRUM_EDGE
  const left = Math.floor((width - edge) * x)
  const top = Math.floor((height - edge) * y)
  const square = new Float64Array(edge * edge)
  for (let row = 0; row < edge; row += 1) {
    const from = (top + row) * width + left
    square.set(luma.subarray(from, from + edge), row * edge)
  }
  return square
}

/** Takes away what the blocks of JPEG leave, and what leaks from there to the next steps. */
function clearBlocks(spectrum: Float32Array): void {
  const half = SPECTRUM_EDGE / 2
  for (let u = -half; u < half; u += BLOCK_STEPS) {
    for (let v = -half; v < half; v += BLOCK_STEPS) {
      for (let du = -1; du <= 1; du += 1) {
        for (let dv = -1; dv <= 1; dv += 1) {
          spectrum[placeOf(u + du, v + dv)] = 0
        }
      }
    }
  }
}

interface Peak {
  readonly u: number
  readonly v: number
  readonly rise: number
}

function strongest(levels: Levels, count: number): number {
  const rises = risesOf(levels)
  let most = 0
  for (const { u, v } of peaksOf(rises, count)) {
    const partner = highestAbout(rises, -v, u)
    const ofPartner = Math.max(0, standsOut(levels, partner.u, partner.v))
    most = Math.max(most, standsOut(levels, u, v) + PARTNER_SHARE * ofPartner)
  }
  return most
}

/** The highest places of a spectrum that are higher than those about them. */
function peaksOf(rises: Float32Array, count: number): readonly Peak[] {
  const half = SPECTRUM_EDGE / 2
  const peaks: Peak[] = []
  for (let v = -half; v < half; v += 1) {
    // The spectrum of real values is symmetric: half of it tells all.
    for (let u = 0; u <= half; u += 1) {
      const rise = rises[placeOf(u, v)] ?? 0
      const isFast = u * u + v * v >= (SLOWEST * SPECTRUM_EDGE) ** 2
      if (rise >= PEAKS.rise * count && isFast && highestAbout(rises, u, v).rise <= rise) {
        peaks.push({ u, v, rise })
      }
    }
  }
  return peaks.sort((a, b) => b.rise - a.rise).slice(0, PEAKS.most)
}

function highestAbout(rises: Float32Array, u: number, v: number): Peak {
  let highest: Peak = { u, v, rise: rises[placeOf(u, v)] ?? 0 }
  for (let dv = -PARTNER_REACH; dv <= PARTNER_REACH; dv += 1) {
    for (let du = -PARTNER_REACH; du <= PARTNER_REACH; du += 1) {
      const rise = rises[placeOf(u + du, v + dv)] ?? 0
      if (rise > highest.rise) {
        highest = { u: u + du, v: v + dv, rise }
      }
    }
  }
  return highest
}
