import type { Layout } from '../../../shared/imaging/layouts'
import type { Sheet } from './paper/flattenPaper'
import { pauseVote } from './pauseVote'
import { withoutRules } from './withoutRules'

/** Frames of certificates and the border of the paper lie outside. */
const MARGIN = 0.08
/** What may lie beyond the edge of the paper after all. */
const EDGE = 0.06
/** How much each sign counts. */
const WEIGHTS = { anchor: 2, title: 1, ragged: 0.6, pauses: 1 } as const

/** Votes that a sheet whose rows are level stands upright (above 0) or upside down (below 0). */
export function uprightVotes(
  sheet: Sheet,
  ink: Uint8Array,
  { anchor, isCard, hasEmblem, signatureBox }: Layout,
): number {
  const print = withoutRules(ink, sheet)
  return (
    WEIGHTS.anchor * anchorVote(sheet, ink, anchor, hasEmblem) +
    (isCard ? 0 : WEIGHTS.title * titleVote(print, sheet)) +
    WEIGHTS.ragged * raggedVote(print, sheet) +
    // Statements are sentences; certificates and cards have few.
    (signatureBox ? WEIGHTS.pauses * pauseVote(ink, sheet) : 0)
  )
}

function anchorVote(sheet: Sheet, ink: Uint8Array, anchor: Layout['anchor'], isOpen: boolean): number {
  // A copy without colour shows an emblem as a dark field.
  const red = anchor?.of === 'red' ? redPlace(sheet, isOpen) : null
  const place = red ?? densePlace(ink, sheet)
  if (!anchor || !place) {
    return 0
  }
  return limit(((place.x - 0.5) * anchor.x + (place.y - 0.5) * anchor.y) * 5)
}

/** Middle of what is red; of seals only what is open, for an emblem is a full red field. */
function redPlace(
  { data, width, height }: Sheet,
  isOpen: boolean,
): { readonly x: number; readonly y: number } | null {
  const size = 16
  let [sx, sy, count] = [0, 0, 0]
  for (let top = 0; top + size <= height; top += size) {
    for (let left = 0; left + size <= width; left += size) {
      let red = 0
      for (let y = top; y < top + size; y += 1) {
        for (let x = left; x < left + size; x += 1) {
          const at = (y * width + x) * 3
          const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
          red += r > 1.5 * g + 12 && r > 1.5 * b + 12 ? 1 : 0
        }
      }
      const share = red / (size * size)
      if (share > 0.06 && (!isOpen || share < 0.75)) {
        sx += (left + size / 2) * share
        sy += (top + size / 2) * share
        count += share
      }
    }
  }
  return count < 0.5 ? null : { x: sx / count / width, y: sy / count / height }
}

/** Middle of what is densely dark: hair and clothes of a portrait. */
function densePlace(
  ink: Uint8Array,
  { width, height }: Sheet,
): { readonly x: number; readonly y: number } | null {
  const size = Math.max(4, Math.round(Math.max(width, height) / 50))
  // The edges may take in some of a dark ground.
  const margin = Math.round(Math.min(width, height) * EDGE)
  let [sx, sy, count] = [0, 0, 0]
  for (let top = margin; top + size <= height - margin; top += size) {
    for (let left = margin; left + size <= width - margin; left += size) {
      let dark = 0
      for (let y = top; y < top + size; y += 1) {
        for (let x = left; x < left + size; x += 1) {
          dark += ink[y * width + x] ?? 0
        }
      }
      if (dark > size * size * 0.62) {
        sx += left + size / 2
        sy += top + size / 2
        count += 1
      }
    }
  }
  return count < 6 ? null : { x: sx / count / width, y: sy / count / height }
}

/** The title is the heaviest print of the middle columns and stands above. */
function titleVote(ink: Uint8Array, { width, height }: Sheet): number {
  const [from, to] = [Math.floor(width * 0.32), Math.floor(width * 0.68)]
  const heaviest = (start: number, end: number): number => {
    let [best, mass, rows] = [0, 0, 0]
    for (let y = start; y < end; y += 1) {
      let dark = 0
      for (let x = from; x < to; x += 1) {
        dark += ink[y * width + x] ?? 0
      }
      if (dark > (to - from) * 0.01) {
        mass += dark
        rows += 1
        continue
      }
      if (rows > 4 && rows < height * 0.14) {
        best = Math.max(best, mass)
      }
      ;[mass, rows] = [0, 0]
    }
    return best
  }
  const above = heaviest(Math.floor(height * MARGIN), Math.floor(height * 0.36))
  const below = heaviest(Math.floor(height * 0.64), Math.floor(height * (1 - MARGIN)))
  return above + below === 0 ? 0 : (above - below) / (above + below)
}

/** Rows begin along one line on the left and end where their text ends. */
function raggedVote(ink: Uint8Array, { width, height }: Sheet): number {
  const [from, to] = [Math.floor(width * MARGIN), Math.ceil(width * (1 - MARGIN))]
  const starts: number[] = []
  const ends: number[] = []
  for (let y = Math.floor(height * MARGIN); y < height * (1 - MARGIN); y += 3) {
    let [first, last] = [-1, -1]
    for (let x = from; x < to; x += 1) {
      if (ink[y * width + x] === 1) {
        first = first < 0 ? x : first
        last = x
      }
    }
    if (last - first > width * 0.15) {
      starts.push(first / width)
      ends.push(last / width)
    }
  }
  if (starts.length < 20) {
    return 0
  }
  const [left, right] = [quantile(starts, 0.1), quantile(ends, 0.9)]
  const regular = (values: readonly number[], line: number): number =>
    values.filter((value) => Math.abs(value - line) < 0.035).length / values.length
  return regular(starts, left) - regular(ends, right)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

function limit(value: number): number {
  return Math.max(-1, Math.min(1, value))
}
