import type { StepMap } from './stepMap'

/** `x = at + slope * (y - height / 2)` on a map; of a transposed map x and y are exchanged. */
export interface Line {
  readonly at: number
  readonly slope: number
}

/** Steepest lean that is looked for, as a tangent: 24 degrees. */
const STEEPEST = 0.45
const FINENESS = 0.03
const SLOPES = Math.round((2 * STEEPEST) / FINENESS) + 1
/** More lines than these are print, and things that lie about. */
const MOST_LINES = 14
/** Shorter ones are print. */
const LEAST_SHARE = 0.12
/** Lines beside one that was found are the same one. */
const SAME = { slopes: 3, places: 4 }

/** The straight lines along which most steps lie, the longest first (Hough 1962). */
export function findLines(map: StepMap): readonly Line[] {
  const { width, height } = map
  const padding = Math.ceil((STEEPEST * height) / 2)
  const places = width + 2 * padding
  const votes = smoothed(votesOf(map, padding, places), places)
  const lines: Line[] = []
  while (lines.length < MOST_LINES) {
    const best = highest(votes)
    if ((votes[best] ?? 0) < height * LEAST_SHARE) {
      break
    }
    const [slope, place] = [Math.floor(best / places), best % places]
    clear(votes, places, slope, place)
    lines.push(finer(map, { at: place - padding, slope: (slope - (SLOPES - 1) / 2) * FINENESS }))
  }
  return lines
}

function votesOf({ width, height, weights }: StepMap, padding: number, places: number): Float32Array {
  const votes = new Float32Array(SLOPES * places)
  for (let y = 0; y < height; y += 1) {
    const lean = -(y - height / 2) * FINENESS
    for (let x = 0; x < width; x += 1) {
      const weight = weights[y * width + x] ?? 0
      if (weight === 0) {
        continue
      }
      let at = x + padding + 0.5 - (lean * (SLOPES - 1)) / 2
      for (let slope = 0; slope < SLOPES; slope += 1, at += lean) {
        const to = slope * places + (at | 0)
        votes[to] = (votes[to] ?? 0) + weight
      }
    }
  }
  return votes
}

/** An edge wanders by a pixel. */
function smoothed(votes: Float32Array, places: number): Float32Array {
  const sums = new Float32Array(votes.length)
  for (let slope = 0; slope < SLOPES; slope += 1) {
    for (let at = slope * places + 1; at < (slope + 1) * places - 1; at += 1) {
      sums[at] = (votes[at - 1] ?? 0) + (votes[at] ?? 0) + (votes[at + 1] ?? 0)
    }
  }
  return sums
}

function highest(votes: Float32Array): number {
  let best = 0
  for (let at = 1; at < votes.length; at += 1) {
    if ((votes[at] ?? 0) > (votes[best] ?? 0)) {
      best = at
    }
  }
  return best
}

function clear(votes: Float32Array, places: number, slope: number, place: number): void {
  const [from, to] = [Math.max(0, slope - SAME.slopes), Math.min(SLOPES - 1, slope + SAME.slopes)]
  for (let row = from; row <= to; row += 1) {
    votes.fill(
      0,
      row * places + Math.max(0, place - SAME.places),
      row * places + Math.min(places, place + SAME.places + 1),
    )
  }
}

const NUDGES = [0, -0.015, -0.01, -0.005, 0.005, 0.01, 0.015] as const

/** The lean at which most of the line's own steps lie on it. */
function finer(map: StepMap, line: Line): Line {
  let best = line
  let most = 0
  for (const nudge of NUDGES) {
    for (const shift of [0, -1, 1]) {
      const tried = { at: line.at + shift, slope: line.slope + nudge }
      const sum = stepsAlong(map, tried)
      if (sum > most) {
        ;[best, most] = [tried, sum]
      }
    }
  }
  return best
}

function stepsAlong({ width, height, steps }: StepMap, { at, slope }: Line): number {
  let sum = 0
  for (let y = 0; y < height; y += 1) {
    const x = Math.round(at + slope * (y - height / 2))
    sum += x >= 0 && x < width && (steps[y * width + x] ?? 0) > 0 ? 1 : 0
  }
  return sum
}
