import { FRAME, FRAME_WIDTH, lineHeight, type Ink, type Mark, type Shape, type Weight } from './pageModel'
import {
  isGroup,
  type ContentElement,
  type ContentRole,
  type ElementAttributes,
  type GroupElement,
  type GroupRole,
  type StructureElement,
} from './structure'
import type { TextMeasure } from './textMeasure'
import { wrapText } from './wrapText'

export interface PlacedText {
  readonly x: number
  readonly width: number
  readonly size: number
  readonly weight: Weight
  readonly ink: Ink
}

/** Room for the number of a page that is not laid out yet. */
interface NumberPlace {
  readonly pageIndex: number
  readonly top: number
  readonly style: PlacedText
  readonly element: ContentElement
  readonly picture: number
}

/** Where on the line's height the baseline is, for a font whose ascent is 1.16 and descent 0.29 of the size. */
const BASELINE = 1.08

/** Fills pages from top to bottom, and says of everything what it is. `y` is where the next thing begins. */
export class PageFlow {
  readonly measure: TextMeasure
  readonly pages: Mark[][] = []
  readonly structure: GroupElement = { role: 'Document', children: [] }
  readonly #numbers: NumberPlace[] = []
  y: number = FRAME.top
  /** Element that what is drawn belongs to; null while it belongs to none. */
  #open: StructureElement | null = this.structure

  constructor(measure: TextMeasure) {
    this.measure = measure
  }

  get pageIndex(): number {
    return this.pages.length - 1
  }

  get room(): number {
    return FRAME.bottom - this.y
  }

  newPage(): void {
    this.pages.push([])
    this.y = FRAME.top
  }

  /** Begins a new page unless `height` points are left on this one. */
  ensure(height: number): void {
    if (this.pages.length === 0 || this.room < height) {
      this.newPage()
    }
  }

  /** A new group inside the open one. */
  group(role: GroupRole, attributes: ElementAttributes = {}): GroupElement {
    return this.#append({ role, children: [], ...attributes })
  }

  /** A new element for content inside the open group. */
  content(role: ContentRole, attributes: ElementAttributes = {}): ContentElement {
    return this.#append({ role, ...attributes })
  }

  /** What `draw` adds belongs to this element; with null it is an artifact, which readers of screens pass over. */
  inside<T>(element: StructureElement | null, draw: () => T): T {
    const before = this.#open
    this.#open = element
    const drawn = draw()
    this.#open = before
    return drawn
  }

  /** Lines and boxes are never more than looks; text and pictures belong to the open element. */
  add(shape: Shape, pageIndex: number = this.pageIndex): void {
    const isLook = shape.mark === 'line' || shape.mark === 'box'
    this.pages[pageIndex]?.push({ ...shape, element: isLook ? null : this.#openContent() })
  }

  #openContent(): ContentElement | null {
    const open = this.#open
    if (open !== null && isGroup(open)) {
      throw new Error(`A ${open.role} holds elements and no content of its own`)
    }
    return open
  }

  #append<E extends StructureElement>(element: E): E {
    const open = this.#open
    if (open !== null) {
      if (!isGroup(open)) {
        throw new Error(`A ${open.role} holds content and no elements`)
      }
      open.children.push(element)
    }
    return element
  }

  lines(text: string, style: PlacedText): readonly string[] {
    return wrapText(text, style.width, style, this.measure)
  }

  /** Draws one line that is known to fit, its top at `top`. */
  line(text: string, top: number, style: PlacedText, pageIndex: number = this.pageIndex): void {
    if (text.trim() !== '') {
      const { x, size, weight, ink } = style
      this.add({ mark: 'text', x, y: top + size * BASELINE, size, weight, ink, text }, pageIndex)
    }
  }

  /** Leaves room for the number of the page of a picture, which is drawn by `fillNumbers`. */
  leaveNumber(picture: number, top: number, style: PlacedText, element: ContentElement): void {
    this.#numbers.push({ pageIndex: this.pageIndex, top, style, element, picture })
  }

  /** `pages`: index of the page of each picture. */
  fillNumbers(pages: readonly number[]): void {
    for (const { pageIndex, top, style, element, picture } of this.#numbers) {
      const page = pages[picture]
      if (page === undefined) {
        throw new Error('A page number is asked for of a picture that is not there')
      }
      this.inside(element, () => {
        this.line(String(page + 1), top, style, pageIndex)
      })
    }
  }

  /** Wraps and draws a text here, over as many pages as it takes, as an element of its own. */
  paragraph(role: ContentRole, text: string, style: Partial<PlacedText> & { readonly size: number }): void {
    const full: PlacedText = {
      x: FRAME.left,
      width: FRAME_WIDTH,
      weight: 'regular',
      ink: 'text',
      ...style,
    }
    this.inside(this.content(role), () => {
      for (const line of this.lines(text, full)) {
        this.ensure(lineHeight(full.size))
        this.line(line, this.y, full)
        this.y += lineHeight(full.size)
      }
    })
  }

  rule(ink: Ink = 'rule', thickness = 0.5, x1: number = FRAME.left, x2: number = FRAME.right): void {
    this.add({ mark: 'line', x1, x2, y: this.y, thickness, ink })
  }
}
