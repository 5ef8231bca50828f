import sharp, { type Sharp } from 'sharp'
import { refusal, success, type Result } from '../../../shared/result'

export type PictureFormat = 'jpeg' | 'png' | 'webp'
export type PictureProblem = 'undecodable' | 'too-large'

export interface OpenedPicture {
  readonly format: PictureFormat
  /** Size in pixels as it is looked at, EXIF orientation applied. */
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Channels as stored. */
  readonly channels: number
  /** A fresh pipeline over the bytes; reading it fails on truncated or damaged data. */
  pipeline(): Sharp
}

/**
 * 120 megapixels: more than any telephone takes in its usual mode, and 360 MB of pixels at the very worst. A 20 MB
 * file can claim far more, which is refused from its header before anything is unpacked.
 */
const MAX_PIXELS = 120_000_000

/** Seconds after which libvips gives up a pipeline; the host's own limit comes later. */
const PIPELINE_SECONDS = 20

/** Reads a picture's header: what it really is, whatever its name says. Nothing is decoded yet. */
export async function openPicture(bytes: Uint8Array): Promise<Result<OpenedPicture, PictureProblem>> {
  const format = formatByMagic(bytes)
  if (format === null) {
    return refusal('undecodable')
  }
  const pipeline = (): Sharp =>
    sharp(bytes, {
      failOn: 'warning',
      limitInputPixels: MAX_PIXELS,
      sequentialRead: true,
      pages: 1,
    }).timeout({ seconds: PIPELINE_SECONDS })
  try {
    const metadata = await sharp(bytes, { failOn: 'warning', limitInputPixels: false }).metadata()
    if (metadata.format !== format) {
      return refusal('undecodable')
    }
    if (metadata.width * metadata.height > MAX_PIXELS) {
      return refusal('too-large')
    }
    const orientation = metadata.orientation ?? 1
    const isTurned = orientation >= 5
    return success({
      format,
      width: isTurned ? metadata.height : metadata.width,
      height: isTurned ? metadata.width : metadata.height,
      orientation,
      channels: metadata.channels,
      pipeline,
    })
  } catch {
    return refusal('undecodable')
  }
}

function formatByMagic(bytes: Uint8Array): PictureFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16))
  if (head.length < 12) {
    return null
  }
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return 'jpeg'
  }
  if (head.readUInt32BE(0) === 0x89504e47 && head.readUInt32BE(4) === 0x0d0a1a0a) {
    return 'png'
  }
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') {
    return 'webp'
  }
  return null
}
