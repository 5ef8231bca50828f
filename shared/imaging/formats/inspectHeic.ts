/** Brands of files with one still picture compressed by HEVC (ISO/IEC 23008-12, annex B). */
const STILL_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis']
const SEQUENCE_BRANDS: readonly string[] = ['hevc', 'hevx', 'hevm', 'hevs', 'msf1']
const BOX_HEADER_BYTES = 8

interface Box {
  readonly type: string
  readonly from: number
  readonly end: number
}

export type HeicFacts = { readonly width: number; readonly height: number; readonly pictures: 1 | 2 }

/** By its first box: a HEIC, or a sequence of pictures of that family. Other families (AVIF) are not. */
export function isHeic(bytes: Uint8Array): boolean {
  return brandsOf(bytes).some((brand) => STILL_BRANDS.includes(brand) || SEQUENCE_BRANDS.includes(brand))
}

/**
 * Walks the boxes of a HEIC (ISO/IEC 14496-12) to the end of the file. Null when a box does not hold or there is no
 * picture. The size is that of the largest picture in it, which bounds what decoding can cost; `pictures` is 2 for a
 * sequence. How many still pictures there are is only found when it is opened.
 */
export function inspectHeic(bytes: Uint8Array): HeicFacts | null {
  const boxes = readBoxes(bytes, 0, bytes.length)
  const meta = boxes?.find((box) => box.type === 'meta')
  if (!boxes || !meta || !boxes.some((box) => box.type === 'mdat')) {
    return null
  }
  // Four bytes of version and flags come before the boxes in it.
  const properties = find(bytes, readBoxes(bytes, meta.from + 4, meta.end), ['iprp', 'ipco'])
  const sizes = properties?.filter((box) => box.type === 'ispe' && box.end - box.from >= 12) ?? []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let largest: { readonly width: number; readonly height: number } | null = null
  for (const { from } of sizes) {
    const size = { width: view.getUint32(from + 4), height: view.getUint32(from + 8) }
    if (!largest || size.width * size.height > largest.width * largest.height) {
      largest = size
    }
  }
  const isSequence = boxes.some((box) => box.type === 'moov')
  return largest ? { ...largest, pictures: isSequence ? 2 : 1 } : null
}

function brandsOf(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 16 || text(bytes, 4) !== 'ftyp') {
    return []
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Math.min(view.getUint32(0), bytes.length, 256)
  const brands = [text(bytes, 8)]
  for (let at = 16; at + 4 <= end; at += 4) {
    brands.push(text(bytes, at))
  }
  return brands
}

function find(
  bytes: Uint8Array,
  boxes: readonly Box[] | null,
  path: readonly string[],
): readonly Box[] | null {
  let inside = boxes
  for (const type of path) {
    const box = inside?.find((candidate) => candidate.type === type)
    inside = box ? readBoxes(bytes, box.from, box.end) : null
  }
  return inside
}

/** Boxes from one place to another, without gaps; null when one is longer than its surroundings. */
function readBoxes(bytes: Uint8Array, from: number, end: number): readonly Box[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  let at = from
  while (at < end) {
    if (at + BOX_HEADER_BYTES > end) {
      return null
    }
    const isLong = view.getUint32(at) === 1
    const head = isLong ? BOX_HEADER_BYTES * 2 : BOX_HEADER_BYTES
    if (at + head > end) {
      return null
    }
    const stated = isLong ? Number(view.getBigUint64(at + BOX_HEADER_BYTES)) : view.getUint32(at)
    // Zero: to the end.
    const length = stated === 0 ? end - at : stated
    if (length < head || at + length > end) {
      return null
    }
    boxes.push({ type: text(bytes, at + 4), from: at + head, end: at + length })
    at += length
  }
  return boxes
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
