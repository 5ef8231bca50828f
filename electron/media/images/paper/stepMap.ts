import type { SmallMap } from '../smallMap'

/** Steps of colour across a map from left to right: what edges that stand more or less upright look like. */
export interface StepMap {
  readonly width: number
  readonly height: number
  /** Levels of the step at each place, row by row; 0 where it is noise or the step beside it is higher. */
  readonly steps: Float32Array
  /** 1 where it is brighter on the right. */
  readonly rising: Uint8Array
  /** How much each step stands out from those about it, 0 to 1. */
  readonly weights: Float32Array
  /** Sums of each plane along each row, `width + 1` a row. */
  readonly sums: readonly Float32Array[]
}

/** Means of so many pixels on either side are compared: a ruled line is thinner and looks alike from both. */
const REACH = 3
/** Most of a picture is paper or ground, where steps are noise; those of print and edges come beyond this share. */
const NOISE_SHARE = 0.4
const TIMES_NOISE = 2.5
const LEAST = 2.2
/** Pixels to either side that a step is compared with; a step alone is four times their mean. */
const ABOUT = 8
const ALIKE = 1.2
const APART = 3.2
const LEAST_WEIGHT = 0.1

export function stepMapOf(map: SmallMap): StepMap {
  const { width, height } = map
  const sums = map.planes.map((plane) => sumsOf(plane, width, height))
  const squares = new Float32Array(width * height)
  const rising = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    stepsOfRow(sums, y, width, squares, rising)
  }
  const least = Math.max(LEAST, TIMES_NOISE * noiseOf(squares))
  return { width, height, ...topsOf(squares, width, height, least), rising, sums }
}

/** Squares of the steps along one row, a third for each plane, and whether it becomes brighter. */
function stepsOfRow(
  [red, green, blue]: readonly Float32Array[],
  y: number,
  width: number,
  squares: Float32Array,
  rising: Uint8Array,
): void {
  if (!red || !green || !blue) {
    return
  }
  const scale = 1 / REACH
  for (let x = REACH; x + REACH < width; x += 1) {
    const at = y * (width + 1) + x
    const r = (red[at + REACH + 1] ?? 0) - (red[at + 1] ?? 0) - (red[at] ?? 0) + (red[at - REACH] ?? 0)
    const g =
      (green[at + REACH + 1] ?? 0) - (green[at + 1] ?? 0) - (green[at] ?? 0) + (green[at - REACH] ?? 0)
    const b = (blue[at + REACH + 1] ?? 0) - (blue[at + 1] ?? 0) - (blue[at] ?? 0) + (blue[at - REACH] ?? 0)
    squares[y * width + x] = ((r * r + g * g + b * b) * scale * scale) / 3
    rising[y * width + x] = r + g + b > 0 ? 1 : 0
  }
}

/**
 * Steps that are higher than noise and than those beside them, and how much each stands out from the steps about it: an
 * edge does, while print and woven ground are full of steps alike.
 */
function topsOf(
  squares: Float32Array,
  width: number,
  height: number,
  least: number,
): Pick<StepMap, 'steps' | 'weights'> {
  const steps = new Float32Array(squares.length)
  const weights = new Float32Array(squares.length)
  const sums = new Float32Array(width + 1)
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    for (let x = 0; x < width; x += 1) {
      sums[x + 1] = (sums[x] ?? 0) + Math.sqrt(squares[row + x] ?? 0)
    }
    for (let x = REACH + 1; x < width - REACH - 1; x += 1) {
      const square = squares[row + x] ?? 0
      if (
        square > least * least &&
        square >= (squares[row + x - 1] ?? 0) &&
        square >= (squares[row + x + 1] ?? 0)
      ) {
        const step = Math.sqrt(square)
        const [from, to] = [Math.max(0, x - ABOUT), Math.min(width, x + ABOUT + 1)]
        const mean = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from)
        steps[row + x] = step
        weights[row + x] = Math.max(LEAST_WEIGHT, Math.min(1, (step / mean - ALIKE) / (APART - ALIKE)))
      }
    }
  }
  return { steps, weights }
}

/** Level below which that share of the steps lies, in quarters of a level. */
function noiseOf(squares: Float32Array): number {
  const histogram = new Uint32Array(256)
  for (let at = 0; at < squares.length; at += 1) {
    const bin = Math.min(255, Math.floor(4 * Math.sqrt(squares[at] ?? 0)))
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  let below = 0
  for (let bin = 0; bin < 256; bin += 1) {
    below += histogram[bin] ?? 0
    if (below >= squares.length * NOISE_SHARE) {
      return (bin + 0.5) / 4
    }
  }
  return 64
}

function sumsOf(plane: Float32Array, width: number, height: number): Float32Array {
  const sums = new Float32Array((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += plane[y * width + x] ?? 0
      sums[y * (width + 1) + x + 1] = sum
    }
  }
  return sums
}
