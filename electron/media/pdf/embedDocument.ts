import { PDFObjectCopier, type PDFDocument, type PDFRef } from 'pdf-lib'
import { isPdf } from '../../../shared/imaging/formats/inspectPdf'
import { preparePages, type PreparedPages } from './embed/preparePages'
import type { PictureSheets } from './layoutPicture'
import type { PaintedSheet } from './paintDossier'
import { preparePicture, type PreparedPicture } from './preparePicture'

/** A document ready to go into the dossier: a picture, or the pages of a PDF document. */
export type PreparedDocument = PreparedPicture | PreparedPages

/** Null when it cannot be drawn. */
export async function prepareDocument(bytes: Uint8Array): Promise<PreparedDocument | null> {
  return isPdf(bytes) ? preparePages(bytes) : preparePicture(bytes)
}

/** What the layout has to know of it. */
export function sheetsOf(document: PreparedDocument): PictureSheets {
  if ('pages' in document) {
    return { sizes: document.pages, total: document.total }
  }
  const { width, height, orientation } = document
  return {
    sizes: [orientation >= 5 ? { width: height, height: width } : { width, height }],
    total: null,
  }
}

/** Writes it into the PDF; the answer has what is to be painted, by the number of the sheet. */
export function embedDocument(pdf: PDFDocument, document: PreparedDocument): readonly PaintedSheet[] {
  if (!('pages' in document)) {
    return [{ ref: embedPicture(pdf, document), orientation: document.orientation }]
  }
  const copier = PDFObjectCopier.for(document.context, pdf.context)
  return document.pages.map(({ form }) => ({ ref: copier.copy(form), orientation: 1 }))
}

function embedPicture(pdf: PDFDocument, prepared: PreparedPicture): PDFRef {
  const { context } = pdf
  const common = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: prepared.width,
    Height: prepared.height,
    BitsPerComponent: 8,
  }
  const stream =
    prepared.form === 'jpeg'
      ? context.stream(prepared.bytes, { ...common, ...jpegColour(prepared.components), Filter: 'DCTDecode' })
      : context.flateStream(prepared.rgb, { ...common, ColorSpace: 'DeviceRGB' })
  return context.register(stream)
}

/** Four-colour JPEGs come from Adobe's programs, which store them inverted. */
function jpegColour(components: 1 | 3 | 4): { ColorSpace: string; Decode?: number[] } {
  switch (components) {
    case 1:
      return { ColorSpace: 'DeviceGray' }
    case 3:
      return { ColorSpace: 'DeviceRGB' }
    case 4:
      return { ColorSpace: 'DeviceCMYK', Decode: [1, 0, 1, 0, 1, 0, 1, 0] }
  }
}
