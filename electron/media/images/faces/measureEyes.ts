import type { Pixels } from '../decodePixels'
import type { Face, Point } from './findFaces'

/** Half of the window about an eye, by the distance between the eyes: the eye and a little skin, no brow. */
const WINDOW = { across: 0.3, down: 0.17 }
/** Points that are looked at along and down the window. */
const POINTS = { across: 30, down: 18 }
/** The iris takes an eighth of the window and more. */
const DARK = 0.08
const GROUND = 0.6
/** Most of a face's box is skin. */
const SKIN_POINTS = 32
const SKIN = 0.75

/**
 * By how much iris and lashes are darker than what is right beside them, in percent of the brightness of the skin; of the
 * weaker eye. Behind a dark glass there is no ground that is brighter, under a hand nothing that is dark.
 */
export function measureEyes(luma: Uint8Array, size: Pick<Pixels, 'width' | 'height'>, face: Face): number {
  const at = (x: number, y: number): number => {
    const column = Math.max(0, Math.min(size.width - 1, Math.round(x)))
    const row = Math.max(0, Math.min(size.height - 1, Math.round(y)))
    return luma[row * size.width + column] ?? 0
  }
  const skin = Math.max(1, levelAt(valuesIn(faceWindow(face), SKIN_POINTS, SKIN_POINTS, at), SKIN))
  const contrasts = face.eyes.map((eye) => {
    const values = valuesIn(eyeWindow(face, eye), POINTS.across, POINTS.down, at)
    return (100 * (levelAt(values, GROUND) - levelAt(values, DARK))) / skin
  })
  return Math.min(...contrasts)
}

/** A rectangle that may lean: its middle and half of its width and height as vectors. */
interface Window {
  readonly middle: Point
  readonly across: Point
  readonly down: Point
}

function faceWindow({ middle, width, height }: Face): Window {
  return { middle, across: { x: width / 2, y: 0 }, down: { x: 0, y: height / 2 } }
}

/** Leans as the face does: along the line through both eyes. */
function eyeWindow({ eyes: [right, left] }: Face, eye: Point): Window {
  const [x, y] = [left.x - right.x, left.y - right.y]
  return {
    middle: eye,
    across: { x: x * WINDOW.across, y: y * WINDOW.across },
    down: { x: -y * WINDOW.down, y: x * WINDOW.down },
  }
}

function valuesIn(
  { middle, across, down }: Window,
  columns: number,
  rows: number,
  at: (x: number, y: number) => number,
): Uint8Array {
  const values = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    const v = ((row + 0.5) / rows) * 2 - 1
    for (let column = 0; column < columns; column += 1) {
      const u = ((column + 0.5) / columns) * 2 - 1
      values[row * columns + column] = at(
        middle.x + u * across.x + v * down.x,
        middle.y + u * across.y + v * down.y,
      )
    }
  }
  return values.sort()
}

function levelAt(sorted: Uint8Array, share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0
}
