import { cutLine } from './cutLine'
import { detectLines } from './detectLines'
import { lengthened, spanIn } from './lengthened'
import { markUnread } from './markUnread'
import { boxBetween, cornersOf, type TextBox } from './quad'
import { readingModels } from './readingModels'
import { recognizeLine, type ReadCharacter } from './recognizeLine'
import type { Pixels } from '../images/decodePixels'
import type { TextLine } from '../../../shared/reading/textLine'

/** Below this a line is a pattern that looked like text. */
const LEAST_CONFIDENCE = 0.5

/**
 * Reads the lines of text in a picture, the longest first.
 *
 * `sharp` is cut into lines, `small` is the same picture at the size at which lines are looked for; `press` is how much
 * narrower characters are made. Beside and below a line that `endsPaper` knows nothing is read any more.
 */
export async function readText(
  sharp: Pixels,
  small: Pixels,
  press: number,
  endsPaper: (text: string) => boolean,
): Promise<readonly TextLine[]> {
  const models = await readingModels()
  const scale = sharp.width / small.width
  const lines: TextLine[] = []
  const boxes = await detectLines(models, small)
  let end: TextBox | null = null
  for (const found of boxes.toSorted((a, b) => b.length - a.length)) {
    if (end !== null && !standsAbove(found, end)) {
      continue
    }
    const box = scaled(lengthened(found, boxes), scale)
    const strip = cutLine(sharp, box, press)
    const line = lineOf(box, markUnread(strip, await recognizeLine(models, strip)), sharp)
    if (line !== null) {
      lines.push(line)
      end ??= endsPaper(line.text) ? found : null
    }
  }
  return lines.sort((a, b) => (a.corners[0]?.y ?? 0) - (b.corners[0]?.y ?? 0))
}

/** Reads lines again, with characters as wide as `press` says. Of what was cut out before nothing is looked for again. */
export async function readLinesAgain(
  pixels: Pixels,
  lines: readonly TextLine[],
  press: number,
): Promise<readonly TextLine[]> {
  const models = await readingModels()
  const read: TextLine[] = []
  for (const { corners } of lines) {
    const box = boxBetween(corners.map(({ x, y }) => ({ x: x * pixels.width, y: y * pixels.height })))
    const strip = cutLine(pixels, box, press)
    const line = lineOf(box, markUnread(strip, await recognizeLine(models, strip)), pixels)
    if (line !== null) {
      read.push({ ...line, corners })
    }
  }
  return read
}

function standsAbove(box: TextBox, end: TextBox): boolean {
  const { top, bottom } = spanIn(end, box)
  return (top + bottom) / 2 < 0
}

function scaled(box: TextBox, scale: number): TextBox {
  return {
    origin: { x: box.origin.x * scale, y: box.origin.y * scale },
    along: box.along,
    length: box.length * scale,
    height: box.height * scale,
  }
}

function lineOf(
  box: TextBox,
  characters: readonly ReadCharacter[],
  { width, height }: Pixels,
): TextLine | null {
  const text = characters
    .map((character) => character.text)
    .join('')
    .trim()
  const confidences = characters.map((character) => character.confidence)
  const confidence = confidences.reduce((sum, own) => sum + own, 0) / characters.length
  if (text === '' || confidence < LEAST_CONFIDENCE) {
    return null
  }
  return {
    text,
    confidence,
    least: Math.min(...confidences),
    corners: cornersOf(box).map(({ x, y }) => ({ x: x / width, y: y / height })),
  }
}
