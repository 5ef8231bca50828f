import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from 'pdf-lib'
import { ObjectReader } from './objectReader'
import { readPlaces, type Place, type Places } from './readPlaces'
import { UnfitPdf } from './unfitPdf'
import { unpackStream } from './unpackStream'

const MEBIBYTE = 1024 * 1024
/** Tables, streams of objects, and contents in pieces, all of one document together. */
const MOST_UNPACKED = 64 * MEBIBYTE
/** Objects lie one behind the other, so a file is read once; nested ones would be read again and again. */
const READ_AGAIN = 3
const MOST_HOPS = 16

/**
 * A PDF document as its own tables say, object by object when it is asked for. No repair and no guess: reviewers saw the
 * pages by another reader, and two that guess can show two documents. Everything throws `UnfitPdf` where it meets damage,
 * encryption, or more than its bounds.
 */
export class PdfFile {
  readonly trailer: PDFDict
  readonly #reader: ObjectReader
  readonly #places: Places['objects']
  readonly #length: number
  readonly #known = new Map<number, PDFObject>()
  readonly #streams = new Map<number, ReadonlyArray<readonly [number, PDFObject]>>()
  readonly #reading = new Set<number>()
  readonly #context = PDFContext.create()
  #unpacked = 0
  #read = 0

  constructor(bytes: Uint8Array) {
    this.#length = bytes.length
    this.#reader = new ObjectReader(bytes, this.#context, (ref) => this.#objectOf(ref))
    // Lengths in tables are plain numbers, so no object is asked for before its place is known.
    this.#places = new Map()
    const { objects, trailer } = orUnfit(() =>
      readPlaces(startOf(bytes), this.#reader, (stream) => this.unpack(stream)),
    )
    if (trailer.has(PDFName.of('Encrypt'))) {
      throw new UnfitPdf('encrypted')
    }
    this.#places = objects
    this.trailer = trailer
    orUnfit(() => {
      this.#checkHeads()
    })
  }

  /** The object itself, references followed; undefined for null and for what is not there. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    let found = object
    for (let hop = 0; found instanceof PDFRef; hop += 1) {
      if (hop > MOST_HOPS) {
        throw new UnfitPdf('references that lead in a circle')
      }
      found = this.#objectOf(found)
    }
    return found === PDFNull ? undefined : found
  }

  dictAt(dict: PDFDict, key: string): PDFDict | undefined {
    const value = this.resolve(dict.get(PDFName.of(key)))
    return value instanceof PDFDict ? value : undefined
  }

  arrayAt(dict: PDFDict, key: string): readonly PDFObject[] | undefined {
    const value = this.resolve(dict.get(PDFName.of(key)))
    return value instanceof PDFArray ? value.asArray() : undefined
  }

  nameAt(dict: PDFDict, key: string): string | undefined {
    const value = this.resolve(dict.get(PDFName.of(key)))
    return value instanceof PDFName ? value.decodeText() : undefined
  }

  numberAt(dict: PDFDict, key: string): number | undefined {
    const value = this.resolve(dict.get(PDFName.of(key)))
    return value instanceof PDFNumber ? value.asNumber() : undefined
  }

  /** So many numbers; undefined when there are others or fewer. */
  numbersAt(dict: PDFDict, key: string, count: number): readonly number[] | undefined {
    const numbers = this.arrayAt(dict, key)?.map((item) => this.resolve(item))
    const values = numbers?.flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []))
    return values?.length === count && numbers?.length === count ? values : undefined
  }

  unpack(stream: PDFRawStream): Uint8Array {
    const bytes = unpackStream(stream, MOST_UNPACKED - this.#unpacked, (object) => this.resolve(object))
    this.#unpacked += bytes.length
    return bytes
  }

  /** Where another reader finds no object it searches the whole file, and finds what the tables do not list. */
  #checkHeads(): void {
    for (const [number, place] of this.#places) {
      if (place?.in === 'file') {
        this.#reader.moveTo(place.offset)
        const [found, generation] = this.#reader.head()
        if (found !== number || generation !== place.generation) {
          throw new UnfitPdf('another object than the table says')
        }
      }
    }
  }

  #objectOf({ objectNumber, generationNumber }: PDFRef): PDFObject | undefined {
    const known = this.#known.get(objectNumber)
    const place = this.#places.get(objectNumber) ?? null
    if (place === null) {
      return undefined
    }
    if (generationNumber !== (place.in === 'file' ? place.generation : 0)) {
      throw new UnfitPdf('a reference to another generation')
    }
    if (known) {
      return known
    }
    if (this.#reading.has(objectNumber)) {
      throw new UnfitPdf('an object inside of itself')
    }
    this.#reading.add(objectNumber)
    const object = orUnfit(() => this.#readAt(objectNumber, place))
    this.#reading.delete(objectNumber)
    this.#known.set(objectNumber, object)
    return object
  }

  #readAt(number: number, place: Place): PDFObject {
    if (place.in === 'file') {
      this.#reader.moveTo(place.offset)
      this.#reader.head()
      const object = this.#reader.body()
      this.#read += this.#reader.offset - place.offset
      if (this.#read > READ_AGAIN * this.#length) {
        throw new UnfitPdf('objects that lie in one another')
      }
      return object
    }
    const [found, object] = this.#objectsIn(place.stream)[place.index] ?? []
    if (found !== number || object === undefined) {
      throw new UnfitPdf('another object than the table says')
    }
    return object
  }

  #objectsIn(number: number): ReadonlyArray<readonly [number, PDFObject]> {
    const known = this.#streams.get(number)
    if (known) {
      return known
    }
    if (this.#places.get(number)?.in !== 'file') {
      throw new UnfitPdf('no stream of objects where one should be')
    }
    const stream = this.#objectOf(PDFRef.of(number))
    if (!(stream instanceof PDFRawStream)) {
      throw new UnfitPdf('no stream of objects where one should be')
    }
    const objects = this.#readObjects(stream)
    this.#streams.set(number, objects)
    return objects
  }

  #readObjects(stream: PDFRawStream): ReadonlyArray<readonly [number, PDFObject]> {
    const bytes = this.unpack(stream)
    const first = this.numberAt(stream.dict, 'First') ?? 0
    const count = this.numberAt(stream.dict, 'N') ?? 0
    const reader = new ObjectReader(bytes, this.#context, () => undefined)
    const heads: Array<readonly [number, number]> = []
    for (let index = 0; index < count; index += 1) {
      heads.push([reader.integer(), reader.integer()])
    }
    let end = first
    return heads.map(([number, offset]) => {
      // In the order of their places: none lies in another.
      if (first + offset < end) {
        throw new UnfitPdf('objects that lie in one another')
      }
      reader.moveTo(first + offset)
      const object = reader.parseObject()
      end = reader.offset
      return [number, object] as const
    })
  }
}

/** Where the newest table begins. */
function startOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const place = file.lastIndexOf('startxref')
  const start = /^startxref\s+(\d{1,10})\s/.exec(file.toString('latin1', place, place + 64))?.[1]
  if (place === -1 || start === undefined || Number(start) >= bytes.length) {
    throw new UnfitPdf('no end')
  }
  return Number(start)
}

/** The library says by errors of many kinds, or by an overflow of the stack, that it cannot read something. */
function orUnfit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof UnfitPdf ? error : new UnfitPdf('an object that cannot be read')
  }
}
