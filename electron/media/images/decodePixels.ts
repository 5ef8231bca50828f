import { refusal, success, type Result } from '../../../shared/result'
import type { OpenedPicture } from './openPicture'

/** Pixels as RGB triples, row by row, upright, on white where the picture is transparent. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * Longer edge at which pictures are measured. Measures of sharpness depend on the scale, so every picture is
 * brought to the same one; at 1024 the strokes of a licence's text are two to three pixels wide.
 */
export const MEASURED_EDGE = 1024

/** Decodes the whole picture, reduced to the given edge. Smaller pictures keep their size. */
export async function decodePixels(
  picture: OpenedPicture,
  edge = MEASURED_EDGE,
): Promise<Result<Pixels, 'undecodable'>> {
  try {
    const { data, info } = await picture
      .pipeline()
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return success({ data: asRgb(data, info.channels), width: info.width, height: info.height })
  } catch {
    return refusal('undecodable')
  }
}

/** Grey pictures come out with one channel. */
function asRgb(data: Buffer, channels: number): Uint8Array {
  if (channels === 3) {
    return data
  }
  const pixels = data.length / channels
  const rgb = new Uint8Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    rgb.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3)
  }
  return rgb
}
