import { FINGERPRINT_EDGE, fingerprintOf } from '../../../shared/imaging/perceptualHash'
import { refusal, success, type Result } from '../../../shared/result'
import { lumaOf } from './luma'
import { openPicture } from './openPicture'
import type { PictureProblem } from './pictureProblem'

/**
 * The fingerprint by which a picture is found again when it was saved anew. Null when it is too flat to be told from
 * others; a picture that cannot be opened has none either, which is not the same as having an equal one.
 */
export async function hashPicture(bytes: Uint8Array): Promise<Result<string | null, PictureProblem>> {
  const opened = await openPicture(bytes)
  if (!opened.ok) {
    return opened
  }
  try {
    const { data, info } = await opened.value
      .pipeline()
      .autoOrient()
      .resize({ width: FINGERPRINT_EDGE, height: FINGERPRINT_EDGE, fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return success(fingerprintOf(channels === 3 ? lumaOf({ data, width, height }) : firstOf(data, channels)))
  } catch {
    return refusal('undecodable')
  }
}

/** Grey pictures come out with one channel. */
function firstOf(data: Uint8Array, channels: number): Uint8Array {
  return Uint8Array.from({ length: data.length / channels }, (_, pixel) => data[pixel * channels] ?? 0)
}
