import type { TextLine } from '../../../shared/reading/textLine'

/** A line in a picture of 1000 by 1000, a character 20 wide unless told otherwise. */
export function textAt(text: string, left: number, top: number, part: Partial<Box> = {}): TextLine {
  const { width = Array.from(text).length * 20, height = 24, confidence = 0.95, least = 0.9 } = part
  const [x0, y0, x1, y1] = [left / 1000, top / 1000, (left + width) / 1000, (top + height) / 1000]
  return {
    text,
    confidence,
    least,
    corners: [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ],
  }
}

interface Box {
  readonly width: number
  readonly height: number
  readonly confidence: number
  readonly least: number
}
