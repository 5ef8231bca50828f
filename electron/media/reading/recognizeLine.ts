import { Tensor } from 'onnxruntime-node'
import { LINE_HEIGHT, type LineStrip } from './cutLine'
import type { ReadingModels } from './readingModels'

/** A character and where it stands in its line, as a fraction of the line's length. */
export interface ReadCharacter {
  readonly text: string
  /** 0 to 1: how sure the recognizer is. */
  readonly confidence: number
  readonly at: number
  /** "Nothing" was more probable here, so it stands only where ink says that there is a character. */
  readonly isGuess?: true
  /** What else it may be, where the recognizer thought of anything else, the most probable first. */
  readonly others?: readonly LikelyCharacter[]
}

/** What a character may be as well, 0 to 1. */
export interface LikelyCharacter {
  readonly text: string
  readonly confidence: number
}

/** Of characters passed over for "nothing" those this probable are kept. */
const LEAST_GUESS = 0.01
/** Less probable than this, another character is no thought of the recognizer's; of more than these the most probable. */
const LEAST_OTHER = 1e-6
const MOST_OTHERS = 4
/** Narrowest strip that the recognizer takes in: less than this it was never shown. */
const NARROWEST = 32
/** Widest strip that is read: longer ones are pressed together. */
const WIDEST = 2400

/**
 * Reads a line into its characters. One line at a time: on one core a batch is no quicker than its lines, and what fills
 * it up to its widest line costs as much as text.
 */
export async function recognizeLine(
  models: ReadingModels,
  strip: LineStrip,
): Promise<readonly ReadCharacter[]> {
  const width = Math.max(NARROWEST, Math.min(WIDEST, strip.width))
  const input = new Float32Array(3 * LINE_HEIGHT * width)
  layStrip(strip, input, width)
  const output = await models.recognize(new Tensor('float32', input, [1, 3, LINE_HEIGHT, width]))
  const [, steps = 0, classes = 0] = output.dims
  const { data } = output
  if (!(data instanceof Float32Array)) {
    throw new Error('The recognizer answered no numbers')
  }
  const used = Math.min(1, strip.width / width)
  return decode(data, { steps, classes, used }, models.characters)
}

/** Rows of the strip at the left of the input's rows; the rest stays 0, a middle grey. */
function layStrip({ planes, width }: LineStrip, input: Float32Array, inputWidth: number): void {
  const copied = Math.min(width, inputWidth)
  for (let row = 0; row < 3 * LINE_HEIGHT; row += 1) {
    input.set(planes.subarray(row * width, row * width + copied), row * inputWidth)
  }
}

/**
 * The most probable class at every step; repeats are one character, and class 0 separates. Of a rare character the
 * recognizer is often less sure than of "nothing"; what it thought of then is kept as a guess.
 */
function decode(
  data: Float32Array,
  { steps, classes, used }: { readonly steps: number; readonly classes: number; readonly used: number },
  characters: readonly string[],
): readonly ReadCharacter[] {
  const read: ReadCharacter[] = []
  let last = 0
  for (let step = 0; step < steps; step += 1) {
    const best = mostProbable(data, step * classes, classes)
    const at = Math.min(1, (step + 0.5) / (steps * used))
    if (best.index !== 0 && best.index !== last) {
      const others = othersAt(data.subarray(step * classes, (step + 1) * classes), best.index, characters)
      read.push({ text: characters[best.index] ?? '', confidence: best.value, at, others })
    } else if (best.index === 0 && 1 - best.value >= LEAST_GUESS) {
      const other = mostProbable(data, step * classes, classes, 1)
      if (other.value >= LEAST_GUESS) {
        read.push({ text: characters[other.index] ?? '', confidence: other.value, at, isGuess: true })
      }
    }
    last = best.index
  }
  return read
}

/** Characters that one step holds for possible beside its best. */
function othersAt(
  probabilities: Float32Array,
  best: number,
  characters: readonly string[],
): readonly LikelyCharacter[] {
  if (1 - (probabilities[best] ?? 0) < LEAST_OTHER) {
    return []
  }
  const others: LikelyCharacter[] = []
  for (let index = 1; index < probabilities.length; index += 1) {
    const confidence = probabilities[index] ?? 0
    if (confidence >= LEAST_OTHER && index !== best) {
      others.push({ text: characters[index] ?? '', confidence })
    }
  }
  return others.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_OTHERS)
}

function mostProbable(
  data: Float32Array,
  start: number,
  classes: number,
  from = 0,
): { readonly index: number; readonly value: number } {
  let index = from
  let value = data[start + from] ?? 0
  for (let candidate = from + 1; candidate < classes; candidate += 1) {
    const probability = data[start + candidate] ?? 0
    if (probability > value) {
      value = probability
      index = candidate
    }
  }
  return { index, value }
}
