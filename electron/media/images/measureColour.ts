import type { Pixels } from './decodePixels'

/** The rim is left out: it may show some of what lies around the paper. */
const MARGIN = 0.1
/** A share is told as well by every second pixel of every second row. */
const EVERY = 2
/** Levels by which a pixel must leave the picture's tint to count as coloured; JPEG alone moves grey by a few. */
const LEAST_DEVIATION = 20
/** Too dark to have a colour. */
const LEAST_LUMA = 24

/**
 * Percent of the picture's middle that has a colour of its own. A grey copy photographed under a warm lamp is tinted
 * everywhere alike; the tint is the median proportion of red to green and blue to green, and does not count.
 */
export function measureColour(pixels: Pixels): number {
  const middle = middleOf(pixels)
  const redTint = median(middle, 0)
  const blueTint = median(middle, 2)
  let coloured = 0
  for (let at = 0; at < middle.length; at += 3) {
    const green = middle[at + 1] ?? 0
    const red = Math.abs((middle[at] ?? 0) - redTint * green)
    const blue = Math.abs((middle[at + 2] ?? 0) - blueTint * green)
    if (Math.max(red, blue) > LEAST_DEVIATION) {
      coloured += 1
    }
  }
  return (100 * coloured) / (middle.length / 3)
}

function middleOf({ data, width, height }: Pixels): Uint8Array {
  const left = Math.floor(width * MARGIN)
  const right = Math.ceil(width * (1 - MARGIN))
  const [top, bottom] = [Math.floor(height * MARGIN), Math.ceil(height * (1 - MARGIN))]
  const columns = Math.ceil((right - left) / EVERY)
  const middle = new Uint8Array(columns * Math.ceil((bottom - top) / EVERY) * 3)
  let to = 0
  for (let y = top; y < bottom; y += EVERY) {
    for (let x = left; x < right; x += EVERY, to += 3) {
      const from = (y * width + x) * 3
      middle[to] = data[from] ?? 0
      middle[to + 1] = data[from + 1] ?? 0
      middle[to + 2] = data[from + 2] ?? 0
    }
  }
  return middle
}

/** Median proportion of a channel to green, in 1/64 steps up to 4. */
function median(rgb: Uint8Array, channel: 0 | 2): number {
  const histogram = new Uint32Array(257)
  let count = 0
  for (let at = 0; at < rgb.length; at += 3) {
    const green = rgb[at + 1] ?? 0
    if (green >= LEAST_LUMA) {
      const bin = Math.min(256, Math.round((64 * (rgb[at + channel] ?? 0)) / green))
      histogram[bin] = (histogram[bin] ?? 0) + 1
      count += 1
    }
  }
  let below = 0
  for (let bin = 0; bin < histogram.length; bin += 1) {
    below += histogram[bin] ?? 0
    if (below * 2 >= count) {
      return bin / 64
    }
  }
  return 1
}
