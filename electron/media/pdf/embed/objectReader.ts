import {
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFDict,
  type PDFObject,
} from 'pdf-lib'
import { UnfitPdf } from './unfitPdf'

const LENGTH = PDFName.of('Length')
const codesOf = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0))
const WORDS = { obj: codesOf('obj'), endobj: codesOf('endobj') } as const

/**
 * Reads at stated places of a file, by the library's parser of single objects. Stricter than it: an object ends where it
 * says and a stream is as long as it says, since another reader could take another end. Errors of the library are its own.
 */
export class ObjectReader extends PDFObjectParser {
  readonly #lengthOf: (ref: PDFRef) => PDFObject | undefined

  /** `lengthOf` follows the reference by which a stream says its length. */
  constructor(bytes: Uint8Array, context: PDFContext, lengthOf: (ref: PDFRef) => PDFObject | undefined) {
    // The library does not hand out its stream of bytes, only what reads from one.
    super(PDFObjectParser.forBytes(bytes, context)['bytes'], context)
    this.#lengthOf = lengthOf
  }

  get offset(): number {
    return this.bytes.offset()
  }

  moveTo(offset: number): void {
    this.bytes.moveTo(offset)
  }

  /** A whole number, and the white space on both sides of it. */
  integer(): number {
    this.skipWhitespaceAndComments()
    const value = this.parseRawInt()
    this.skipWhitespaceAndComments()
    return value
  }

  /** Whether this word comes next; it is passed over if so. */
  word(word: string): boolean {
    this.skipWhitespaceAndComments()
    return this.matchKeyword(codesOf(word))
  }

  /** `4 0 obj`; answers number and generation. */
  head(): readonly [number, number] {
    const found = [this.integer(), this.integer()] as const
    if (!this.matchKeyword(WORDS.obj)) {
      throw new UnfitPdf('no object where one should be')
    }
    return found
  }

  /** What stands between a head and its `endobj`. */
  body(): PDFObject {
    const object = this.parseObject()
    if (object instanceof PDFRawStream) {
      const length = object.dict.get(LENGTH)
      if (!(length instanceof PDFNumber) || length.asNumber() !== object.contents.length) {
        throw new UnfitPdf('a stream of another length than it says')
      }
    }
    this.skipWhitespaceAndComments()
    if (!this.matchKeyword(WORDS.endobj)) {
      throw new UnfitPdf('an object without an end')
    }
    return object
  }

  protected override parseDict(ref?: PDFRef): PDFDict {
    const dict = super.parseDict(ref)
    const length = dict.get(LENGTH)
    if (length instanceof PDFRef) {
      const here = this.offset
      const value = this.#lengthOf(length)
      this.moveTo(here)
      if (value instanceof PDFNumber) {
        dict.set(LENGTH, value)
      }
    }
    return dict
  }
}
