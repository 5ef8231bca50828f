import { inspectHeic, isHeic } from './formats/inspectHeic'
import { inspectJpeg } from './formats/inspectJpeg'
import { inspectPng } from './formats/inspectPng'
import { inspectTiff } from './formats/inspectTiff'
import { inspectWebp } from './formats/inspectWebp'
import { readBmpHeader } from './formats/readBmpHeader'
import { refusedFormatOf, type RefusedFormat } from './formats/refusedFormat'

export type SniffedType =
  'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff' | 'image/bmp' | 'image/heic'

/**
 * What a file is by its own bytes: its first bytes name the format, its structure must hold to the end mark. The name
 * of the file plays no part. This is no decoder: a picture whose pixels are damaged passes and is found when it is
 * opened.
 */
export type SniffedImage =
  | {
      readonly ok: true
      readonly mediaType: SniffedType
      /** Pixels as stored, before any rotation that metadata asks for. */
      readonly width: number
      readonly height: number
    }
  | { readonly ok: false; readonly problem: 'unknown-format' | 'damaged' | 'several-pictures' }
  /** A format that is known and not taken. */
  | { readonly ok: false; readonly problem: 'refused-format'; readonly format: RefusedFormat }

/** Null: damaged. `pictures` above one: a second page, a frame of an animation. */
interface Inspected {
  readonly width: number
  readonly height: number
  readonly pictures?: number
}

/** Recognises JPEG, PNG, WebP, TIFF, BMP and HEIC. Never throws, whatever the bytes are. */
export function sniffImage(bytes: Uint8Array): SniffedImage {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return verdict('image/jpeg', inspectJpeg(bytes))
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return verdict('image/png', inspectPng(bytes))
  }
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) {
    return verdict('image/webp', inspectWebp(bytes))
  }
  if (startsWith(bytes, [0x49, 0x49, 42, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 42])) {
    return verdict('image/tiff', inspectTiff(bytes))
  }
  if (isHeic(bytes)) {
    return verdict('image/heic', inspectHeic(bytes))
  }
  const format = refusedFormatOf(bytes)
  if (format !== null) {
    return { ok: false, problem: 'refused-format', format }
  }
  return startsWith(bytes, ascii('BM')) ? bitmap(bytes) : { ok: false, problem: 'unknown-format' }
}

function bitmap(bytes: Uint8Array): SniffedImage {
  const header = readBmpHeader(bytes)
  return header === 'run-lengths'
    ? { ok: false, problem: 'refused-format', format: 'BMP compressed by run lengths' }
    : verdict('image/bmp', header)
}

function verdict(mediaType: SniffedType, found: Inspected | null): SniffedImage {
  if (!found || found.width === 0 || found.height === 0) {
    return { ok: false, problem: 'damaged' }
  }
  if ((found.pictures ?? 1) > 1) {
    return { ok: false, problem: 'several-pictures' }
  }
  return { ok: true, mediaType, width: found.width, height: found.height }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
