const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const MARKER = 0xff
/** Frame headers (ITU-T T.81, table B.1): C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
const NO_FRAMES: readonly number[] = [0xc4, 0xc8, 0xcc]

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) to its end mark. Null when a segment does not hold, when there
 * is no frame, no scan or no end. Bytes after the end mark are let pass: phones append their own.
 */
export function inspectJpeg(bytes: Uint8Array): Size | null {
  let size: Size | null = null
  let scanned = false
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== MARKER) {
      return null
    }
    const code = byteAt(bytes, at + 1)
    if (code === MARKER) {
      at += 1
      continue
    }
    if (code === END_OF_IMAGE) {
      return scanned ? size : null
    }
    const length = uint16(bytes, at + 2)
    if (length < 2 || at + 2 + length > bytes.length) {
      return null
    }
    if (isFrame(code)) {
      size ??= { height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) }
    }
    at += 2 + length
    if (code === START_OF_SCAN) {
      scanned = true
      at = skipScan(bytes, at)
    }
  }
  return null
}

/** The next marker after entropy-coded data, in which FF stands before 00 (a stuffed byte) or a restart mark. */
function skipScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(MARKER, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = byteAt(bytes, at + 1)
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData) {
      return at
    }
    at = bytes.indexOf(MARKER, at + 2)
  }
  return bytes.length
}

function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && !NO_FRAMES.includes(code)
}

function uint16(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 256 + byteAt(bytes, at + 1)
}

/** Zero beyond the end; every caller has checked the length or takes zero for damage. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
