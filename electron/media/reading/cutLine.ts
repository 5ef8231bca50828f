import type { Pixels } from '../images/decodePixels'
import { evenOut } from './evenOut'
import type { TextBox } from './quad'

/** Height that the recognizer was trained on. */
export const LINE_HEIGHT = 48

/** One line as the recognizer wants it: blue, green, red planes, each value from -1 to 1. */
export interface LineStrip {
  readonly planes: Float32Array
  readonly width: number
  /** Width of its characters as a share of what they would have in a box that is cut whole. */
  readonly press: number
}

/** How a line is cut out of its box. */
export interface LineCut {
  /**
   * Below 1 characters become narrower: the recognizer has learnt on lines that were pressed together, and takes as long as its
   * line is wide.
   */
  readonly press: number
  /** Share of the box's height that is kept, around its middle; all of it unless given. Its characters become larger. */
  readonly height?: number
  /** Whether ink is made black and paper white, and strokes thinner. */
  readonly isEvened?: boolean
}

/** Cuts a line out of a picture and lays it straight, 48 pixels high. The box is in pixels of that picture. */
export function cutLine(
  pixels: Pixels,
  box: TextBox,
  { press, height = 1, isEvened = false }: LineCut,
): LineStrip {
  const rows = box.height * height
  const above = (box.height - rows) / 2
  const width = Math.max(LINE_HEIGHT / 2, Math.round((box.length / rows) * LINE_HEIGHT * press))
  const planes = new Float32Array(3 * LINE_HEIGHT * width)
  const stepX = box.length / width
  const stepY = rows / LINE_HEIGHT
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    const down = above + (row + 0.5) * stepY
    for (let column = 0; column < width; column += 1) {
      const right = (column + 0.5) * stepX
      const x = box.origin.x + box.along.x * right - box.along.y * down
      const y = box.origin.y + box.along.y * right + box.along.x * down
      sample(pixels, x - 0.5, y - 0.5, planes, row * width + column, LINE_HEIGHT * width)
    }
  }
  if (isEvened) {
    evenOut(planes)
  }
  return { planes, width, press: press / height }
}

/** Bilinear between the four pixels around a place; beyond the edge the edge goes on. */
function sample(
  { data, width, height }: Pixels,
  x: number,
  y: number,
  planes: Float32Array,
  place: number,
  planeSize: number,
): void {
  const cx = Math.min(Math.max(x, 0), width - 1)
  const cy = Math.min(Math.max(y, 0), height - 1)
  const left = Math.floor(cx)
  const top = Math.floor(cy)
  const fx = cx - left
  const fy = cy - top
  const right = Math.min(left + 1, width - 1)
  const bottom = Math.min(top + 1, height - 1)
  const at = [top * width + left, top * width + right, bottom * width + left, bottom * width + right] as const
  for (let channel = 0; channel < 3; channel += 1) {
    const source = 2 - channel
    const upper = (data[at[0] * 3 + source] ?? 0) * (1 - fx) + (data[at[1] * 3 + source] ?? 0) * fx
    const lower = (data[at[2] * 3 + source] ?? 0) * (1 - fx) + (data[at[3] * 3 + source] ?? 0) * fx
    planes[channel * planeSize + place] = (upper * (1 - fy) + lower * fy) / 127.5 - 1
  }
}
