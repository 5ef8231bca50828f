/** What of EXIF is looked at. Never leaves the process that opened the picture. */
export interface ExifText {
  /** Programs that wrote or changed the file. */
  readonly software: string
  /** Whether a maker of a camera or scanner stands in it. */
  readonly hasMaker: boolean
  readonly comment: string
}

const TAG = { processing: 0x000b, maker: 0x010f, software: 0x0131, exif: 0x8769, comment: 0x9286 } as const
const MOST_ENTRIES = 512
const MOST_TEXT = 512

/**
 * Reads the texts of a TIFF structure's first directory and of the EXIF directory it points to (EXIF 2.32, section
 * 4.6). A structure that does not hold gives empty texts; nothing throws.
 */
export function readExif(bytes: Uint8Array): ExifText {
  const start = startsWithExif(bytes) ? 6 : 0
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.max(0, bytes.byteLength - start))
  const empty = { software: '', hasMaker: false, comment: '' }
  if (view.byteLength < 8) {
    return empty
  }
  const isLittle = view.getUint8(0) === 0x49
  if (view.getUint16(2, isLittle) !== 42) {
    return empty
  }
  const first = readDirectory(view, isLittle, view.getUint32(4, isLittle))
  const pointer = first.get(TAG.exif)
  const second = pointer ? readDirectory(view, isLittle, pointer.inline) : new Map<number, Entry>()
  return {
    software: [TAG.software, TAG.processing].map((tag) => textOf(view, first.get(tag))).join('\n'),
    hasMaker: textOf(view, first.get(TAG.maker)).trim() !== '',
    comment: textOf(view, second.get(TAG.comment)),
  }
}

interface Entry {
  readonly at: number
  readonly length: number
  /** The value field itself, as a number. */
  readonly inline: number
}

function startsWithExif(bytes: Uint8Array): boolean {
  return [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, index) => bytes[index] === byte)
}

function readDirectory(view: DataView, isLittle: boolean, at: number): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>()
  if (at < 8 || at + 2 > view.byteLength) {
    return entries
  }
  const count = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES)
  for (let index = 0; index < count; index += 1) {
    const place = at + 2 + index * 12
    if (place + 12 > view.byteLength) {
      break
    }
    const type = view.getUint16(place + 2, isLittle)
    // Texts have one byte a unit: ASCII, bytes of UTF-8, or undefined ones.
    const size = type === 1 || type === 2 || type === 7 || type === 129 ? 1 : 4
    const length = view.getUint32(place + 4, isLittle) * size
    const inline = view.getUint32(place + 8, isLittle)
    entries.set(view.getUint16(place, isLittle), { at: length <= 4 ? place + 8 : inline, length, inline })
  }
  return entries
}

function textOf(view: DataView, entry: Entry | undefined): string {
  if (!entry || entry.at + entry.length > view.byteLength) {
    return ''
  }
  const bytes = new Uint8Array(view.buffer, view.byteOffset + entry.at, Math.min(entry.length, MOST_TEXT))
  return new TextDecoder().decode(bytes).replaceAll('\0', ' ')
}
