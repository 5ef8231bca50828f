import type { OpenedPicture } from './openPicture'
import type { Strip } from './measureGrid'

/** Enough for ten squares of 128 pixels in pictures of any telephone. */
const MOST_ACROSS = 1400
const HIGH = 256

/** Brightness of a strip through the middle of the picture as it is stored, not reduced; null when it cannot be read. */
export async function decodeStrip(picture: OpenedPicture): Promise<Strip | null> {
  const { stored } = picture
  const width = Math.min(stored.width, MOST_ACROSS)
  const height = Math.min(stored.height, HIGH)
  try {
    const { data, info } = await picture
      .pipeline()
      .extract({
        left: (stored.width - width) >> 1,
        top: (stored.height - height) >> 1,
        width,
        height,
      })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { luma: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
