import { Tensor } from 'onnxruntime-node'
import type { Pixels } from '../images/decodePixels'
import type { TextBox } from './quad'
import type { ReadingModels } from './readingModels'
import { textBoxes } from './textBoxes'

/** The detector was trained on pictures whose channels were normalized so (ImageNet, in the order blue, green, red). */
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const

/** The network halves its input five times. */
const STEP = 32

/** Finds the lines of text in a picture that has been reduced for it. Boxes are in its pixels, in no particular order. */
export async function detectLines(models: ReadingModels, pixels: Pixels): Promise<readonly TextBox[]> {
  const width = Math.ceil(pixels.width / STEP) * STEP
  const height = Math.ceil(pixels.height / STEP) * STEP
  const input = new Tensor('float32', normalized(pixels, width, height), [1, 3, height, width])
  const output = await models.detect(input)
  const { data } = output
  if (!(data instanceof Float32Array)) {
    throw new Error('The detector answered no numbers')
  }
  return textBoxes({ data, width, height })
}

/** Channel after channel, the picture at the left top; what is left over is the mean and so says nothing. */
function normalized(pixels: Pixels, width: number, height: number): Float32Array {
  const planes = new Float32Array(3 * width * height)
  for (let channel = 0; channel < 3; channel += 1) {
    const mean = (MEAN[channel] ?? 0) * 255
    const scale = 1 / ((DEVIATION[channel] ?? 1) * 255)
    // Blue first.
    const source = 2 - channel
    const plane = channel * width * height
    for (let y = 0; y < pixels.height; y += 1) {
      let from = y * pixels.width * 3 + source
      const row = plane + y * width
      for (let x = 0; x < pixels.width; x += 1) {
        planes[row + x] = ((pixels.data[from] ?? 0) - mean) * scale
        from += 3
      }
    }
  }
  return planes
}
