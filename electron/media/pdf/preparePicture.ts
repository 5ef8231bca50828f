import { decodePixels } from '../images/decodePixels'
import { openPicture } from '../images/openPicture'
import { reducePixels } from './reducePixels'

/**
 * A picture ready to be embedded. A JPEG goes in as it is, byte for byte; other formats as pixels without loss.
 * `width` and `height` are those of the stored picture, `orientation` says how to turn it (EXIF, 1 to 8).
 */
export type PreparedPicture =
  | {
      readonly form: 'jpeg'
      readonly bytes: Uint8Array
      /** Colour components: grey, RGB, or four printing colours. */
      readonly components: 1 | 3 | 4
      readonly width: number
      readonly height: number
      readonly orientation: number
    }
  | {
      readonly form: 'pixels'
      readonly rgb: Uint8Array
      readonly width: number
      readonly height: number
      readonly orientation: 1
    }

/** Null when the picture cannot be decoded to its end. */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture | null> {
  const opened = await openPicture(bytes)
  if (!opened.ok) {
    return null
  }
  const picture = opened.value
  try {
    if (picture.mediaType === 'image/jpeg') {
      const decoded = await decodePixels(picture)
      if (!decoded.ok) {
        return null
      }
      const isTurned = picture.orientation >= 5
      return {
        form: 'jpeg',
        bytes,
        components: picture.channels === 1 ? 1 : picture.channels === 4 ? 4 : 3,
        width: isTurned ? picture.height : picture.width,
        height: isTurned ? picture.width : picture.height,
        orientation: picture.orientation,
      }
    }
    const { data, info } = await picture
      .pipeline()
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { form: 'pixels', orientation: 1, ...reducePixels(data, info) }
  } catch {
    return null
  }
}
