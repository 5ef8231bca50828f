import type { SmallMap } from './smallMap'

type Colour = readonly [number, number, number]

interface PaperColours {
  readonly inside: Colour
  readonly outside: Colour
}

/** A straight edge near the left side of a map: `x = at + slope * (y - height / 2)`. */
export interface Edge {
  readonly at: number
  readonly slope: number
  readonly colours: PaperColours
}

/** Width of the bands compared on both sides of an edge: a ruled line is thinner and does not count. */
const BAND = 5
const SLOPES = Array.from({ length: 15 }, (_, index) => (index - 7) * 0.06)
/** An edge is looked for along the middle of the side; paper that is pushed out of the frame reaches another half. */
const ALONG = [
  { from: 0.25, to: 0.75 },
  { from: 0.45, to: 0.95 },
  { from: 0.05, to: 0.55 },
] as const
const FINER = [-0.04, -0.02, 0.02, 0.04] as const
const ROWS = 28
/** The slope of the light makes far lower steps than the edge of paper further in. */
const LEAST_OF_STEEPEST = 0.12
/** The shadow of the paper ends this near to its edge, which is that much steeper. */
const SHADOW = 9
const STEEPER = 1.5
/** Share of the rows that must show the same step. */
const LEAST_AGREEING = 0.85
/** Edges further in than this are drawn on the paper. */
const DEEPEST = 0.45

interface Candidate extends Edge {
  readonly step: number
}

/** What is asked of an edge: its least step in levels, and how it leans. */
export interface EdgeSearch {
  readonly leastStep: number
  readonly slopes: { readonly from: number; readonly to: number }
}

/** The outermost straight and steep step of colour along the left side. */
export function findEdge(map: SmallMap, search: EdgeSearch): Edge | null {
  const sums = prefixSums(map)
  for (const { from, to } of ALONG) {
    const rows = Array.from({ length: ROWS }, (_, index) =>
      Math.floor(map.height * (from + ((to - from) * (index + 0.5)) / ROWS)),
    )
    const found = outermost(map, sums, rows, search)
    if (found) {
      return found
    }
  }
  return null
}

function outermost(
  map: SmallMap,
  sums: Float64Array,
  rows: readonly number[],
  { leastStep, slopes }: EdgeSearch,
): Candidate | null {
  const leaning = SLOPES.filter((slope) => slope >= slopes.from && slope <= slopes.to)
  const best: (Candidate | null)[] = []
  for (let at = 2; at < map.width * DEEPEST; at += 1) {
    let steepest: Candidate | null = null
    for (const slope of leaning) {
      const candidate = stepAlong(map, sums, rows, at, slope)
      if (candidate && candidate.step >= leastStep && candidate.step > (steepest?.step ?? 0)) {
        steepest = candidate
      }
    }
    best.push(steepest)
  }
  const steps = best.map((candidate) => candidate?.step ?? 0)
  const least = Math.max(...steps) * LEAST_OF_STEEPEST
  let index = steps.findIndex((step, place) => step > 0 && step >= least && isTop(steps, place))
  for (let place = index + 1; index >= 0 && place <= index + SHADOW && place < steps.length; place += 1) {
    const isSteeper = (steps[place] ?? 0) > (steps[index] ?? 0) * STEEPER && isTop(steps, place)
    if (isSteeper && rise(best[index]) < 0 && rise(best[place]) > 0) {
      index = place
      break
    }
  }
  const found = best[index]
  if (!found) {
    return null
  }
  const finer = FINER.map((offset) => stepAlong(map, sums, rows, found.at, found.slope + offset))
  return finer.reduce<Candidate>((one, other) => (other && other.step > one.step ? other : one), found)
}

/** How much brighter it is inside: below 0 where a shadow begins. */
function rise(candidate: Candidate | null | undefined): number {
  const sum = ([red, green, blue]: Colour): number => red + green + blue
  return candidate ? sum(candidate.colours.inside) - sum(candidate.colours.outside) : 0
}

function isTop(steps: readonly number[], place: number): boolean {
  return (steps[place] ?? 0) >= Math.max(steps[place + 1] ?? 0, steps[place + 2] ?? 0)
}

/** Sums along each row, the three planes side by side. */
function prefixSums({ planes, width, height }: SmallMap): Float64Array {
  const [red, green, blue] = planes
  const sums = new Float64Array((width + 1) * height * 3)
  for (let y = 0; y < height; y += 1) {
    let [r, g, b] = [0, 0, 0]
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      r += red[at] ?? 0
      g += green[at] ?? 0
      b += blue[at] ?? 0
      const to = (y * (width + 1) + x + 1) * 3
      sums[to] = r
      sums[to + 1] = g
      sums[to + 2] = b
    }
  }
  return sums
}

function stepAlong(
  map: SmallMap,
  sums: Float64Array,
  rows: readonly number[],
  at: number,
  slope: number,
): Candidate | null {
  const inside: [number, number, number] = [0, 0, 0]
  const outside: [number, number, number] = [0, 0, 0]
  const changes = new Float64Array(rows.length * 3)
  let used = 0
  for (const y of rows) {
    const x = Math.round(at + slope * (y - map.height / 2))
    if (x < 2 || x + 1 + BAND > map.width) {
      continue
    }
    const from = Math.max(0, x - BAND)
    const row = y * (map.width + 1)
    const [a, b, c, d] = [(row + from) * 3, (row + x) * 3, (row + x + 1) * 3, (row + x + 1 + BAND) * 3]
    for (let plane = 0; plane < 3; plane += 1) {
      const beyond = ((sums[b + plane] ?? 0) - (sums[a + plane] ?? 0)) / (x - from)
      const within = ((sums[d + plane] ?? 0) - (sums[c + plane] ?? 0)) / BAND
      outside[plane] = (outside[plane] ?? 0) + beyond
      inside[plane] = (inside[plane] ?? 0) + within
      changes[used * 3 + plane] = within - beyond
    }
    used += 1
  }
  if (used < rows.length * 0.8) {
    return null
  }
  const mean = [0, 1, 2].map((plane) => ((inside[plane] ?? 0) - (outside[plane] ?? 0)) / used)
  const step = Math.hypot(...mean)
  if (agreeing(changes, used, mean, step) < used * LEAST_AGREEING) {
    return null
  }
  const colourOf = (sum: readonly [number, number, number]): Colour => [
    sum[0] / used,
    sum[1] / used,
    sum[2] / used,
  ]
  return { at, slope, step, colours: { inside: colourOf(inside), outside: colourOf(outside) } }
}

/** Rows whose own step goes the way of the mean one. */
function agreeing(changes: Float64Array, used: number, mean: readonly number[], step: number): number {
  const [red = 0, green = 0, blue = 0] = mean
  let count = 0
  for (let at = 0; at < used * 3; at += 3) {
    const along = (changes[at] ?? 0) * red + (changes[at + 1] ?? 0) * green + (changes[at + 2] ?? 0) * blue
    count += along > step * step * 0.4 ? 1 : 0
  }
  return count
}
