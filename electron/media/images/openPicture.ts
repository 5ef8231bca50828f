import sharp, { type Sharp } from 'sharp'
import { readBmpHeader } from '../../../shared/imaging/formats/readBmpHeader'
import { sniffImage, type SniffedType } from '../../../shared/imaging/sniffImage'
import { refusal, success, type Result } from '../../../shared/result'
import { withPdf, type PagePixels } from '../pages/openPdf'
import { isPdf } from '../../../shared/imaging/formats/inspectPdf'
import { decodeBmp } from './decodeBmp'
import { decodeHeic } from './decodeHeic'
import { readTraces, type Traces } from './readTraces'
import type { PictureProblem } from './pictureProblem'

type OpenedType = SniffedType | 'application/pdf'

export interface OpenedPicture {
  readonly mediaType: OpenedType
  /** Size in pixels as it is looked at, EXIF orientation applied. */
  readonly width: number
  readonly height: number
  /** Size in pixels as the pipeline gives them before any turn. */
  readonly stored: { readonly width: number; readonly height: number }
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Channels as stored. */
  readonly channels: number
  /** What the file's metadata tells of cameras and programs. */
  readonly traces: Traces
  /** A fresh pipeline over the bytes; reading it fails on truncated or damaged data. */
  pipeline(): Sharp
}

type Opening = Promise<Result<OpenedPicture, PictureProblem>>

/**
 * 120 megapixels: more than any telephone takes in its usual mode, and 360 MB of pixels at the very worst. A 20 MB
 * file can claim far more, which is refused from its header before anything is unpacked.
 */
const MAX_PIXELS = 120_000_000
/** A page of A4 at 600 dots an inch has 35 million. Bitmaps are decoded in JavaScript, and one bit a pixel fits many into a file. */
const MAX_BMP_PIXELS = 60_000_000
/** What a JPEG can hold; a picture is shown as one when the screen cannot draw its own format. */
const MAX_EDGE = 65_500

/** Seconds after which libvips gives up a pipeline; the host's own limit comes later. */
const PIPELINE_SECONDS = 20

/**
 * Opens a picture as what it really is, whatever its name says, by the same structure that intake asks for. Of a PDF
 * document it is one page, drawn; a picture has one page only.
 */
export async function openPicture(bytes: Uint8Array, page = 1): Opening {
  if (isPdf(bytes)) {
    return withPdf(bytes, async (pdf) => openedPage(await pdf.draw(page)))
  }
  if (page !== 1) {
    return refusal('undecodable')
  }
  const sniffed = sniffImage(bytes)
  if (!sniffed.ok) {
    return refusal(sniffed.problem === 'several-pictures' ? 'several-pictures' : 'undecodable')
  }
  if (isTooLarge(sniffed)) {
    return refusal('too-large')
  }
  try {
    switch (sniffed.mediaType) {
      case 'image/bmp':
        return openBmp(bytes)
      case 'image/heic':
        return await openHeic(bytes)
      default:
        return await openBySharp(bytes, sniffed.mediaType)
    }
  } catch {
    return refusal('undecodable')
  }
}

/** A page that has been drawn, as a picture. */
export function openedPage(drawn: Result<PagePixels, PictureProblem>): Result<OpenedPicture, PictureProblem> {
  return drawn.ok ? success(ofPixels('application/pdf', drawn.value.rgba, drawn.value, 4)) : drawn
}

/** Reads the header; nothing is decoded yet. */
async function openBySharp(bytes: Uint8Array, mediaType: SniffedType): Opening {
  const metadata = await sharp(bytes, { failOn: 'warning', limitInputPixels: false }).metadata()
  if (`image/${metadata.format}` !== mediaType) {
    return refusal('undecodable')
  }
  if ((metadata.pages ?? 1) > 1) {
    return refusal('several-pictures')
  }
  if (isTooLarge(metadata)) {
    return refusal('too-large')
  }
  const orientation = metadata.orientation ?? 1
  const isTurned = orientation >= 5
  return success({
    mediaType,
    width: isTurned ? metadata.height : metadata.width,
    height: isTurned ? metadata.width : metadata.height,
    stored: { width: metadata.width, height: metadata.height },
    orientation,
    channels: metadata.channels,
    traces: readTraces(metadata),
    pipeline: () =>
      sharp(bytes, {
        failOn: 'warning',
        limitInputPixels: MAX_PIXELS,
        sequentialRead: true,
        pages: 1,
      }).timeout({ seconds: PIPELINE_SECONDS }),
  })
}

function openBmp(bytes: Uint8Array): Result<OpenedPicture, PictureProblem> {
  const header = readBmpHeader(bytes)
  if (header === null || header === 'run-lengths') {
    return refusal('undecodable')
  }
  if (header.width * header.height > MAX_BMP_PIXELS) {
    return refusal('too-large')
  }
  return success(ofPixels('image/bmp', decodeBmp(bytes, header), header, 3))
}

async function openHeic(bytes: Uint8Array): Opening {
  const decoded = await decodeHeic(bytes)
  return decoded.ok ? success(ofPixels('image/heic', decoded.value.rgba, decoded.value, 4)) : decoded
}

/** A picture that libvips does not decode goes into its pipelines as pixels. */
function ofPixels(
  mediaType: OpenedType,
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  channels: 3 | 4,
): OpenedPicture {
  return {
    mediaType,
    width,
    height,
    stored: { width, height },
    orientation: 1,
    channels,
    traces: readTraces({}),
    pipeline: () =>
      sharp(pixels, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS }).timeout({
        seconds: PIPELINE_SECONDS,
      }),
  }
}

function isTooLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width * height > MAX_PIXELS || Math.max(width, height) > MAX_EDGE
}
