import { refusal, success, type Result } from '../../../shared/result'
import { openPicture } from './openPicture'
import type { PictureProblem } from './pictureProblem'

/** At this quality, with colour at full resolution, small print of a scan is not told from the original. */
const QUALITY = 92

/**
 * A JPEG of the whole picture at its full size, upright and without metadata, for a screen that cannot draw the
 * format itself; of a PDF document, one page.
 */
export async function makeView(bytes: Uint8Array, page: number): Promise<Result<Uint8Array, PictureProblem>> {
  const opened = await openPicture(bytes, page)
  if (!opened.ok) {
    return opened
  }
  try {
    const view = await opened.value
      .pipeline()
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
      .toBuffer()
    return success(view)
  } catch {
    return refusal('undecodable')
  }
}
