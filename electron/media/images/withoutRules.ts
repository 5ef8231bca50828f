import type { Sheet } from './paper/flattenPaper'

/** A run of ink this long, in share of the sheet's width, is a ruled line. */
const RULED = 0.07

/** Ink without long straight runs along rows and columns: borders of tables and lines to write on. */
export function withoutRules(ink: Uint8Array, { width, height }: Sheet): Uint8Array {
  const kept = Uint8Array.from(ink)
  const least = Math.ceil(width * RULED)
  for (let y = 0; y < height; y += 1) {
    clearRuns(ink, kept, { from: y * width, step: 1, length: width }, least)
  }
  for (let x = 0; x < width; x += 1) {
    clearRuns(ink, kept, { from: x, step: width, length: height }, least)
  }
  return kept
}

/** Pixels of a row or a column. */
interface Row {
  readonly from: number
  readonly step: number
  readonly length: number
}

function clearRuns(ink: Uint8Array, kept: Uint8Array, { from, step, length }: Row, least: number): void {
  const end = from + step * length
  let run = 0
  for (let at = from; at <= end; at += step) {
    if (at < end && ink[at] === 1) {
      run += 1
      continue
    }
    if (run >= least) {
      for (let back = at - run * step; back < at; back += step) {
        kept[back] = 0
      }
    }
    run = 0
  }
}
