import type { PageBox } from '../../../shared/imaging/layouts'
import type { Finding } from '../../../shared/imaging/findings'
import type { Sheet } from './flattenPaper'
import { withoutRules } from './withoutRules'

export interface Signature {
  /** Length of the longest stroke that hangs together, in heights of the printed characters. */
  readonly strokes: number
  readonly region: NonNullable<Finding['region']> | null
}

interface Stroke {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly pixels: number
}

/** Marks smaller than this are noise. */
const LEAST_PIXELS = 4

/** Looks for handwriting: strokes that run on over more than one printed character. */
export function measureSignature(sheet: Sheet, ink: Uint8Array, box: PageBox): Signature | null {
  const marks = withoutRules(ink, sheet)
  const all = strokesOf(marks, sheet, { left: 0.05, top: 0.05, right: 0.95, bottom: box.top })
  const heights = all.map(({ top, bottom }) => bottom - top + 1).filter((height) => height >= 5)
  if (heights.length < 20) {
    return null
  }
  heights.sort((a, b) => a - b)
  const printed = heights[Math.floor(heights.length * 0.75)] ?? 1
  const longest = strokesOf(marks, sheet, box).reduce<Stroke | null>(
    (best, stroke) => (best === null || reachOf(stroke) > reachOf(best) ? stroke : best),
    null,
  )
  if (longest === null) {
    return { strokes: 0, region: null }
  }
  return { strokes: reachOf(longest) / printed, region: regionOf(longest, sheet) }
}

/** A line that tilts out of the rows of pixels is long and low, and counts by its height alone. */
function reachOf({ left, top, right, bottom }: Stroke): number {
  const [wide, high] = [right - left + 1, bottom - top + 1]
  return Math.hypot(Math.min(wide, high * 4), Math.min(high, wide * 4))
}

/** Connected strokes within a part of the sheet. */
function strokesOf(ink: Uint8Array, { width, height }: Sheet, box: PageBox): readonly Stroke[] {
  const [x0, x1] = [Math.floor(box.left * width), Math.min(width, Math.ceil(box.right * width))]
  const [y0, y1] = [Math.floor(box.top * height), Math.min(height, Math.ceil(box.bottom * height))]
  const seen = new Uint8Array(ink.length)
  const strokes: Stroke[] = []
  const pending: number[] = []
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const start = y * width + x
      if (ink[start] !== 1 || seen[start] === 1) {
        continue
      }
      seen[start] = 1
      pending.push(start)
      let [left, right, top, bottom, pixels] = [x, x, y, y, 0]
      for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
        const px = at % width
        const py = (at - px) / width
        left = Math.min(left, px)
        right = Math.max(right, px)
        top = Math.min(top, py)
        bottom = Math.max(bottom, py)
        pixels += 1
        for (let ny = Math.max(y0, py - 1); ny <= Math.min(y1 - 1, py + 1); ny += 1) {
          for (let nx = Math.max(x0, px - 1); nx <= Math.min(x1 - 1, px + 1); nx += 1) {
            const near = ny * width + nx
            if (ink[near] === 1 && seen[near] === 0) {
              seen[near] = 1
              pending.push(near)
            }
          }
        }
      }
      if (pixels >= LEAST_PIXELS) {
        strokes.push({ left, top, right, bottom, pixels })
      }
    }
  }
  return strokes
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
