import type { Random } from '../random'
import type { Frame } from './camera'

/** RGB, row by row. */
export type Rgb = Uint8ClampedArray

/** Every level times `factor` plus `offset`. */
export function changeLevels(pixels: Rgb, factor: number, offset: number): void {
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = (pixels[at] ?? 0) * factor + offset
  }
}

/** Colours drawn towards grey: 0 leaves none, 1 all. */
export function changeColour(pixels: Rgb, share: number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue
    pixels[at] = grey + (red - grey) * share
    pixels[at + 1] = grey + (green - grey) * share
    pixels[at + 2] = grey + (blue - grey) * share
  }
}

/** Multiplies the channels, as a lamp does. */
export function tintPixels(pixels: Rgb, red: number, blue: number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at] = (pixels[at] ?? 0) * red
    pixels[at + 2] = (pixels[at + 2] ?? 0) * blue
  }
}

export interface Spot {
  /** Pixels. */
  readonly x: number
  readonly y: number
  readonly across: number
  readonly along: number
  /** Radians. */
  readonly turn: number
  /** Levels in the middle. */
  readonly level: number
  /** 1: falls off from the middle; higher: flat with a steep border, as a window. */
  readonly edge: number
}

/** Adds a reflection: an ellipse that is brightest in its middle. */
export function addSpot(pixels: Rgb, { width, height }: Frame, spot: Spot): void {
  const reach = Math.max(spot.across, spot.along)
  const [cos, sin] = [Math.cos(spot.turn), Math.sin(spot.turn)]
  const top = Math.max(0, Math.floor(spot.y - reach))
  const left = Math.max(0, Math.floor(spot.x - reach))
  for (let y = top; y < Math.min(height, spot.y + reach); y += 1) {
    for (let x = left; x < Math.min(width, spot.x + reach); x += 1) {
      const [dx, dy] = [x - spot.x, y - spot.y]
      const away = Math.hypot((dx * cos + dy * sin) / spot.across, (dy * cos - dx * sin) / spot.along)
      if (away < 1) {
        const added = spot.level * (1 - away ** (2 * spot.edge)) ** 1.5
        const at = (y * width + x) * 3
        pixels[at] = (pixels[at] ?? 0) + added
        pixels[at + 1] = (pixels[at + 1] ?? 0) + added
        pixels[at + 2] = (pixels[at + 2] ?? 0) + added * 0.98
      }
    }
  }
}

/** Smears along a line of `length` pixels at an angle in radians, as a moving hand does. */
export function smear(pixels: Rgb, { width, height }: Frame, length: number, angle: number): Rgb {
  const steps = Math.max(2, Math.round(length))
  const offsets = Array.from({ length: steps }, (_, index) => {
    const along = (index / (steps - 1) - 0.5) * length
    return { x: Math.round(Math.cos(angle) * along), y: Math.round(Math.sin(angle) * along) }
  })
  const sums = new Uint16Array(pixels.length)
  for (const { x: dx, y: dy } of offsets) {
    for (let y = 0; y < height; y += 1) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width
      for (let x = 0; x < width; x += 1) {
        const from = (row + Math.min(width - 1, Math.max(0, x + dx))) * 3
        const to = (y * width + x) * 3
        sums[to] = (sums[to] ?? 0) + (pixels[from] ?? 0)
        sums[to + 1] = (sums[to + 1] ?? 0) + (pixels[from + 1] ?? 0)
        sums[to + 2] = (sums[to + 2] ?? 0) + (pixels[from + 2] ?? 0)
      }
    }
  }
  return Uint8ClampedArray.from(sums, (sum) => sum / steps)
}

export interface ScreenGrid {
  /** Pixels of the picture from one pixel of the screen to the next. */
  readonly period: number
  /** Radians. */
  readonly turn: number
  /** How much the period grows from left to right, as a share. */
  readonly widening: number
  /** Depth of the grid, as a share of the level. */
  readonly depth: number
}

/** The grid of a screen with its three colours in stripes; where its period meets that of the sensor, bands appear. */
export function addScreenGrid(pixels: Rgb, { width, height }: Frame, grid: ScreenGrid): void {
  const [cos, sin] = [Math.cos(grid.turn), Math.sin(grid.turn)]
  const full = Math.PI * 2
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const period = grid.period * (1 + grid.widening * (x / width - 0.5 + (y / height - 0.5) * 0.3))
      const u = (full * (x * cos + y * sin)) / period
      const v = (full * (y * cos - x * sin)) / period
      const row = 1 + grid.depth * 0.7 * Math.cos(v)
      const at = (y * width + x) * 3
      pixels[at] = (pixels[at] ?? 0) * row * (1 + grid.depth * Math.cos(u))
      pixels[at + 1] = (pixels[at + 1] ?? 0) * row * (1 + grid.depth * Math.cos(u - full / 3))
      pixels[at + 2] = (pixels[at + 2] ?? 0) * row * (1 + grid.depth * Math.cos(u + full / 3))
    }
  }
}

/** Normally distributed noise of the sensor, from a table that is walked through. */
export function addNoise(pixels: Rgb, random: Random, deviation: number): void {
  const table = new Float32Array(1 << 14)
  for (let index = 0; index < table.length; index += 1) {
    // Four uniform values have a variance of 4/12.
    table[index] =
      (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3) * deviation
  }
  let place = random.int(0, table.length - 1)
  for (let at = 0; at < pixels.length; at += 3) {
    place = (place + 1 + (at & 31)) & 0x3fff
    const shared = table[place] ?? 0
    const own = (table[(place * 7) & 0x3fff] ?? 0) * 0.35
    pixels[at] = (pixels[at] ?? 0) + shared + own
    pixels[at + 1] = (pixels[at + 1] ?? 0) + shared
    pixels[at + 2] = (pixels[at + 2] ?? 0) + shared - own
  }
}
