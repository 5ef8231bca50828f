import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { addOutline } from './addOutline'
import { embedFonts, readDossierFonts } from './dossierFonts'
import type { DossierInput, DossierSection } from './dossierInput'
import { embedDocument, prepareDocument, sheetsOf, type PreparedDocument } from './embedDocument'
import { layoutDossier } from './layoutDossier'
import { paintDossier } from './paintDossier'
import { codePointName, substituteMissing, type Substituted } from './substituteMissing'
import { TextMeasure } from './textMeasure'

/**
 * Draws a dossier as PDF. The bytes depend on the input, the pictures and this program alone: no clock, no random
 * number, no locale. Documents that are missing or cannot be drawn leave a notice on their page.
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
  const sheets = new Map([...prepared].map(([sha256, document]) => [sha256, sheetsOf(document)]))
  const dossier = layoutDossier(drawable, sheets, measure, missingGlyphs(drawable, missing))

  const pdf = await PDFDocument.create({ updateMetadata: false })
  describe(pdf, input)
  const embedded = await embedFonts(pdf, fonts, dossier)
  const painted = new Map([...prepared].map(([sha256, document]) => [sha256, embedDocument(pdf, document)]))
  const pages = paintDossier(pdf, dossier, { fonts: embedded, measure, pictures: painted })
  addOutline(pdf, dossier.bookmarks, pages)
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false })
}

async function prepareAll(
  input: DossierInput,
  documents: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, PreparedDocument>> {
  const prepared = new Map<string, PreparedDocument>()
  for (const { sha256 } of input.pictures) {
    const bytes = documents.get(sha256)
    if (bytes && !prepared.has(sha256)) {
      const document = await prepareDocument(bytes)
      if (document) {
        prepared.set(sha256, document)
      }
    }
  }
  return prepared
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
