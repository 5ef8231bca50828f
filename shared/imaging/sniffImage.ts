import { inspectJpeg } from './formats/inspectJpeg'
import { inspectPng } from './formats/inspectPng'
import { inspectWebp } from './formats/inspectWebp'

/**
 * What a file is by its own bytes: its first bytes name the format, its structure must hold to the end mark. The name
 * of the file plays no part. This is no decoder: a picture whose pixels are damaged passes and is found when it is
 * opened.
 */
export type SniffedImage =
  | {
      readonly ok: true
      readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
      /** Pixels as stored, before any rotation that metadata asks for. */
      readonly width: number
      readonly height: number
    }
  | { readonly ok: false; readonly problem: 'unknown-format' | 'damaged' }

/** Recognises JPEG, PNG and WebP. Never throws, whatever the bytes are. */
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
  return { ok: false, problem: 'unknown-format' }
}

function verdict(
  mediaType: 'image/jpeg' | 'image/png' | 'image/webp',
  size: { readonly width: number; readonly height: number } | null,
): SniffedImage {
  return size && size.width > 0 && size.height > 0
    ? { ok: true, mediaType, width: size.width, height: size.height }
    : { ok: false, problem: 'damaged' }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
