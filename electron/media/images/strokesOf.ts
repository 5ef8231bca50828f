import type { PageBox } from '../../../shared/imaging/layouts'
import type { Sheet } from './paper/flattenPaper'

/** Box round ink that hangs together, in pixels of the sheet. */
export interface Stroke {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Marks smaller than this are noise. */
const LEAST_PIXELS = 4

/** Connected strokes within a part of the sheet. */
export function strokesOf(ink: Uint8Array, { width, height }: Sheet, box: PageBox): readonly Stroke[] {
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
        strokes.push({ left, top, right, bottom })
      }
    }
  }
  return strokes
}

/** Joins strokes whose boxes are at most so far apart, again and again until none is. */
export function joinStrokes(strokes: readonly Stroke[], across: number, down: number): readonly Stroke[] {
  const joined: Stroke[] = []
  for (const stroke of strokes) {
    let grown = stroke
    for (let index = 0; index < joined.length;) {
      const other = joined[index]
      if (other !== undefined && areNear(grown, other, across, down)) {
        grown = {
          left: Math.min(grown.left, other.left),
          top: Math.min(grown.top, other.top),
          right: Math.max(grown.right, other.right),
          bottom: Math.max(grown.bottom, other.bottom),
        }
        // It has grown, so that those it was compared to before may be near now.
        joined.splice(index, 1)
        index = 0
      } else {
        index += 1
      }
    }
    joined.push(grown)
  }
  return joined
}

function areNear(one: Stroke, other: Stroke, across: number, down: number): boolean {
  return (
    one.left - across <= other.right &&
    other.left - across <= one.right &&
    one.top - down <= other.bottom &&
    other.top - down <= one.bottom
  )
}
