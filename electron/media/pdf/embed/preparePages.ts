import { PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib'
import { MOST_PAGES } from '../../../../shared/imaging/pdfPages'
import { closesNoMore } from './closesNoMore'
import { CleanCopy } from './cleanCopy'
import { noteDrawings } from './noteDrawings'
import { pageLeaves, type PageBox, type PageLeaf } from './pageLeaves'
import { PdfFile } from './pdfFile'
import { UnfitPdf } from './unfitPdf'

/** A page may be 14,400 units long (ISO 32000-1, annex C.2). */
const MOST_UNITS = 14_400

export interface PreparedPage {
  /** A form that draws the page upright into PDF's unit square. */
  readonly form: PDFRef
  /** Upright, in points. */
  readonly width: number
  readonly height: number
}

export interface PreparedPages {
  /** What the forms need, and nothing else of the document. */
  readonly context: PDFContext
  /** At most `MOST_PAGES`. */
  readonly pages: readonly PreparedPage[]
  /** As many as the document has. */
  readonly total: number
}

/**
 * The pages of a PDF document as forms that can go into another document: contents and pictures byte for byte, without
 * anything that acts. Null when it is encrypted, damaged, beyond the bounds, or hides a part of its pages by layers.
 */
export function preparePages(bytes: Uint8Array): PreparedPages | null {
  try {
    const file = new PdfFile(bytes)
    const catalog = file.dictAt(file.trailer, 'Root')
    if (!catalog || hidesLayers(file, catalog)) {
      return null
    }
    const leaves = pageLeaves(file, catalog)
    const context = PDFContext.create()
    const copy = new CleanCopy(file, context)
    const pages = leaves.slice(0, MOST_PAGES).map((leaf) => preparePage(file, leaf, copy, context))
    return { context, pages, total: leaves.length }
  } catch (error) {
    if (error instanceof UnfitPdf) {
      return null
    }
    throw error
  }
}

/** Layers stay behind, so that everything shows. Where a reader would hide something the page would be another one. */
function hidesLayers(file: PdfFile, catalog: PDFDict): boolean {
  const layers = file.dictAt(catalog, 'OCProperties')
  const shown = layers && file.dictAt(layers, 'D')
  if (!shown) {
    return false
  }
  const base = file.nameAt(shown, 'BaseState') ?? 'ON'
  return base !== 'ON' || ['OFF', 'AS'].some((key) => (file.arrayAt(shown, key) ?? []).length > 0)
}

function preparePage(file: PdfFile, leaf: PageLeaf, copy: CleanCopy, context: PDFContext): PreparedPage {
  const { box, turns } = leaf
  if (Math.max(box.width, box.height) > MOST_UNITS || Math.min(box.width, box.height) < 1) {
    throw new UnfitPdf('a page of no size that exists')
  }
  const parts = PDFDict.withContext(context)
  parts.set(PDFName.of('Page'), context.register(pageForm(file, leaf, copy, context)))
  const drawn = noteDrawings(file, leaf.dict).map(({ form, matrix }, index) => {
    const name = `Note${String(index)}`
    parts.set(PDFName.of(name), noteForm(copy.content(form), context))
    return `q ${matrix.map(numeral).join(' ')} cm /${name} Do Q\n`
  })
  const form = context.stream(`/Page Do\n${drawn.join('')}`, {
    ...FORM,
    BBox: cornersOf(box),
    Matrix: intoUnitSquare(box, turns),
    Resources: { XObject: parts },
  })
  const isTurned = turns % 2 === 1
  return {
    form: context.register(form),
    width: isTurned ? box.height : box.width,
    height: isTurned ? box.width : box.height,
  }
}

const FORM = { Type: 'XObject', Subtype: 'Form', FormType: 1 } as const

/** The page's own content: one stream goes along as it is packed, several are joined, since they are one text. */
function pageForm(file: PdfFile, leaf: PageLeaf, copy: CleanCopy, context: PDFContext): PDFRawStream {
  const contents = file.resolve(leaf.dict.get(PDFName.of('Contents')))
  const streams = contents instanceof PDFRawStream ? [contents] : contentStreams(file, leaf.dict)
  const content = joined(streams.map((one) => file.unpack(one)))
  if (!closesNoMore(content)) {
    throw new UnfitPdf('a content that closes more than it opens')
  }
  const [only] = streams
  const stream =
    only && streams.length === 1
      ? PDFRawStream.of(filtersOf(only, copy, context), only.contents)
      : context.flateStream(content)
  const group = leaf.dict.get(PDFName.of('Group'))
  const own = context.obj({
    ...FORM,
    BBox: cornersOf(leaf.box),
    Resources: copy.resources(leaf.resources),
    ...(group === undefined ? {} : { Group: copy.thing(group) }),
  })
  for (const [key, value] of own.entries()) {
    stream.dict.set(key, value)
  }
  return stream
}

function contentStreams(file: PdfFile, page: PDFDict): readonly PDFRawStream[] {
  return (file.arrayAt(page, 'Contents') ?? []).map((item) => {
    const stream = file.resolve(item)
    if (!(stream instanceof PDFRawStream)) {
      throw new UnfitPdf('contents that are not there')
    }
    return stream
  })
}

function filtersOf(stream: PDFRawStream, copy: CleanCopy, context: PDFContext): PDFDict {
  const filters = PDFDict.withContext(context)
  for (const key of ['Filter', 'DecodeParms'].map((name) => PDFName.of(name))) {
    const value = stream.dict.get(key)
    if (value !== undefined) {
      filters.set(key, copy.thing(value))
    }
  }
  return filters
}

/** A word never goes on from one piece to the next (7.8.2). */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]))
}

/** Readers take a note's drawing for a form whether or not it says so. */
function noteForm(copied: PDFObject, context: PDFContext): PDFObject {
  const stream = copied instanceof PDFRef ? context.lookup(copied) : copied
  if (stream instanceof PDFRawStream) {
    stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
    stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  }
  return copied
}

function cornersOf({ x, y, width, height }: PageBox): number[] {
  return [x, y, x + width, y + height]
}

/** Matrix from the units of a page to the unit square, turned clockwise so many quarters. */
function intoUnitSquare({ x, y, width: w, height: h }: PageBox, turns: 0 | 1 | 2 | 3): number[] {
  switch (turns) {
    case 0:
      return [1 / w, 0, 0, 1 / h, -x / w, -y / h]
    case 1:
      return [0, -1 / w, 1 / h, 0, -y / h, 1 + x / w]
    case 2:
      return [-1 / w, 0, 0, -1 / h, 1 + x / w, 1 + y / h]
    case 3:
      return [0, 1 / w, -1 / h, 0, 1 + y / h, -x / w]
  }
}

/** PDF knows no exponents. */
function numeral(value: number): string {
  return PDFNumber.of(value).toString()
}
