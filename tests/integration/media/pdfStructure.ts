import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument } from 'pdf-lib'
import { contentOf } from './pdfParts'

/** What somebody who cannot see a PDF would go by: its structure tree, and what its pages say belongs to which part. */

export interface StructureNode {
  readonly role: string
  readonly alt: string | null
  readonly columns: number
  readonly children: readonly StructureNode[]
  /** Marked sequences: index of the page and number on it. */
  readonly content: ReadonlyArray<{ readonly page: number; readonly id: number }>
}

export interface PaintedPart {
  /** Tag of the marked sequence, null for what is painted outside of any. */
  readonly tag: string | null
  /** Null for artifacts. */
  readonly id: number | null
  /** How much is painted in it: texts, pictures, lines. */
  readonly strokes: number
}

const PAINTS = /(?:^| )(?:Tj|TJ|'|"|Do|sh|S|s|f|F|f\*|B|B\*|b|b\*)$/

export function structureOf(pdf: PDFDocument): StructureNode {
  return readNode(pdf, structureRoot(pdf).lookup(PDFName.of('K'), PDFDict))
}

/** By page and number of the marked sequence, the role of the element that the parent tree leads to. */
export function parentRoles(pdf: PDFDocument): ReadonlyArray<readonly string[]> {
  const numbers = structureRoot(pdf)
    .lookup(PDFName.of('ParentTree'), PDFDict)
    .lookup(PDFName.of('Nums'), PDFArray)
  return pdf.getPages().map((page) => {
    const key = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()
    const at = numbers
      .asArray()
      .findIndex((entry, index) => index % 2 === 0 && entry.toString() === String(key))
    const elements = numbers.lookup(at + 1, PDFArray)
    return elements.asArray().map((_, index) => nameOf(elements.lookup(index, PDFDict), 'S'))
  })
}

/** Marked sequences of a page in the order in which they are painted; anything painted outside is one with a null tag. */
export function paintedParts(pdf: PDFDocument, page: number): readonly PaintedPart[] {
  const parts: Array<{ tag: string | null; id: number | null; strokes: number }> = []
  let isOpen = false
  for (const line of contentOf(pdf.getPage(page)).split('\n')) {
    const begun = /^\/(\S+)(?: <<\/MCID (\d+)>>)? (BDC|BMC)$/.exec(line)
    if (begun) {
      if (isOpen) {
        throw new Error('A marked sequence inside another')
      }
      isOpen = true
      parts.push({ tag: begun[1] ?? null, id: begun[2] === undefined ? null : Number(begun[2]), strokes: 0 })
    } else if (line === 'EMC') {
      isOpen = false
    } else if (PAINTS.test(line)) {
      const last = parts.at(-1)
      if (isOpen && last) {
        last.strokes += 1
      } else {
        parts.push({ tag: null, id: null, strokes: 1 })
      }
    }
  }
  return parts
}

/** An element and all below it, in reading order. */
export function allNodes(node: StructureNode): readonly StructureNode[] {
  return [node, ...node.children.flatMap(allNodes)]
}

function structureRoot(pdf: PDFDocument): PDFDict {
  return pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
}

function readNode(pdf: PDFDocument, dict: PDFDict): StructureNode {
  const kids = dict.lookup(PDFName.of('K'), PDFArray)
  const entries = kids.asArray().map((_, index) => kids.lookup(index, PDFDict))
  const pages = pdf.getPages().map(({ ref }) => ref)
  const alt = dict.lookupMaybe(PDFName.of('Alt'), PDFHexString)
  const attributes = dict.lookupMaybe(PDFName.of('A'), PDFDict)
  return {
    role: nameOf(dict, 'S'),
    alt: alt?.decodeText() ?? null,
    columns: attributes?.lookupMaybe(PDFName.of('ColSpan'), PDFNumber)?.asNumber() ?? 1,
    children: entries.filter((entry) => !isPiece(entry)).map((entry) => readNode(pdf, entry)),
    content: entries.filter(isPiece).map((entry) => {
      const page = entry.get(PDFName.of('Pg'))
      const id = entry.lookup(PDFName.of('MCID'), PDFNumber).asNumber()
      return { page: page instanceof PDFRef ? pages.indexOf(page) : -1, id }
    }),
  }
}

function isPiece(dict: PDFDict): boolean {
  return nameOf(dict, 'Type') === 'MCR'
}

function nameOf(dict: PDFDict, key: string): string {
  return dict.lookup(PDFName.of(key), PDFName).decodeText()
}
