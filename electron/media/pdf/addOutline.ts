import {
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFDict,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import type { Bookmark } from './pageModel'

/** Writes the bookmarks that a reader shows beside the pages (ISO 32000-1, 12.3.3). */
export function addOutline(
  pdf: PDFDocument,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFPage[],
): void {
  const { context } = pdf
  const root = context.nextRef()
  const ends = addLevel(pdf, bookmarks, root, pages)
  if (!ends) {
    return
  }
  const { first, last, count } = ends
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

interface Level {
  readonly first: PDFRef
  readonly last: PDFRef
  /** Entries that show: the children are closed at first. */
  readonly count: number
}

function addLevel(
  pdf: PDFDocument,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  pages: readonly PDFPage[],
): Level | null {
  const { context } = pdf
  const refs = bookmarks.map(() => context.nextRef())
  bookmarks.forEach((bookmark, index) => {
    const ref = refs[index]
    const page = pages[bookmark.page]
    if (!ref || !page) {
      throw new Error('A bookmark leads to a page that is not there')
    }
    const entry: PDFDict = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parent,
      Dest: [page.ref, PDFName.of('XYZ'), PDFNull, PDFNumber.of(page.getHeight()), PDFNull],
    })
    const [before, after] = [refs[index - 1], refs[index + 1]]
    if (before) {
      entry.set(PDFName.of('Prev'), before)
    }
    if (after) {
      entry.set(PDFName.of('Next'), after)
    }
    const children = addLevel(pdf, bookmark.children, ref, pages)
    if (children) {
      entry.set(PDFName.of('First'), children.first)
      entry.set(PDFName.of('Last'), children.last)
      entry.set(PDFName.of('Count'), PDFNumber.of(-children.count))
    }
    context.assign(ref, entry)
  })
  const [first, last] = [refs[0], refs.at(-1)]
  return first && last ? { first, last, count: refs.length } : null
}
