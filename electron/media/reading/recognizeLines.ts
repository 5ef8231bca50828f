import { Tensor } from 'onnxruntime-node'
import { LINE_HEIGHT, type LineStrip } from './cutLine'
import type { ReadingModels } from './readingModels'

/** A character and where it stands in its line, as a fraction of the line's length. */
export interface ReadCharacter {
  readonly text: string
  /** 0 to 1: how sure the recognizer is. */
  readonly confidence: number
  readonly at: number
}

/** Lines a batch: of similar width, so that little of it is empty. */
const BATCH = 8
/** Widest strip that is read: longer ones are pressed together. */
const WIDEST = 2400

/** Reads lines, each into its characters; the answer has the order of the strips. */
export async function recognizeLines(
  models: ReadingModels,
  strips: readonly LineStrip[],
): Promise<ReadonlyArray<readonly ReadCharacter[]>> {
  const read = new Array<readonly ReadCharacter[]>(strips.length).fill([])
  const byWidth = strips
    .map((strip, index) => ({ strip, index }))
    .sort((a, b) => a.strip.width - b.strip.width)
  for (let start = 0; start < byWidth.length; start += BATCH) {
    const batch = byWidth.slice(start, start + BATCH)
    const lines = await recognizeBatch(
      models,
      batch.map(({ strip }) => strip),
    )
    for (const [place, { index }] of batch.entries()) {
      read[index] = lines[place] ?? []
    }
  }
  return read
}

async function recognizeBatch(
  models: ReadingModels,
  strips: readonly LineStrip[],
): Promise<ReadonlyArray<readonly ReadCharacter[]>> {
  const width = Math.min(WIDEST, Math.max(...strips.map((strip) => strip.width)))
  const input = new Float32Array(strips.length * 3 * LINE_HEIGHT * width)
  for (const [index, strip] of strips.entries()) {
    layStrip(strip, input, index * 3 * LINE_HEIGHT * width, width)
  }
  const output = await models.recognize(new Tensor('float32', input, [strips.length, 3, LINE_HEIGHT, width]))
  const [, steps = 0, classes = 0] = output.dims
  const { data } = output
  if (!(data instanceof Float32Array)) {
    throw new Error('The recognizer answered no numbers')
  }
  return strips.map((strip, index) => {
    const own = data.subarray(index * steps * classes, (index + 1) * steps * classes)
    const used = Math.min(1, strip.width / width)
    return decode(own, { steps, classes, used }, models.characters)
  })
}

/** Rows of the strip at the left of the batch's rows; the rest stays 0, a middle grey. */
function layStrip(
  { planes, width }: LineStrip,
  input: Float32Array,
  offset: number,
  batchWidth: number,
): void {
  const copied = Math.min(width, batchWidth)
  for (let row = 0; row < 3 * LINE_HEIGHT; row += 1) {
    input.set(planes.subarray(row * width, row * width + copied), offset + row * batchWidth)
  }
}

/** The most probable class at every step; repeats are one character, and class 0 separates. */
function decode(
  data: Float32Array,
  { steps, classes, used }: { readonly steps: number; readonly classes: number; readonly used: number },
  characters: readonly string[],
): readonly ReadCharacter[] {
  const read: ReadCharacter[] = []
  let last = 0
  for (let step = 0; step < steps; step += 1) {
    const best = mostProbable(data, step * classes, classes)
    if (best.index !== 0 && best.index !== last) {
      const at = Math.min(1, (step + 0.5) / (steps * used))
      read.push({ text: characters[best.index] ?? '', confidence: best.value, at })
    }
    last = best.index
  }
  return read
}

function mostProbable(
  data: Float32Array,
  start: number,
  classes: number,
): { readonly index: number; readonly value: number } {
  let index = 0
  let value = data[start] ?? 0
  for (let candidate = 1; candidate < classes; candidate += 1) {
    const probability = data[start + candidate] ?? 0
    if (probability > value) {
      value = probability
      index = candidate
    }
  }
  return { index, value }
}
