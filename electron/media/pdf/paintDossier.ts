import {
  concatTransformationMatrix,
  drawObject,
  PDFName,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  type Color,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { orientationMatrix } from './orientationMatrix'
import { PAGE, type Ink, type LaidOutDossier, type Mark, type Weight } from './pageModel'
import { StructureTree } from './structureTree'
import type { TextMeasure } from './textMeasure'

const INKS: Readonly<Record<Ink, Color>> = {
  text: rgb(0.1, 0.11, 0.13),
  muted: rgb(0.36, 0.39, 0.42),
  accent: rgb(0.11, 0.29, 0.47),
  rule: rgb(0.78, 0.8, 0.83),
  fill: rgb(0.95, 0.96, 0.97),
}

/** An image, or a form that draws into the unit square as an image does. */
export interface PaintedSheet {
  readonly ref: PDFRef
  /** How a stored picture is turned (EXIF, 1 to 8). */
  readonly orientation: number
}

export interface Paints {
  readonly fonts: Readonly<Record<Weight, PDFFont>>
  readonly measure: TextMeasure
  /** Of each document, by its SHA-256, what it has on its sheets. */
  readonly pictures: ReadonlyMap<string, readonly PaintedSheet[]>
}

/** Draws laid-out pages and their structure. Marks count from the top, PDF counts from the bottom. */
export function paintDossier(pdf: PDFDocument, dossier: LaidOutDossier, paints: Paints): readonly PDFPage[] {
  const tree = new StructureTree(pdf, dossier.structure)
  const pages = dossier.pages.map((marks) => {
    const page = pdf.addPage([PAGE.width, PAGE.height])
    for (const part of tree.parts(marks)) {
      tree.mark(page, part, () => {
        for (const mark of part.marks) {
          paintMark(page, mark, paints)
        }
      })
    }
    return page
  })
  tree.write()
  return pages
}

function paintMark(page: PDFPage, mark: Mark, paints: Paints): void {
  switch (mark.mark) {
    case 'text':
      for (const run of paints.measure.runs(mark.text, mark.weight)) {
        page.drawText(run.text, {
          x: mark.x + run.x * mark.size,
          y: PAGE.height - mark.y,
          size: mark.size,
          font: paints.fonts[mark.weight],
          color: INKS[mark.ink],
        })
      }
      return
    case 'line': {
      const y = PAGE.height - mark.y
      page.drawLine({
        start: { x: mark.x1, y },
        end: { x: mark.x2, y },
        thickness: mark.thickness,
        color: INKS[mark.ink],
      })
      return
    }
    case 'box': {
      const color = INKS[mark.ink]
      page.drawRectangle({
        x: mark.x,
        y: PAGE.height - mark.y - mark.height,
        width: mark.width,
        height: mark.height,
        ...(mark.style === 'fill' ? { color } : { borderColor: color, borderWidth: 0.5 }),
      })
      return
    }
    case 'picture':
      paintPicture(page, mark, paints)
  }
}

function paintPicture(page: PDFPage, mark: Extract<Mark, { mark: 'picture' }>, paints: Paints): void {
  const picture = paints.pictures.get(mark.sha256)?.[mark.sheet]
  if (!picture) {
    throw new Error('A picture was laid out that is not there')
  }
  const name = page.node.newXObject('Picture', picture.ref)
  const box = {
    x: mark.x,
    y: PAGE.height - mark.y - mark.height,
    width: mark.width,
    height: mark.height,
  }
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...orientationMatrix(picture.orientation, box)),
    drawObject(PDFName.of(name.decodeText())),
    popGraphicsState(),
  )
}
