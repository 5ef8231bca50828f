import type { Pixels } from './decodePixels'

const TILE = 32
/** Tiles with the strongest steps of brightness along rows, and as many along columns, in which edges are measured. */
const STRONGEST = 40
/** Of these, the ones with the strongest steps in one direction tell how sharp it is there. */
const TELLING = 24
/** Quiet tiles about this place in the order show the noise of the sensor and nothing else. */
const QUIET = { share: 0.2, tiles: 8 }
/** Energy of steps in the telling tiles, a pixel, below which there is no edge to measure: a step of twenty levels each thirty pixels. */
const LEAST_STEPS = 3
/** Where one direction is this much softer than another, the camera moved. */
const EVEN = 0.5
/** Energy of the noise in a bend (4 + 1 + 1) by that in half a step across two pixels (1/4 + 1/4). */
const NOISE_RATIO = 12

interface Place {
  readonly at: number
  readonly across: number
  readonly down: number
}

interface Energies {
  readonly steps: number
  readonly bends: number
}

/**
 * How sharp edges are: energy of the second derivative by that of the first, in the direction that is worst. An edge
 * that is blurred by a Gaussian of s pixels gives 1 / (2 s²), whatever its contrast and however few edges there are;
 * movement leaves only the edges along its way sharp. Noise is subtracted. Null when there are no edges to tell.
 */
export function measureSharpness(luma: Uint8Array, { width, height }: Pixels): number | null {
  const places = tilesOf(luma, width, height)
  if (places.length < QUIET.tiles * 2) {
    return null
  }
  const across = places.toSorted((a, b) => b.across - a.across).slice(0, STRONGEST)
  const down = places.toSorted((a, b) => b.down - a.down).slice(0, STRONGEST)
  const strongest = [...new Set([...across, ...down])]
  const first = Math.floor(places.length * QUIET.share)
  const quiet = places
    .toSorted((a, b) => a.across + a.down - b.across - b.down)
    .slice(first, first + QUIET.tiles)
  const ratios: number[] = []
  for (const [step, length] of [
    [1, 1],
    [width, 1],
    [width + 1, 2],
    [width - 1, 2],
  ] as const) {
    const noise = Math.min(...quiet.map(({ at }) => energiesOf(luma, width, at, step).bends))
    const telling = strongest
      .map(({ at }) => energiesOf(luma, width, at, step))
      .sort((a, b) => b.steps - a.steps)
      .slice(0, TELLING)
    const steps = sum(telling.map((tile) => Math.max(0, tile.steps - noise / NOISE_RATIO)))
    if (steps >= LEAST_STEPS * TILE * TILE * telling.length) {
      const bends = sum(telling.map((tile) => Math.max(0, tile.bends - noise)))
      // On the diagonals both pixels are farther apart, by the root of two.
      ratios.push(bends / steps / length)
    }
  }
  if (ratios.length === 0) {
    return null
  }
  const worst = Math.min(...ratios)
  return worst * Math.min(1, worst / Math.max(...ratios) / EVEN)
}

/** Energy of steps in each tile; a quarter of the pixels is enough to rank them. */
function tilesOf(luma: Uint8Array, width: number, height: number): readonly Place[] {
  const places: Place[] = []
  for (let top = 1; top + TILE < height - 1; top += TILE) {
    for (let left = 1; left + TILE < width - 1; left += TILE) {
      let [across, down] = [0, 0]
      for (let y = top; y < top + TILE; y += 2) {
        const row = y * width + left
        for (let at = row; at < row + TILE; at += 2) {
          const own = luma[at] ?? 0
          across += ((luma[at + 1] ?? 0) - own) ** 2
          down += ((luma[at + width] ?? 0) - own) ** 2
        }
      }
      places.push({ at: top * width + left, across, down })
    }
  }
  return places
}

/** Of a tile whose first pixel is at `start`, in the direction to the pixel `step` further on. */
function energiesOf(luma: Uint8Array, width: number, start: number, step: number): Energies {
  let [steps, bends] = [0, 0]
  for (let row = start; row < start + TILE * width; row += width) {
    for (let at = row; at < row + TILE; at += 1) {
      const before = luma[at - step] ?? 0
      const after = luma[at + step] ?? 0
      const half = (after - before) / 2
      const bend = 2 * (luma[at] ?? 0) - before - after
      steps += half * half
      bends += bend * bend
    }
  }
  return { steps, bends }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
