import { cutLine } from './cutLine'
import { detectLines } from './detectLines'
import { cornersOf, type TextBox } from './quad'
import { readingModels } from './readingModels'
import { recognizeLines, type ReadCharacter } from './recognizeLines'
import type { Pixels } from '../images/decodePixels'
import type { TextLine } from '../../../shared/reading/textLine'

/** Below this a line is a pattern that looked like text. */
const LEAST_CONFIDENCE = 0.5

/**
 * Reads every line of text in a picture.
 *
 * `sharp` is cut into lines, `small` is the same picture at the size at which lines are looked for.
 */
export async function readText(sharp: Pixels, small: Pixels): Promise<readonly TextLine[]> {
  const models = await readingModels()
  const scale = sharp.width / small.width
  const boxes = (await detectLines(models, small)).map((box) => scaled(box, scale))
  const lines = await recognizeLines(
    models,
    boxes.map((box) => cutLine(sharp, box)),
  )
  return boxes
    .flatMap((box, index) => lineOf(box, lines[index] ?? [], sharp) ?? [])
    .sort((a, b) => (a.corners[0]?.y ?? 0) - (b.corners[0]?.y ?? 0))
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
  const confidence = characters.reduce((sum, character) => sum + character.confidence, 0) / characters.length
  if (text === '' || confidence < LEAST_CONFIDENCE) {
    return null
  }
  return { text, confidence, corners: cornersOf(box).map(({ x, y }) => ({ x: x / width, y: y / height })) }
}
