import { createRequire } from 'node:module'
import { refusal, success, type Result } from '../../../shared/result'

/**
 * 60 megapixels: what the largest telephones take. The decoder holds the whole picture twice over in the 32-bit memory
 * of WebAssembly, so less fits than elsewhere.
 */
const MAX_PIXELS = 60_000_000

/** The part of libheif's JavaScript interface that is used. */
interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] }
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown }
  readonly heif_channel: { readonly heif_channel_interleaved: unknown }
  heif_js_decode_image2(
    handle: unknown,
    colours: unknown,
    chroma: unknown,
  ): Promise<HeifPlanes | HeifError | null> | HeifPlanes | HeifError | null
}

interface HeifImage {
  readonly handle: unknown
  get_width(): number
  get_height(): number
}

interface HeifPlanes {
  readonly channels: ReadonlyArray<{
    readonly id: unknown
    readonly width: number
    readonly height: number
    /** Bytes from one row to the next. */
    readonly stride: number
    readonly data: Uint8Array
  }>
}

interface HeifError {
  readonly code: unknown
}

export interface HeicPixels {
  readonly width: number
  readonly height: number
  /** RGBA, row by row. */
  readonly rgba: Uint8Array
}

const require = createRequire(import.meta.url)

/**
 * Decodes a HEIC upright, as its own rotation says. Each picture gets a WebAssembly instance of its own: what one file
 * broke or filled in there is gone with it.
 */
export async function decodeHeic(
  bytes: Uint8Array,
): Promise<Result<HeicPixels, 'undecodable' | 'too-large' | 'several-pictures'>> {
  const createHeif = require('libheif-js/libheif-wasm/libheif-bundle.js') as () => Heif
  try {
    const heif = createHeif()
    const [image, second] = new heif.HeifDecoder().decode(bytes)
    if (!image) {
      return refusal('undecodable')
    }
    if (second) {
      return refusal('several-pictures')
    }
    const width = image.get_width()
    const height = image.get_height()
    if (width * height > MAX_PIXELS) {
      return refusal('too-large')
    }
    const planes = await heif.heif_js_decode_image2(
      image.handle,
      heif.heif_colorspace.heif_colorspace_RGB,
      heif.heif_chroma.heif_chroma_interleaved_RGBA,
    )
    const plane =
      planes && 'channels' in planes
        ? planes.channels.find(({ id }) => id === heif.heif_channel.heif_channel_interleaved)
        : undefined
    // The sizes of the container and of the compressed picture are two claims that may differ.
    if (plane?.width !== width || plane.height !== height) {
      return refusal('undecodable')
    }
    const rgba = new Uint8Array(width * height * 4)
    for (let y = 0; y < height; y += 1) {
      rgba.set(plane.data.subarray(y * plane.stride, y * plane.stride + width * 4), y * width * 4)
    }
    return success({ width, height, rgba })
  } catch {
    // A trap in WebAssembly arrives as an exception; the instance is not used again.
    return refusal('undecodable')
  }
}
