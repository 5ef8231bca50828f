import type { PageBox } from '../../../shared/imaging/layouts'
import type { Finding } from '../../../shared/imaging/findings'
import type { Sheet } from './paper/flattenPaper'
import { joinStrokes, strokesOf, type Stroke } from './strokesOf'
import { withoutRules } from './withoutRules'

export interface Signature {
  /** Height of the highest writing in the place of the signature, in heights of the printed characters. */
  readonly strokes: number
  readonly region: NonNullable<Finding['region']> | null
}

/** Printed characters that must be seen above to know their height, and the pixels that one has at least. */
const PRINTED = { least: 20, height: 5, percentile: 0.75 }
/** By how much ink is redder than the paper about it where it is a seal's, as a share of its green and in levels. */
const RED = { share: 1.15, levels: 8 }
/** Strokes this close belong to one piece of writing: characters of a line, but not lines below each other; in heights of print. */
const NEAR = { across: 0.3, down: 0.12 }

/**
 * Looks for handwriting where it belongs. Printed characters next to each other are a line as high as one of them,
 * in whatever font; written ones are larger, and lean and run into each other.
 */
export function measureSignature(sheet: Sheet, ink: Uint8Array, box: PageBox): Signature | null {
  const marks = withoutRules(ink, sheet)
  const above = strokesOf(marks, sheet, { left: 0.05, top: 0.05, right: 0.95, bottom: box.top })
  const heights = above.map(heightOf).filter((height) => height >= PRINTED.height)
  if (heights.length < PRINTED.least) {
    return null
  }
  heights.sort((a, b) => a - b)
  const printed = heights[Math.floor(heights.length * PRINTED.percentile)] ?? 1
  clearSealInk(marks, ink, sheet, box)
  const joined = joinStrokes(strokesOf(marks, sheet, box), NEAR.across * printed, NEAR.down * printed)
  const highest = joined.reduce<Stroke | null>(
    (best, one) => (best === null || writtenHeight(one) > writtenHeight(best) ? one : best),
    null,
  )
  return highest === null
    ? { strokes: 0, region: null }
    : { strokes: writtenHeight(highest) / printed, region: regionOf(highest, sheet) }
}

function heightOf({ top, bottom }: Stroke): number {
  return bottom - top + 1
}

/** What is much higher than wide is what is left of a ruled line, and counts by its width. */
function writtenHeight(stroke: Stroke): number {
  return Math.min(heightOf(stroke), 2 * (stroke.right - stroke.left + 1))
}

/** Takes away the ink of a seal that lies over the place; the tint of the light is that of the paper there. */
function clearSealInk(
  marks: Uint8Array,
  ink: Uint8Array,
  { data, width, height }: Sheet,
  box: PageBox,
): void {
  const [left, right] = [Math.floor(box.left * width), Math.floor(box.right * width)]
  const [top, bottom] = [Math.floor(box.top * height), Math.floor(box.bottom * height)]
  let [red, green] = [1, 1]
  for (let y = top; y < bottom; y += 2) {
    for (let at = y * width + left; at < y * width + right; at += 2) {
      if (ink[at] === 0) {
        red += data[at * 3] ?? 0
        green += data[at * 3 + 1] ?? 0
      }
    }
  }
  const tint = (red / green) * RED.share
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) {
      if (marks[at] === 1 && (data[at * 3] ?? 0) > (data[at * 3 + 1] ?? 0) * tint + RED.levels) {
        marks[at] = 0
      }
    }
  }
}

function regionOf(stroke: Stroke, sheet: Sheet): Signature['region'] {
  const corners = [
    [stroke.left, stroke.top],
    [stroke.right + 1, stroke.top],
    [stroke.right + 1, stroke.bottom + 1],
    [stroke.left, stroke.bottom + 1],
  ].map(([x = 0, y = 0]) => sheet.toPicture(x / sheet.width, y / sheet.height))
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
