import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib'
import { closesNoMore } from './closesNoMore'
import type { PdfFile } from './pdfFile'
import { ALLOWED_KEYS, ALLOWED_VALUES, RESOURCE_MAPS } from './drawingKeys'
import { UnfitPdf } from './unfitPdf'

/** Of all that one document needs: the fonts of a page are some hundred. */
const MOST_OBJECTS = 200_000
/** A font in a form in a pattern in a form lies some thirty deep. */
const MOST_DEPTH = 120

/**
 * How the keys of a dictionary are meant: as those of a thing, of a stream that is a content, of a dictionary of resources,
 * as free names that lead to things or to contents of glyphs, or as free names of which nothing is kept but that they are
 * there.
 */
type Meaning = 'thing' | 'content' | 'resources' | 'names' | 'glyphs' | 'bare-names'

/**
 * Copies what draws (fonts, pictures, forms, colours, patterns) out of a document, and only that: a dictionary keeps the
 * entries that `drawingKeys.ts` lists. Actions, notes, files, metadata, layers and tags are not among them, so they stay
 * behind wherever somebody put them.
 */
export class CleanCopy {
  readonly #file: PdfFile
  readonly #target: PDFContext
  readonly #copied = new Map<string, PDFRef>()
  #count = 0

  constructor(file: PdfFile, target: PDFContext) {
    this.#file = file
    this.#target = target
  }

  /** A dictionary of resources; an empty one when there is none. */
  resources(object: PDFObject | undefined): PDFObject {
    return object === undefined ? PDFDict.withContext(this.#target) : this.#copy(object, 'resources', 0)
  }

  thing(object: PDFObject): PDFObject {
    return this.#copy(object, 'thing', 0)
  }

  /** A form. */
  content(object: PDFObject): PDFObject {
    return this.#copy(object, 'content', 0)
  }

  /** Forms and patterns, whatever they say that they are. */
  #isContent(dict: PDFDict): boolean {
    return (
      this.#file.nameAt(dict, 'Subtype') === 'Form' ||
      ['BBox', 'PatternType'].some((key) => dict.has(PDFName.of(key)))
    )
  }

  #checkContent(stream: PDFRawStream): void {
    if (!closesNoMore(this.#file.unpack(stream))) {
      throw new UnfitPdf('a content that closes more than it opens')
    }
  }

  #copy(object: PDFObject, meaning: Meaning, depth: number): PDFObject {
    this.#count += 1
    if (this.#count > MOST_OBJECTS || depth > MOST_DEPTH) {
      throw new UnfitPdf('too many objects')
    }
    if (object instanceof PDFRef) {
      return this.#copyReferred(object, meaning, depth)
    }
    if (object instanceof PDFRawStream) {
      if (meaning === 'content' || this.#isContent(object.dict)) {
        this.#checkContent(object)
      }
      return PDFRawStream.of(this.#copyDict(object.dict, meaning, depth), object.contents)
    }
    if (object instanceof PDFDict) {
      return this.#copyDict(object, meaning, depth)
    }
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(this.#target)
      for (const item of object.asArray()) {
        array.push(this.#copy(item, 'thing', depth + 1))
      }
      return array
    }
    return object.clone(this.#target)
  }

  #copyReferred(ref: PDFRef, meaning: Meaning, depth: number): PDFObject {
    const key = `${meaning} ${String(ref.objectNumber)}`
    const copied = this.#copied.get(key)
    if (copied) {
      return copied
    }
    const object = this.#file.resolve(ref)
    if (object === undefined) {
      return PDFNull
    }
    const own = this.#target.nextRef()
    this.#copied.set(key, own)
    this.#target.assign(own, this.#copy(object, meaning, depth + 1))
    return own
  }

  #copyDict(dict: PDFDict, meaning: Meaning, depth: number): PDFDict {
    const copy = PDFDict.withContext(this.#target)
    for (const [key, value] of dict.entries()) {
      const name = key.decodeText()
      if (meaning === 'bare-names') {
        copy.set(key, PDFDict.withContext(this.#target))
      } else if (this.#isKept(name, value, meaning)) {
        copy.set(key, this.#copy(value, meaningBelow(name, meaning), depth + 1))
      }
    }
    return copy
  }

  #isKept(name: string, value: PDFObject, meaning: Meaning): boolean {
    if (meaning === 'names' || meaning === 'glyphs') {
      return true
    }
    if (meaning === 'resources') {
      return RESOURCE_MAPS.has(name) || name === 'Properties'
    }
    const allowed = ALLOWED_VALUES.get(name)
    if (allowed) {
      const own = this.#file.resolve(value)
      return own instanceof PDFName && allowed.includes(own.decodeText())
    }
    return ALLOWED_KEYS.has(name)
  }
}

const BELOW: ReadonlyMap<string, Meaning> = new Map([
  ['Resources', 'resources'],
  ['CharProcs', 'glyphs'],
  ['Colorants', 'names'],
])

function meaningBelow(name: string, meaning: Meaning): Meaning {
  if (meaning === 'resources') {
    return name === 'Properties' ? 'bare-names' : 'names'
  }
  if (meaning === 'names') {
    return 'thing'
  }
  if (meaning === 'glyphs') {
    return 'content'
  }
  return BELOW.get(name) ?? 'thing'
}
