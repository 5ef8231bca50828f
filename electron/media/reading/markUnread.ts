import { UNREAD } from '../../../shared/reading/textLine'
import { LINE_HEIGHT, type LineStrip } from './cutLine'
import type { ReadCharacter } from './recognizeLine'

/** Less sure than this, a character is no better than ink. */
const LEAST_CONFIDENCE = 0.4
/** Of characters passed over for "nothing" those this probable stand: on the tuning names eight in eleven were right. */
const LEAST_GUESS = 0.33
/** So many others of them are told. */
const MOST_OTHERS = 4
/** Rows at the top and the bottom of a strip that may hold rules and neighbours. */
const EDGE_ROWS = 7
/** A column has ink when its contrast reaches this share of what the read characters of its line have. */
const INK_SHARE = 0.5
/** Ink left over between two characters, or before the first and behind the last, in widths of a character. */
const LOST_BETWEEN = 0.4
const LOST_OUTSIDE = 0.5
/** Chinese characters are about as wide as they are high; a box is this much higher than its characters. */
const BOX_MARGIN = 1.4

/**
 * Puts a mark where a line has ink of a character's width of which no character was read: the recognizer leaves out what
 * is not in its dictionary, and says nothing of it. Where it thought of a character there, that one stands, as unsure as it
 * is. Only lines in Chinese: digits and letters have check characters and words to be judged by, and are too narrow to be told
 * from stains.
 */
export function markUnread(strip: LineStrip, read: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const sure = read.filter(({ confidence, isGuess }) => isGuess !== true && confidence >= LEAST_CONFIDENCE)
  if (sure.length === 0 || !sure.some(({ text }) => isChinese(text))) {
    return sure
  }
  const pitch = pitchOf(strip, sure)
  const ink = inkOf(strip, sure, pitch)
  const marked: ReadCharacter[] = []
  const fill = (from: number, to: number): ReadCharacter =>
    guessBetween(read, from / strip.width, to / strip.width)
  let end = 0
  for (const [index, character] of sure.entries()) {
    const middle = character.at * strip.width
    const half = halfWidth(character, pitch)
    const isNear = isChinese(character.text) || isChinese(sure[index - 1]?.text ?? '')
    const least = pitch * (index === 0 ? LOST_OUTSIDE : LOST_BETWEEN)
    if (isNear && inkBetween(ink, end, middle - half) >= least) {
      marked.push(fill(end, middle - half))
    }
    marked.push(character)
    end = middle + half
  }
  const last = sure.at(-1)
  if (
    last !== undefined &&
    isChinese(last.text) &&
    inkBetween(ink, end, strip.width) >= pitch * LOST_OUTSIDE
  ) {
    marked.push(fill(end, strip.width))
  }
  return marked
}

/** The surest guess between two places of the line, or the mark with what was thought of there. Only guesses are there: what is sure ends the gap. */
function guessBetween(read: readonly ReadCharacter[], from: number, to: number): ReadCharacter {
  const guesses = read
    .filter(({ at, text, isGuess }) => isGuess === true && isChinese(text) && at > from && at < to)
    .toSorted((a, b) => b.confidence - a.confidence)
  const [surest] = guesses
  if (surest !== undefined && surest.confidence >= LEAST_GUESS) {
    return surest
  }
  const others = guesses
    .filter(({ text }, index) => guesses.findIndex((other) => other.text === text) === index)
    .map(({ text, confidence }) => ({ text, confidence }))
  return { text: UNREAD, confidence: 1, at: (from + to) / 2, others: others.slice(0, MOST_OTHERS) }
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Half of what a character takes up, and a little more: the recognizer's places are coarse. */
function halfWidth({ text }: ReadCharacter, pitch: number): number {
  return pitch * (isChinese(text) ? 0.6 : 0.45)
}

/** Distance from one Chinese character to the next, in columns. */
function pitchOf({ width, press }: LineStrip, characters: readonly ReadCharacter[]): number {
  const natural = (LINE_HEIGHT / BOX_MARGIN) * press
  const steps = characters
    .slice(1)
    .flatMap((character, index) => {
      const before = characters[index]
      return before !== undefined && isChinese(before.text) && isChinese(character.text)
        ? [(character.at - before.at) * width]
        : []
    })
    .sort((a, b) => a - b)
  // A single step may be the one that spans what was lost.
  return Math.min(steps[Math.floor((steps.length - 1) / 2)] ?? natural, natural * 1.2)
}

/** Of each column whether it has ink. */
function inkOf(strip: LineStrip, characters: readonly ReadCharacter[], pitch: number): Uint8Array {
  const contrast = contrastOf(strip)
  const strongest = characters
    .filter(({ text }) => isChinese(text))
    .map(({ at }) => {
      const from = Math.max(0, Math.round(at * strip.width - pitch / 2))
      return Math.max(0, ...contrast.subarray(from, from + Math.round(pitch)))
    })
    .sort((a, b) => a - b)
  const usual = strongest[Math.floor(strongest.length / 2)] ?? 0
  return Uint8Array.from(contrast, (value) => (value >= usual * INK_SHARE ? 1 : 0))
}

/** Between the lightest and the darkest pixel of each column. */
function contrastOf({ planes, width }: LineStrip): Float32Array {
  const contrast = new Float32Array(width)
  const green = LINE_HEIGHT * width
  for (let column = 0; column < width; column += 1) {
    let low = 1
    let high = -1
    for (let row = EDGE_ROWS; row < LINE_HEIGHT - EDGE_ROWS; row += 1) {
      const value = planes[green + row * width + column] ?? 0
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    contrast[column] = high - low
  }
  return contrast
}

function inkBetween(ink: Uint8Array, from: number, to: number): number {
  let sum = 0
  for (let column = Math.max(0, Math.round(from)); column < Math.min(ink.length, to); column += 1) {
    sum += ink[column] ?? 0
  }
  return sum
}
