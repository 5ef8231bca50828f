import { openCanvas } from '../openCanvas'
import { shapeOf, type Ink, type Shape } from './characterShape'

/** Edge of the canvas and size of the print on it. */
const EDGE = 64
const SIZE = 46
/** Shapes that are kept, of four and a half kilobytes each: names of a day have fewer characters. */
const MOST_KEPT = 2000

const kept = new Map<string, Shape>()

/** The shape of a character as the application's own font draws it (Noto Sans SC). Drawn when it is first asked for. */
export function drawnShape(character: string): Shape {
  const known = kept.get(character)
  if (known !== undefined) {
    return known
  }
  if (kept.size >= MOST_KEPT) {
    kept.clear()
  }
  const shape = shapeOf(drawnInk(character))
  kept.set(character, shape)
  return shape
}

/** The ink of a drawn character. */
export function drawnInk(character: string): Ink {
  const context = openCanvas().createCanvas(EDGE, EDGE).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, EDGE, EDGE)
  context.fillStyle = '#000000'
  context.font = `${String(SIZE)}px sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(character, EDGE / 2, EDGE / 2)
  const { data } = context.getImageData(0, 0, EDGE, EDGE)
  const values = Float32Array.from({ length: EDGE * EDGE }, (_, place) => 1 - (data[place * 4] ?? 0) / 255)
  return { values, width: EDGE, height: EDGE }
}
