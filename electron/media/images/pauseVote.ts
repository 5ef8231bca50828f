import type { Sheet } from './paper/flattenPaper'

/** Rows of text are looked at in columns of this share of the width, so that a slope of the page does not join them. */
const COLUMNS = 5
/** Height of a row of text in pixels of the sheet. */
const ROW = { least: 7, most: 30 }
/** A mark is at most so wide and high by its row, and stands wholly in the lower or upper part of it. */
const MARK = { widest: 0.42, part: 0.52, leastInk: 3 }
/** Fewer marks tell nothing. */
const LEAST_MARKS = 6

/**
 * Commas and full stops of Chinese stand at the foot of their row (GB/T 15834): above 0 when most small marks do, below
 * 0 when they hang from its head, as on a page upside down.
 */
export function pauseVote(ink: Uint8Array, { width, height }: Sheet): number {
  let [low, high] = [0, 0]
  for (let column = 0; column < COLUMNS; column += 1) {
    const [from, to] = [Math.floor((column * width) / COLUMNS), Math.floor(((column + 1) * width) / COLUMNS)]
    for (const [top, bottom] of rowsOf(ink, width, height, from, to)) {
      const marks = marksIn(ink, width, [from, to], [top, bottom])
      low += marks.low
      high += marks.high
    }
  }
  return low + high < LEAST_MARKS ? 0 : (low - high) / (low + high)
}

function rowsOf(
  ink: Uint8Array,
  width: number,
  height: number,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const rows: [number, number][] = []
  let top = -1
  for (let y = 0; y <= height; y += 1) {
    let count = 0
    for (let x = from; x < to && y < height; x += 1) {
      count += ink[y * width + x] ?? 0
    }
    const hasInk = count > 1
    if (hasInk && top < 0) {
      top = y
    } else if (!hasInk && top >= 0) {
      if (y - top >= ROW.least && y - top <= ROW.most) {
        rows.push([top, y])
      }
      top = -1
    }
  }
  return rows
}

function marksIn(
  ink: Uint8Array,
  width: number,
  [from, to]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): { readonly low: number; readonly high: number } {
  const tall = bottom - top
  let [low, high] = [0, 0]
  let [start, first, last, count] = [-1, bottom, top, 0]
  for (let x = from; x <= to; x += 1) {
    let hasInk = false
    for (let y = top; y < bottom && x < to; y += 1) {
      if (ink[y * width + x] === 1) {
        hasInk = true
        first = Math.min(first, y)
        last = Math.max(last, y)
        count += 1
      }
    }
    if (hasInk) {
      start = start < 0 ? x : start
      continue
    }
    if (start >= 0 && x - start <= tall * MARK.widest && count >= MARK.leastInk) {
      low += first >= top + tall * MARK.part ? 1 : 0
      high += last < bottom - tall * MARK.part ? 1 : 0
    }
    ;[start, first, last, count] = [-1, bottom, top, 0]
  }
  return { low, high }
}
