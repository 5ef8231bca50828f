import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { ObjectReader } from './objectReader'
import { UnfitPdf } from './unfitPdf'

/** Where an object is: at an offset of the file, or so many objects into a stream of objects. */
export type Place =
  | { readonly in: 'file'; readonly offset: number; readonly generation: number }
  | { readonly in: 'stream'; readonly stream: number; readonly index: number }

export interface Places {
  /** By the number of the object; null where it was deleted. */
  readonly objects: ReadonlyMap<number, Place | null>
  /** The newest one, whose entries hold for the whole file. */
  readonly trailer: PDFDict
}

/** A document is saved anew some times, hardly a hundred. */
const MOST_TABLES = 100
/** 20 MB, 20 bytes an entry. */
const MOST_OBJECTS = 1_000_000

/**
 * Follows the tables of a file from the newest to the first (ISO 32000-1, 7.5.4 to 7.5.8), as readers on screens do. What
 * no table lists is not there: whoever searches the file for objects instead can find others. Throws on any damage.
 */
export function readPlaces(
  start: number,
  reader: ObjectReader,
  unpack: (stream: PDFRawStream) => Uint8Array,
): Places {
  const objects = new Map<number, Place | null>()
  const add = (number: number, place: Place | null): void => {
    if (!objects.has(number)) {
      objects.set(number, place)
    }
    if (objects.size > MOST_OBJECTS) {
      throw new UnfitPdf('too many objects')
    }
  }
  let newest: PDFDict | undefined
  const waiting = [start]
  const seen = new Set<number>()
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at) || seen.size > MOST_TABLES) {
      throw new UnfitPdf('tables that lead in a circle')
    }
    seen.add(at)
    reader.moveTo(at)
    const trailer = reader.word('xref') ? readTable(reader, add) : readStream(reader, unpack, add)
    newest ??= trailer
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(PDFName.of(key))
      if (next instanceof PDFNumber) {
        waiting.push(next.asNumber())
      }
    }
  }
  if (!newest) {
    throw new UnfitPdf('no trailer')
  }
  return { objects, trailer: newest }
}

type Add = (number: number, place: Place | null) => void

function readTable(reader: ObjectReader, add: Add): PDFDict {
  while (!reader.word('trailer')) {
    const first = reader.integer()
    const count = reader.integer()
    for (let index = 0; index < count; index += 1) {
      const offset = reader.integer()
      const generation = reader.integer()
      const isUsed = reader.word('n')
      if (!isUsed && !reader.word('f')) {
        throw new UnfitPdf('a table with an unknown entry')
      }
      add(first + index, isUsed ? { in: 'file', offset, generation } : null)
    }
  }
  const trailer = reader.parseObject()
  if (!(trailer instanceof PDFDict)) {
    throw new UnfitPdf('a table without a trailer')
  }
  return trailer
}

function readStream(reader: ObjectReader, unpack: (stream: PDFRawStream) => Uint8Array, add: Add): PDFDict {
  reader.head()
  const stream = reader.body()
  if (!(stream instanceof PDFRawStream)) {
    throw new UnfitPdf('no table where one should be')
  }
  const { dict } = stream
  const [type = 0, second = 0, third = 0] = numbersAt(dict, 'W')
  const size = dict.get(PDFName.of('Size'))
  const ranges = dict.has(PDFName.of('Index'))
    ? numbersAt(dict, 'Index')
    : [0, size instanceof PDFNumber ? size.asNumber() : 0]
  const bytes = unpack(stream)
  const width = type + second + third
  if (width < 1 || [type, second, third].some((one) => one < 0 || one > 6)) {
    throw new UnfitPdf('a table of unknown columns')
  }
  let at = 0
  const field = (length: number, absent: number): number => {
    let value = length === 0 ? absent : 0
    for (let index = 0; index < length; index += 1) {
      value = value * 256 + (bytes[at] ?? 0)
      at += 1
    }
    return value
  }
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2)
    if (at + count * width > bytes.length) {
      throw new UnfitPdf('a table that breaks off')
    }
    for (let index = 0; index < count; index += 1) {
      const [kind, one, two] = [field(type, 1), field(second, 0), field(third, 0)]
      add(first + index, placeOf(kind, one, two))
    }
  }
  return dict
}

function placeOf(kind: number, one: number, two: number): Place | null {
  switch (kind) {
    case 0:
      return null
    case 1:
      return { in: 'file', offset: one, generation: two }
    case 2:
      return { in: 'stream', stream: one, index: two }
    default:
      throw new UnfitPdf('a table with an unknown entry')
  }
}

function numbersAt(dict: PDFDict, key: string): readonly number[] {
  const array = dict.get(PDFName.of(key))
  if (!(array instanceof PDFArray)) {
    throw new UnfitPdf('a table of unknown columns')
  }
  return array.asArray().map((value) => {
    if (!(value instanceof PDFNumber) || !Number.isSafeInteger(value.asNumber()) || value.asNumber() < 0) {
      throw new UnfitPdf('a table of unknown columns')
    }
    return value.asNumber()
  })
}
