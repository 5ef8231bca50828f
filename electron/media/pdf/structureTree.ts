import {
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { PAGE, type Mark } from './pageModel'
import { contentOf, isGroup, type ContentElement, type StructureElement } from './structure'

/** Marks of one page that belong together: to one element, or to none. */
export interface TaggedPart {
  readonly element: ContentElement | null
  readonly marks: readonly Mark[]
}

interface Piece {
  readonly page: PDFPage
  /** Number of the marked sequence within its page. */
  readonly id: number
}

/**
 * Writes what the layout says of its marks into a PDF: marked sequences around what is painted, and the tree that
 * leads to them (ISO 32000-1, 14.6 to 14.8). Everything on a page is a part of an element or an artifact.
 */
export class StructureTree {
  readonly #pdf: PDFDocument
  readonly #root: StructureElement
  readonly #places: ReadonlyMap<ContentElement, number>
  readonly #pieces = new Map<ContentElement, Piece[]>()
  /** Of each page, the elements of its marked sequences. */
  readonly #pages = new Map<PDFPage, ContentElement[]>()

  constructor(pdf: PDFDocument, root: StructureElement) {
    this.#pdf = pdf
    this.#root = root
    this.#places = new Map(contentOf(root).map((element, place) => [element, place]))
  }

  /** The marks of a page by element, in reading order whatever the order of layout; artifacts come last, above the rest. */
  parts(marks: readonly Mark[]): readonly TaggedPart[] {
    const byElement = new Map<ContentElement | null, Mark[]>()
    for (const mark of marks) {
      const own = byElement.get(mark.element)
      if (own) {
        own.push(mark)
      } else {
        byElement.set(mark.element, [mark])
      }
    }
    const place = (element: ContentElement | null): number =>
      element === null ? this.#places.size : (this.#places.get(element) ?? unknownElement(element))
    return [...byElement]
      .map(([element, own]) => ({ element, marks: own }))
      .toSorted((a, b) => place(a.element) - place(b.element))
  }

  /** Paints a part of a page inside its marked sequence. */
  mark(page: PDFPage, { element }: TaggedPart, paint: () => void): void {
    page.pushOperators(
      element === null
        ? PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')])
        : PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
            PDFName.of(element.role),
            `<</MCID ${String(this.#newPiece(page, element))}>>`,
          ]),
    )
    paint()
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
  }

  /** Once every page is painted. */
  write(): void {
    const { catalog, context } = this.#pdf
    const root = context.nextRef()
    const refs = new Map<StructureElement, PDFRef>()
    const top = this.#writeElement(this.#root, root, refs)
    const numbers = [...this.#pages].flatMap(([page, elements], index) => {
      page.node.set(PDFName.of('StructParents'), context.obj(index))
      return [index, elements.map((element) => refs.get(element) ?? unknownElement(element))]
    })
    context.assign(
      root,
      context.obj({
        Type: 'StructTreeRoot',
        K: top,
        ParentTree: context.register(context.obj({ Nums: numbers })),
        ParentTreeNextKey: this.#pages.size,
      }),
    )
    catalog.set(PDFName.of('StructTreeRoot'), root)
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  }

  #newPiece(page: PDFPage, element: ContentElement): number {
    const elements = this.#pages.get(page) ?? []
    const piece = { page, id: elements.length }
    this.#pages.set(page, [...elements, element])
    this.#pieces.set(element, [...(this.#pieces.get(element) ?? []), piece])
    return piece.id
  }

  #writeElement(element: StructureElement, parent: PDFRef, refs: Map<StructureElement, PDFRef>): PDFRef {
    const { context } = this.#pdf
    const ref = context.nextRef()
    refs.set(element, ref)
    const dict: PDFDict = context.obj({ Type: 'StructElem', S: element.role, P: parent })
    const kids = isGroup(element)
      ? element.children.map((child) => this.#writeElement(child, ref, refs))
      : (this.#pieces.get(element) ?? []).map(({ page, id }) =>
          context.obj({ Type: 'MCR', Pg: page.ref, MCID: id }),
        )
    dict.set(PDFName.of('K'), context.obj(kids))
    for (const [key, value] of this.#attributes(element)) {
      dict.set(PDFName.of(key), value)
    }
    context.assign(ref, dict)
    return ref
  }

  #attributes({ title, alt, scope, columns, box }: StructureElement): ReadonlyArray<[string, PDFObject]> {
    const { context } = this.#pdf
    const attributes: Array<[string, PDFObject]> = []
    if (title !== undefined) {
      attributes.push(['T', PDFHexString.fromText(title)])
    }
    if (alt !== undefined) {
      attributes.push(['Alt', PDFHexString.fromText(alt)])
    }
    if (scope !== undefined) {
      attributes.push(['A', context.obj({ O: 'Table', Scope: scope })])
    }
    if (columns !== undefined) {
      attributes.push(['A', context.obj({ O: 'Table', ColSpan: columns })])
    }
    if (box !== undefined) {
      const bottom = PAGE.height - box.y - box.height
      const corners = [box.x, bottom, box.x + box.width, bottom + box.height]
      attributes.push(['A', context.obj({ O: 'Layout', Placement: 'Block', BBox: corners })])
    }
    return attributes
  }
}

/** Reading order is that of the tree, so nothing may be drawn outside of it. */
function unknownElement(element: ContentElement): never {
  throw new Error(`A ${element.role} was drawn that is not in the structure`)
}
