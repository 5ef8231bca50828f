import type { Pixels } from './decodePixels'

/** Every third pixel of a row tells as much as all of them. */
const STEP = 3
/** Levels by which pixels of a drawn row differ at most from its colour: JPEG keeps even areas to the level. */
const SAME = 1
/** Share of a row that has its colour; the rest is words and buttons. */
const LEAST_SHARE = 0.5
/** Columns at which the colour of a row is looked for, as a share of its width. */
const ASKED = [0.02, 0.26, 0.51, 0.98] as const
/** A row where the picture begins, or another bar, differs from the one two before by this much over this share of its width, */
const CHANGED = { sum: 6, share: 0.85 }
/** and does so within this share of the width from both borders of the frame, where no paper reaches. */
const RIM = 0.008
/** Bars take at most half of a screen at either end, and rows with words are few. */
const MOST_DEPTH = 0.5
const LEAST_EVEN = 0.6
/** Rows after which a frame without bars is given up. */
const TRIED = 12

/**
 * Percent of the height that bars take, above and below, that a computer drew: rows of one colour to the last level
 * which end in a line exactly along the rows, from one border of the frame to the other. A photograph's light wanders,
 * its sensor's noise moves every pixel, and whatever is straight in it is tilted or ends before the frame does.
 */
export function measureBars(pixels: Pixels): number {
  const depth = depthOfBars(pixels, true) + depthOfBars(pixels, false)
  return (100 * depth) / pixels.height
}

function depthOfBars(pixels: Pixels, fromTop: boolean): number {
  const rowAt = (index: number): number => (fromTop ? index : pixels.height - 1 - index)
  let [deepest, even] = [0, 0]
  for (let index = 1; index + 1 < pixels.height * MOST_DEPTH; index += 1) {
    const isEven = isEvenRow(pixels, rowAt(index - 1))
    even += isEven ? 1 : 0
    if (even < index * LEAST_EVEN) {
      if (index >= TRIED) {
        break
      }
    } else if (isEven && changesAcross(pixels, rowAt(index - 1), rowAt(index + 1))) {
      deepest = index
    }
  }
  return deepest
}

function isEvenRow({ data, width }: Pixels, row: number): boolean {
  const start = row * width * 3
  const end = start + width * 3
  return ASKED.some((share) => {
    const asked = start + Math.floor(share * (width - 1)) * 3
    const [red, green, blue] = [data[asked] ?? 0, data[asked + 1] ?? 0, data[asked + 2] ?? 0]
    let same = 0
    for (let at = start; at < end; at += 3 * STEP) {
      if (
        Math.abs((data[at] ?? 0) - red) <= SAME &&
        Math.abs((data[at + 1] ?? 0) - green) <= SAME &&
        Math.abs((data[at + 2] ?? 0) - blue) <= SAME
      ) {
        same += 1
      }
    }
    return same * STEP >= width * LEAST_SHARE
  })
}

function changesAcross(pixels: Pixels, row: number, next: number): boolean {
  const { width } = pixels
  const rim = Math.max(2, Math.round(width * RIM))
  return (
    changedShare(pixels, row, next, 0, width, STEP) >= CHANGED.share &&
    changedShare(pixels, row, next, 0, rim, 1) >= CHANGED.share &&
    changedShare(pixels, row, next, width - rim, width, 1) >= CHANGED.share
  )
}

function changedShare(
  { data, width }: Pixels,
  row: number,
  next: number,
  from: number,
  to: number,
  step: number,
): number {
  let [changed, count] = [0, 0]
  for (let x = from; x < to; x += step) {
    const [one, other] = [(row * width + x) * 3, (next * width + x) * 3]
    const sum =
      Math.abs((data[one] ?? 0) - (data[other] ?? 0)) +
      Math.abs((data[one + 1] ?? 0) - (data[other + 1] ?? 0)) +
      Math.abs((data[one + 2] ?? 0) - (data[other + 2] ?? 0))
    changed += sum >= CHANGED.sum ? 1 : 0
    count += 1
  }
  return count === 0 ? 0 : changed / count
}
