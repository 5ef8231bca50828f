const SIGNATURE_BYTES = 8
/** Length, type and check value around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12
const HEADER_BYTES = 13

/**
 * Walks the chunks of a PNG (W3C PNG, section 5) from the header to the end chunk. Null when a chunk does not hold,
 * the header is not first, or there is no image data or end. `pictures` is 2 when it is animated.
 */
export function inspectPng(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly pictures: 1 | 2 } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { readonly width: number; readonly height: number } | null = null
  let hasData = false
  let isAnimated = false
  let at = SIGNATURE_BYTES
  while (at + CHUNK_FRAME_BYTES <= bytes.length) {
    const length = view.getUint32(at)
    if (at + CHUNK_FRAME_BYTES + length > bytes.length) {
      return null
    }
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at === SIGNATURE_BYTES) {
      if (type !== 'IHDR' || length !== HEADER_BYTES) {
        return null
      }
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    hasData ||= type === 'IDAT' && length > 0
    isAnimated ||= type === 'acTL'
    if (type === 'IEND') {
      return hasData && size ? { ...size, pictures: isAnimated ? 2 : 1 } : null
    }
    at += CHUNK_FRAME_BYTES + length
  }
  return null
}
