import type { Pixels } from './decodePixels'

/** Brightness of each pixel, 0 to 255 (ITU-R BT.601 weights, the ones JPEG uses). */
export function lumaOf(pixels: Pixels): Uint8Array {
  const { data, width, height } = pixels
  const luma = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < luma.length; pixel += 1, at += 3) {
    luma[pixel] = ((data[at] ?? 0) * 299 + (data[at + 1] ?? 0) * 587 + (data[at + 2] ?? 0) * 114 + 500) / 1000
  }
  return luma
}
