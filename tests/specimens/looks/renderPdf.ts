import sharp from 'sharp'
import { assemblePdf, streamObject } from '../../helpers/pdfDocuments'

/** A4 upright, in points. */
const SHEET = { width: 595, height: 842 }

/** Scanned sheets as one PDF document, as the scanner of an office sends them. The pictures lie in it as they are. */
export async function renderPdf(sheets: readonly Uint8Array[]): Promise<Uint8Array> {
  const pages = await Promise.all(sheets.map((sheet, index) => pageObjects(sheet, 3 + 3 * index)))
  const kids = sheets.map((_, index) => `${String(3 + 3 * index)} 0 R`).join(' ')
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${String(sheets.length)}>>`,
    ...pages.flat(),
  ])
}

/** The page, what it draws, and the picture; `first` is the number of the page's object. */
async function pageObjects(sheet: Uint8Array, first: number): Promise<ReadonlyArray<string | Buffer>> {
  const { width, height, channels } = await sharp(sheet).metadata()
  const scale = Math.min(SHEET.width / width, SHEET.height / height)
  const [wide, high] = [width * scale, height * scale]
  const place = [wide, 0, 0, high, (SHEET.width - wide) / 2, (SHEET.height - high) / 2]
  const box = `[0 0 ${String(SHEET.width)} ${String(SHEET.height)}]`
  const resources = `<</XObject<</Im ${String(first + 2)} 0 R>>>>`
  const colours = channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  return [
    `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents ${String(first + 1)} 0 R/Resources${resources}>>`,
    streamObject(Buffer.from(`q ${place.map((part) => part.toFixed(2)).join(' ')} cm /Im Do Q`)),
    streamObject(
      Buffer.from(sheet),
      `/Type/XObject/Subtype/Image/Width ${String(width)}/Height ${String(height)}/BitsPerComponent 8/ColorSpace/${colours}/Filter/DCTDecode`,
    ),
  ]
}
