import type { Point, TextBox } from './quad'
import { inReadingDirection, smallestBox } from './smallestBox'

/** How sure the detector is, pixel by pixel, that it sees text. */
export interface TextMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

/** The usual settings of this detector; `IS_TEXT` and `SURE` are probabilities. */
const IS_TEXT = 0.3
const SURE = 0.5
const SHORTEST_SIDE = 3
/** The detector marks the heart of a line; the whole of it is wider by this share of area to outline. */
const GROWTH = 1.7

/** Makes boxes of a map: each connected patch is a line. */
export function textBoxes(map: TextMap): readonly TextBox[] {
  const visited = new Uint8Array(map.width * map.height)
  const boxes: TextBox[] = []
  for (let start = 0; start < visited.length; start += 1) {
    if (visited[start] === 0 && (map.data[start] ?? 0) > IS_TEXT) {
      const box = boxOfPatch(map, visited, start)
      if (box !== null) {
        boxes.push(box)
      }
    }
  }
  return boxes
}

function boxOfPatch(map: TextMap, visited: Uint8Array, start: number): TextBox | null {
  const { outline, sum, count } = followPatch(map, visited, start)
  if (sum / count < SURE) {
    return null
  }
  const heart = smallestBox(outline)
  if (heart === null || Math.min(heart.length, heart.height) < SHORTEST_SIDE) {
    return null
  }
  return grown(inReadingDirection(heart))
}

interface Patch {
  /** First and last pixel of every run of pixels: enough for the hull. */
  readonly outline: readonly Point[]
  readonly sum: number
  readonly count: number
}

function followPatch({ data, width, height }: TextMap, visited: Uint8Array, start: number): Patch {
  const stack = [start]
  const outline: Point[] = []
  let sum = 0
  let count = 0
  visited[start] = 1
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const x = place % width
    const y = (place - x) / width
    sum += data[place] ?? 0
    count += 1
    let isEdge = false
    for (const [next, inside] of [
      [place - 1, x > 0],
      [place + 1, x < width - 1],
      [place - width, y > 0],
      [place + width, y < height - 1],
    ] as const) {
      if (!inside || (data[next] ?? 0) <= IS_TEXT) {
        isEdge = true
      } else if (visited[next] === 0) {
        visited[next] = 1
        stack.push(next)
      }
    }
    if (isEdge) {
      outline.push({ x, y }, { x: x + 1, y: y + 1 })
    }
  }
  return { outline, sum, count }
}

function grown({ origin, along, length, height }: TextBox): TextBox {
  const margin = (length * height * GROWTH) / (2 * (length + height))
  return {
    origin: {
      x: origin.x - along.x * margin + along.y * margin,
      y: origin.y - along.y * margin - along.x * margin,
    },
    along,
    length: length + 2 * margin,
    height: height + 2 * margin,
  }
}
