import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import { addOutline } from './addOutline'
import { embedFonts, readDossierFonts } from './dossierFonts'
import type { DossierInput, DossierSection } from './dossierInput'
import type { PictureSize } from './layoutPicture'
import { layoutDossier } from './layoutDossier'
import { paintDossier } from './paintDossier'
import { preparePicture, type PreparedPicture } from './preparePicture'
import { codePointName, substituteMissing, type Substituted } from './substituteMissing'
import { TextMeasure } from './textMeasure'

/**
 * Draws a dossier as PDF. The bytes depend on the input, the pictures and this program alone: no clock, no random
 * number, no locale. Pictures that are missing or cannot be decoded leave a notice on their page.
 */
export async function drawDossier(
  input: DossierInput,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const fonts = await readDossierFonts()
  const hasGlyph = (codePoint: number): boolean =>
    fonts.faces.regular.hasGlyphForCodePoint(codePoint) && fonts.faces.bold.hasGlyphForCodePoint(codePoint)
  const { value: drawable, missing } = substituteMissing(input, hasGlyph)
  const measure = new TextMeasure(fonts.faces)
  const prepared = await prepareAll(input, pictures)
  const dossier = layoutDossier(drawable, sizesOf(prepared), measure, missingGlyphs(drawable, missing))

  const pdf = await PDFDocument.create({ updateMetadata: false })
  describe(pdf, input)
  const embedded = await embedFonts(pdf, fonts, dossier)
  const refs = new Map([...prepared].map(([sha256, picture]) => [sha256, embedPicture(pdf, picture)]))
  const pages = paintDossier(pdf, dossier, { fonts: embedded, measure, pictures: refs })
  addOutline(pdf, dossier.bookmarks, pages)
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false })
}

async function prepareAll(
  input: DossierInput,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, PreparedPicture>> {
  const prepared = new Map<string, PreparedPicture>()
  for (const { sha256, notice } of input.pictures) {
    const bytes = notice === undefined ? pictures.get(sha256) : undefined
    if (bytes && !prepared.has(sha256)) {
      const picture = await preparePicture(bytes)
      if (picture) {
        prepared.set(sha256, picture)
      }
    }
  }
  return prepared
}

function sizesOf(prepared: ReadonlyMap<string, PreparedPicture>): ReadonlyMap<string, PictureSize> {
  return new Map(
    [...prepared].map(([sha256, { width, height, orientation }]) => [
      sha256,
      orientation >= 5 ? { width: height, height: width } : { width, height },
    ]),
  )
}

function embedPicture(
  pdf: PDFDocument,
  prepared: PreparedPicture,
): { readonly ref: PDFRef; readonly prepared: PreparedPicture } {
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
  return { ref: context.register(stream), prepared }
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

/** The PDF's properties. Its only date is the decision's, and its file identifier is the hash of what it says. */
function describe(pdf: PDFDocument, input: DossierInput): void {
  const createdAt = new Date(input.createdAt)
  pdf.setTitle(`${input.title} ${input.orderNumber}`, { showInWindowTitleBar: true })
  pdf.setSubject(input.orderNumber)
  pdf.setAuthor(input.author)
  pdf.setCreator(input.author)
  pdf.setProducer(input.author)
  pdf.setCreationDate(createdAt)
  pdf.setModificationDate(createdAt)
  pdf.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('zh-CN'))
  const identifier = PDFHexString.of(
    createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 32),
  )
  pdf.context.trailerInfo.ID = pdf.context.obj([identifier, identifier])
}

/** Last pages of the dossier: which characters could not be drawn; null when all could. */
function missingGlyphs(input: DossierInput, missing: Substituted<unknown>['missing']): DossierSection | null {
  if (missing.length === 0) {
    return null
  }
  const list = missing.map(({ codePoint, count }) => `${codePointName(codePoint)} × ${String(count)}`)
  return {
    title: input.words.missingGlyphsTitle,
    blocks: [
      { block: 'paragraph', text: input.words.missingGlyphsText },
      { block: 'paragraph', text: list.join('    ') },
    ],
  }
}
