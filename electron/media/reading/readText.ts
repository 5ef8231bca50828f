import { SHAPE_CUT } from './characterInk'
import { cutLine, type LineCut } from './cutLine'
import { detectLines } from './detectLines'
import { judgeByShape } from './judgeByShape'
import { judgeByWords } from './judgeByWords'
import { lengthened, setApart, spanIn } from './lengthened'
import { markUnread } from './markUnread'
import { boxBetween, cornersOf, type TextBox } from './quad'
import { readingModels } from './readingModels'
import { recognizeLine, type ReadCharacter } from './recognizeLine'
import type { Pixels } from '../images/decodePixels'
import { findPaper, isOnPaper } from '../images/paper/findPaper'
import type { TextLine } from '../../../shared/reading/textLine'

/** Below this a line is a pattern that looked like text. */
const LEAST_CONFIDENCE = 0.5

/** Less probable than this, another character need not be told: no rule would take it. */
const LEAST_OTHER = 0.02

/** A card has a dozen lines; where many more are found, it lies on a page full of them. */
const MOST_OF_CARD = 30

/** What is known of the paper before it is read. */
export interface ReadPaper {
  /** Whether nothing beside and below a line with this text is of the paper. */
  readonly endsPaper: (text: string) => boolean
  readonly isCard: boolean
}

/**
 * Reads the lines of text in a picture, the longest first.
 *
 * `sharp` is cut into lines, `small` is the same picture at the size at which lines are looked for; `press` is how much
 * narrower characters are made. Beside and below a line that ends the paper nothing is read any more, nor of a crowded picture
 * what lies beside the card.
 */
export async function readText(
  sharp: Pixels,
  small: Pixels,
  press: number,
  { endsPaper, isCard }: ReadPaper,
): Promise<readonly TextLine[]> {
  const models = await readingModels()
  const scale = sharp.width / small.width
  const lines: TextLine[] = []
  const found = await detectLines(models, small)
  const boxes = setApart(isCard && found.length > MOST_OF_CARD ? boxesOnCard(found, small) : found)
  let end: TextBox | null = null
  for (const own of boxes.toSorted((a, b) => b.length - a.length)) {
    if (end !== null && !standsAbove(own, end)) {
      continue
    }
    const box = scaled(lengthened(own, boxes), scale)
    const strip = cutLine(sharp, box, { press })
    const line = lineOf(box, markUnread(strip, await recognizeLine(models, strip)), sharp)
    if (line !== null) {
      lines.push(line)
      end ??= endsPaper(line.text) ? own : null
    }
  }
  return lines.sort((a, b) => (a.corners[0]?.y ?? 0) - (b.corners[0]?.y ?? 0))
}

/**
 * Reads lines again, cut out of the same boxes in another way, and with an eye on the shape of each character; on the words that they make
 * as well where the line names a firm.
 */
export async function readLinesAgain(
  pixels: Pixels,
  lines: readonly TextLine[],
  cut: LineCut,
  namesFirm: (line: TextLine) => boolean,
): Promise<readonly TextLine[]> {
  const models = await readingModels()
  const read: TextLine[] = []
  for (const again of lines) {
    const { corners } = again
    const box = boxBetween(corners.map(({ x, y }) => ({ x: x * pixels.width, y: y * pixels.height })))
    const strip = cutLine(pixels, box, cut)
    const characters = markUnread(strip, await recognizeLine(models, strip))
    const judged = judgeByShape(cutLine(pixels, box, SHAPE_CUT), characters)
    const line = lineOf(box, namesFirm(again) ? judgeByWords(judged) : judged, pixels)
    if (line !== null) {
      read.push({ ...line, corners })
    }
  }
  return read
}

/** All of them where no card is seen in its shape. */
function boxesOnCard(boxes: readonly TextBox[], small: Pixels): readonly TextBox[] {
  const card = findPaper(small, true)
  if (!card.hasShape) {
    return boxes
  }
  return boxes.filter((box) => {
    const [from, , to] = cornersOf(box)
    return isOnPaper(card, (from.x + to.x) / 2 / small.width, (from.y + to.y) / 2 / small.height)
  })
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
    others: othersOf(characters),
    corners: cornersOf(box).map(({ x, y }) => ({ x: x / width, y: y / height })),
  }
}

/** Characters that may stand instead of those that were read. */
function othersOf(characters: readonly ReadCharacter[]): TextLine['others'] {
  let place = 0
  return characters.flatMap(({ text, others = [] }) => {
    const own = place
    place += text.trim().length
    return others
      .filter(({ confidence }) => confidence >= LEAST_OTHER)
      .map((other) => ({ text: other.text, confidence: other.confidence, place: own }))
  })
}
