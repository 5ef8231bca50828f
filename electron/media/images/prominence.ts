import { SPECTRUM_EDGE } from './fourier'

/** Levels of several spectra, added up. */
export interface Levels {
  /** As they are. */
  readonly own: Float32Array
  /** Of each place the most that is found within one step of it, because a grid's frequency drifts over the picture. */
  readonly pooled: Float32Array
}

/** Neighbourhood over whose mean a peak must rise to be looked at. */
const NEAR = 7
/** The ring about a peak, to whose highest levels it is compared. */
const RING = { from: 4, to: 7 }
/** So many of the ring's levels may be higher: another peak of the grid may lie there, a ray of the spectrum has more. */
const EXEMPT = 22

const EDGE = SPECTRUM_EDGE
const MASK = SPECTRUM_EDGE - 1

export function emptyLevels(): Levels {
  return { own: new Float32Array(EDGE * EDGE), pooled: new Float32Array(EDGE * EDGE) }
}

/** Place of a frequency, in steps of the spectrum across and down, of either sign. */
export function placeOf(u: number, v: number): number {
  return (v & MASK) * EDGE + (u & MASK)
}

export function addLevels(levels: Float32Array, { own, pooled }: Levels): void {
  const along = new Float32Array(EDGE * EDGE)
  for (let row = 0; row < EDGE * EDGE; row += EDGE) {
    let before = levels[row + MASK] ?? 0
    let here = levels[row] ?? 0
    for (let u = 0; u < EDGE; u += 1) {
      const after = levels[row + ((u + 1) & MASK)] ?? 0
      const most = before > here ? before : here
      along[row + u] = most > after ? most : after
      own[row + u] = (own[row + u] ?? 0) + here
      before = here
      here = after
    }
  }
  for (let v = 0; v < EDGE; v += 1) {
    const above = ((v - 1) & MASK) * EDGE
    const row = v * EDGE
    const below = ((v + 1) & MASK) * EDGE
    for (let u = 0; u < EDGE; u += 1) {
      const a = along[above + u] ?? 0
      const b = along[row + u] ?? 0
      const c = along[below + u] ?? 0
      const most = a > b ? a : b
      pooled[row + u] = (pooled[row + u] ?? 0) + (most > c ? most : c)
    }
  }
}

/** By how much each pooled level rises over the mean of its neighbourhood: cheap, and enough to choose peaks by. */
export function risesOf({ own, pooled }: Levels): Float32Array {
  const sums = boxSums(own)
  const count = (2 * NEAR + 1) ** 2
  return sums.map((sum, at) => (pooled[at] ?? 0) - sum / count)
}

/**
 * By how much a peak rises over the ring about it, whose highest levels count: strokes, edges and lines of a table give
 * rays in a spectrum, which go on through the ring; a grid gives points, which do not.
 */
export function standsOut({ pooled }: Levels, u: number, v: number): number {
  const ring: number[] = []
  for (let dv = -RING.to; dv <= RING.to; dv += 1) {
    for (let du = -RING.to; du <= RING.to; du += 1) {
      if (Math.abs(du) >= RING.from || Math.abs(dv) >= RING.from) {
        ring.push(pooled[placeOf(u + du, v + dv)] ?? 0)
      }
    }
  }
  ring.sort((a, b) => b - a)
  return (pooled[placeOf(u, v)] ?? 0) - (ring[EXEMPT] ?? 0)
}

/** Sum over the square about each place; a spectrum goes on at its other side. */
function boxSums(levels: Float32Array): Float32Array {
  const along = new Float32Array(EDGE * EDGE)
  for (let row = 0; row < EDGE * EDGE; row += EDGE) {
    let sum = 0
    for (let u = -NEAR; u <= NEAR; u += 1) {
      sum += levels[row + (u & MASK)] ?? 0
    }
    for (let u = 0; u < EDGE; u += 1) {
      along[row + u] = sum
      sum += (levels[row + ((u + NEAR + 1) & MASK)] ?? 0) - (levels[row + ((u - NEAR) & MASK)] ?? 0)
    }
  }
  const whole = new Float32Array(EDGE * EDGE)
  const columns = new Float32Array(EDGE)
  for (let v = -NEAR; v <= NEAR; v += 1) {
    addRow(columns, along, (v & MASK) * EDGE, 1)
  }
  for (let v = 0; v < EDGE; v += 1) {
    whole.set(columns, v * EDGE)
    addRow(columns, along, ((v + NEAR + 1) & MASK) * EDGE, 1)
    addRow(columns, along, ((v - NEAR) & MASK) * EDGE, -1)
  }
  return whole
}

function addRow(columns: Float32Array, values: Float32Array, start: number, sign: 1 | -1): void {
  for (let u = 0; u < columns.length; u += 1) {
    columns[u] = (columns[u] ?? 0) + sign * (values[start + u] ?? 0)
  }
}
