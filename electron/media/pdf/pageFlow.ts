import { FRAME, FRAME_WIDTH, lineHeight, type Ink, type Mark, type Weight } from './pageModel'
import type { TextMeasure } from './textMeasure'
import { wrapText } from './wrapText'

export interface PlacedText {
  readonly x: number
  readonly width: number
  readonly size: number
  readonly weight: Weight
  readonly ink: Ink
}

/** Where on the line's height the baseline is, for a font whose ascent is 1.16 and descent 0.29 of the size. */
const BASELINE = 1.08

/** Fills pages from top to bottom. `y` is where the next thing begins. */
export class PageFlow {
  readonly measure: TextMeasure
  readonly pages: Mark[][] = []
  y: number = FRAME.top

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

  add(mark: Mark): void {
    this.pages.at(-1)?.push(mark)
  }

  lines(text: string, style: PlacedText): readonly string[] {
    return wrapText(text, style.width, style, this.measure)
  }

  /** Draws one line that is known to fit, its top at `top`. */
  line(text: string, top: number, style: PlacedText): void {
    if (text !== '') {
      const { x, size, weight, ink } = style
      this.add({ mark: 'text', x, y: top + size * BASELINE, size, weight, ink, text })
    }
  }

  /** Wraps and draws a text here, over as many pages as it takes. */
  paragraph(text: string, style: Partial<PlacedText> & { readonly size: number }): void {
    const full: PlacedText = {
      x: FRAME.left,
      width: FRAME_WIDTH,
      weight: 'regular',
      ink: 'text',
      ...style,
    }
    for (const line of this.lines(text, full)) {
      this.ensure(lineHeight(full.size))
      this.line(line, this.y, full)
      this.y += lineHeight(full.size)
    }
  }

  rule(ink: Ink = 'rule', thickness = 0.5, x1: number = FRAME.left, x2: number = FRAME.right): void {
    this.add({ mark: 'line', x1, x2, y: this.y, thickness, ink })
  }
}
