/** Bytes of one value by TIFF type (TIFF 6.0, section 2, and its supplements); other types are not sized. */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
}
const SHORT = 3
const LONG = 4
const ENTRY_BYTES = 12
const TAG = { width: 256, height: 257, strips: 273, stripBytes: 279, tiles: 324, tileBytes: 325 } as const

interface Directory {
  readonly view: DataView
  readonly isLittle: boolean
  readonly entries: ReadonlyMap<number, Entry>
}

interface Entry {
  readonly type: number
  readonly count: number
  /** Where the values stand in the file. */
  readonly at: number
}

/**
 * Reads the first directory of a TIFF (TIFF 6.0, section 2). Null when a value or a strip lies outside of the file, or
 * there is none. `pictures` is 2 when another directory follows: a page or a preview that nobody would look at.
 */
export function inspectTiff(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly pictures: 1 | 2 } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[0] === 0x49
  if (bytes.length < 8) {
    return null
  }
  const start = view.getUint32(4, isLittle)
  if (start < 8 || start + 2 > bytes.length) {
    return null
  }
  const count = view.getUint16(start, isLittle)
  const end = start + 2 + count * ENTRY_BYTES
  if (end + 4 > bytes.length) {
    return null
  }
  const entries = readEntries(view, isLittle, start + 2, count)
  if (entries === null) {
    return null
  }
  const directory = { view, isLittle, entries }
  const width = numbers(directory, TAG.width)?.[0]
  const height = numbers(directory, TAG.height)?.[0]
  if (width === undefined || height === undefined || !hasPixels(directory)) {
    return null
  }
  return { width, height, pictures: view.getUint32(end, isLittle) === 0 ? 1 : 2 }
}

function readEntries(
  view: DataView,
  isLittle: boolean,
  from: number,
  count: number,
): ReadonlyMap<number, Entry> | null {
  const entries = new Map<number, Entry>()
  for (let at = from; at < from + count * ENTRY_BYTES; at += ENTRY_BYTES) {
    const type = view.getUint16(at + 2, isLittle)
    const values = view.getUint32(at + 4, isLittle)
    const bytes = values * (TYPE_BYTES[type] ?? 1)
    // Four bytes and less stand in the entry itself.
    const place = bytes <= 4 ? at + 8 : view.getUint32(at + 8, isLittle)
    if (place + bytes > view.byteLength) {
      return null
    }
    entries.set(view.getUint16(at, isLittle), { type, count: values, at: place })
  }
  return entries
}

/** Strips or tiles are there, as many lengths as places, and all inside of the file. */
function hasPixels(directory: Directory): boolean {
  const places = numbers(directory, TAG.strips) ?? numbers(directory, TAG.tiles)
  const lengths = numbers(directory, TAG.stripBytes) ?? numbers(directory, TAG.tileBytes)
  if (!places || places.length === 0 || lengths?.length !== places.length) {
    return false
  }
  return places.every((place, index) => {
    const length = lengths[index] ?? 0
    return length > 0 && place + length <= directory.view.byteLength
  })
}

/** Values of a tag that holds whole numbers; null when it is missing or holds something else. */
function numbers({ view, isLittle, entries }: Directory, tag: number): readonly number[] | null {
  const entry = entries.get(tag)
  if (entry?.type === SHORT) {
    return Array.from({ length: entry.count }, (_, index) => view.getUint16(entry.at + index * 2, isLittle))
  }
  if (entry?.type === LONG) {
    return Array.from({ length: entry.count }, (_, index) => view.getUint32(entry.at + index * 4, isLittle))
  }
  return null
}
