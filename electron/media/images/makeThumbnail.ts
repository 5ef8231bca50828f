import { refusal, success, type Result } from '../../../shared/result'
import { openPicture } from './openPicture'
import type { PictureProblem } from './pictureProblem'

const QUALITY = 80

/**
 * A JPEG of the picture whose longer edge is at most `edge` pixels, upright, without any of the original's metadata
 * (a telephone writes the place and its owner's name there).
 */
export async function makeThumbnail(
  bytes: Uint8Array,
  edge: number,
): Promise<Result<Uint8Array, PictureProblem>> {
  const opened = await openPicture(bytes)
  if (!opened.ok) {
    return opened
  }
  try {
    const thumbnail = await opened.value
      .pipeline()
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer()
    return success(thumbnail)
  } catch {
    return refusal('undecodable')
  }
}
