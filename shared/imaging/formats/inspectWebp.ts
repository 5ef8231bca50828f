interface Size {
  readonly width: number
  readonly height: number
}

const CHUNKS_START = 12
const CHUNK_HEADER_BYTES = 8

/**
 * Walks the chunks of a WebP file (RFC 9649) through the length its header states. Null when a chunk does not hold or
 * there is no picture in it. The first chunk that tells a size decides: `VP8X` gives the canvas and comes first.
 * `pictures` is 2 when it is animated.
 */
export function inspectWebp(bytes: Uint8Array): (Size & { readonly pictures: 1 | 2 }) | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < CHUNKS_START + CHUNK_HEADER_BYTES) {
    return null
  }
  const end = CHUNK_HEADER_BYTES + view.getUint32(4, true)
  if (end > bytes.length) {
    return null
  }
  let size: Size | null = null
  let hasPicture = false
  let isAnimated = false
  let at = CHUNKS_START
  while (at + CHUNK_HEADER_BYTES <= end) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const from = at + CHUNK_HEADER_BYTES
    if (from + length > end) {
      return null
    }
    size ??= chunkSize(type, bytes.subarray(from, from + length))
    isAnimated ||= type === 'ANIM' || type === 'ANMF'
    hasPicture ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF'
    // Chunks start at even places.
    at = from + length + (length % 2)
  }
  return hasPicture && size ? { ...size, pictures: isAnimated ? 2 : 1 } : null
}

function chunkSize(type: string, data: Uint8Array): Size | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (type === 'VP8X' && data.length >= 10) {
    return { width: 1 + uint24(view, 4), height: 1 + uint24(view, 7) }
  }
  if (type === 'VP8 ' && data.length >= 10 && uint24(view, 3) === 0x2a_01_9d) {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  }
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return null
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000
}
