import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFPage,
  type PDFObject,
} from 'pdf-lib'
import { TrueTypeFont } from '../../../electron/media/pdf/trueTypeFont'

/** What a reader of a PDF would find: text as it is painted, glyph by glyph, through the embedded fonts. */
export interface PdfParts {
  readonly pdf: PDFDocument
  readonly texts: readonly string[]
  readonly fonts: readonly Uint8Array[]
}

export async function readPdfParts(bytes: Uint8Array): Promise<PdfParts> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const fontFiles = new Map<PDFObject, Uint8Array>()
  const texts = pdf.getPages().map((page) => readText(page, fontFiles))
  return { pdf, texts, fonts: [...fontFiles.values()] }
}

function readText(page: PDFPage, fontFiles: Map<PDFObject, Uint8Array>): string {
  const resources = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  const decoders = new Map(
    (resources?.keys() ?? []).map((key) => {
      const descendants = resources?.lookup(key, PDFDict).lookup(PDFName.of('DescendantFonts'), PDFArray)
      const descriptor = descendants?.lookup(0, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict)
      const stream = descriptor?.lookup(PDFName.of('FontFile2'))
      if (!(stream instanceof PDFRawStream)) {
        throw new Error('A font is not embedded')
      }
      const file = fontFiles.get(stream) ?? decodePDFRawStream(stream).decode()
      fontFiles.set(stream, file)
      const font = new TrueTypeFont(file, 'embedded')
      const characters = new Map(
        font.characterSet.map((codePoint) => [font.glyphForCodePoint(codePoint).id, codePoint]),
      )
      return [key.decodeText(), characters] as const
    }),
  )
  let text = ''
  let current = new Map<number, number>()
  for (const match of contentOf(page).matchAll(/\/([^\s/]+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
    const [, font, glyphs] = match
    if (font !== undefined) {
      current = decoders.get(font) ?? new Map<number, number>()
    }
    for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) {
      text += String.fromCodePoint(current.get(Number.parseInt(glyph, 16)) ?? 0xfffd)
    }
  }
  return text
}

/** The operators of a page, decoded. */
export function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents]
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : '',
    )
    .join('\n')
}

/** Number of contours and bounding box of a glyph: what its outline is told apart by. Null for an empty glyph. */
export function outlineOf(font: Uint8Array, glyph: number): readonly number[] | null {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      const tag = Buffer.from(font.subarray(at, at + 4)).toString('latin1')
      return [tag, view.getUint32(at + 8)] as const
    }),
  )
  const [head = 0, loca = 0, glyf = 0] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag))
  const isLong = view.getInt16(head + 50) === 1
  const offset = (index: number): number =>
    isLong ? view.getUint32(loca + 4 * index) : 2 * view.getUint16(loca + 2 * index)
  const start = offset(glyph)
  if (start === offset(glyph + 1)) {
    return null
  }
  return [0, 2, 4, 6, 8].map((place) => view.getInt16(glyf + start + place))
}
