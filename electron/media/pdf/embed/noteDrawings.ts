import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib'
import type { PdfFile } from './pdfFile'

/** Bits of a note's flags (ISO 32000-1, table 165). */
const HIDDEN = 2
const NO_VIEW = 32

export interface NoteDrawing {
  /** The form that draws it. */
  readonly form: PDFObject
  /** From the form's units to those of the page. */
  readonly matrix: readonly number[]
}

/**
 * What the notes of a page look like: electronic seals, stamps and filled fields are notes. Only the ready drawing is
 * taken, placed as 12.5.5 says; a note without one is not drawn.
 */
export function noteDrawings(file: PdfFile, page: PDFDict): readonly NoteDrawing[] {
  return (file.arrayAt(page, 'Annots') ?? []).flatMap((item) => {
    const note = file.resolve(item)
    return note instanceof PDFDict ? drawingOf(file, note) : []
  })
}

function drawingOf(file: PdfFile, note: PDFDict): readonly NoteDrawing[] {
  const flags = file.numberAt(note, 'F') ?? 0
  if ((flags & (HIDDEN | NO_VIEW)) !== 0 || file.nameAt(note, 'Subtype') === 'Popup') {
    return []
  }
  const found = formOf(file, note)
  const rect = file.numbersAt(note, 'Rect', 4)
  if (!found || !rect) {
    return []
  }
  const matrix = placing(
    file.numbersAt(found.dict, 'BBox', 4) ?? [],
    file.numbersAt(found.dict, 'Matrix', 6) ?? [1, 0, 0, 1, 0, 0],
    rect,
  )
  return matrix ? [{ form: found.form, matrix }] : []
}

/** The normal appearance; of several, the one of the note's state. */
function formOf(file: PdfFile, note: PDFDict): { readonly form: PDFObject; readonly dict: PDFDict } | null {
  const appearances = file.dictAt(note, 'AP')
  const normal = appearances?.get(PDFName.of('N'))
  const own = file.resolve(normal)
  const state = file.nameAt(note, 'AS')
  const form =
    own instanceof PDFDict ? (state === undefined ? undefined : own.get(PDFName.of(state))) : normal
  const stream = file.resolve(form)
  return form instanceof PDFRef && stream instanceof PDFRawStream ? { form, dict: stream.dict } : null
}

/** Fits the drawing, as its own matrix turns it, into the note's rectangle (12.5.5, algorithm 8.1). */
function placing(box: readonly number[], own: readonly number[], rect: readonly number[]): number[] | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
  const corners = [
    [x1, y1],
    [x2, y1],
    [x1, y2],
    [x2, y2],
  ] as const
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom]
  const [r1 = 0, s1 = 0, r2 = 0, s2 = 0] = rect
  const [toWidth, toHeight] = [Math.abs(r2 - r1), Math.abs(s2 - s1)]
  if (!(width > 0 && height > 0 && toWidth > 0 && toHeight > 0)) {
    return null
  }
  const [scaleX, scaleY] = [toWidth / width, toHeight / height]
  return [scaleX, 0, 0, scaleY, Math.min(r1, r2) - left * scaleX, Math.min(s1, s2) - bottom * scaleY]
}
