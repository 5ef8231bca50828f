/** PDF documents written by hand, so that tests say every byte of them. */

interface PdfOptions {
  /** Content of each page in the language of pages; by default one line of Latin text. */
  readonly pages?: readonly string[]
  /** `[x y x y]` of every page; A4 when absent. */
  readonly mediaBox?: string
  /** Added to the catalog: `/OpenAction 20 0 R`. */
  readonly catalog?: string
  /** Added to the trailer. */
  readonly trailer?: string
  /** More objects; the first has the number that `FIRST_OTHER` says. */
  readonly others?: ReadonlyArray<string | Buffer>
  /** Added to every page. */
  readonly page?: string
  /** Added to the resources of every page. */
  readonly resources?: string
}

/** 1 is the catalog, 2 the tree of pages, 3 to 7 fonts; others follow, then the pages. */
export const FIRST_OTHER = 8

const A4 = '[0 0 595 842]'

/** A document of several pages with Chinese text in a font that it does not bring along, as office programs write. */
export function pdfDocument(options: PdfOptions = {}): Buffer {
  const { pages = [line('Page 1')], others = [], mediaBox = A4 } = options
  const firstPage = FIRST_OTHER + others.length
  const kids = pages.map((_, index) => `${String(firstPage + 2 * index)} 0 R`).join(' ')
  const resources = `<</Font<</F1 3 0 R/F2 6 0 R>>${options.resources ?? ''}>>`
  return assemblePdf(
    [
      `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ''}>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${String(pages.length)}>>`,
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 5 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/StemV 80/CapHeight 700>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      'null',
      ...others,
      ...pages.flatMap((content, index) => [
        `<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}/Contents ${String(firstPage + 2 * index + 1)} 0 R/Resources${resources}${options.page ?? ''}>>`,
        streamObject(Buffer.from(content, 'latin1')),
      ]),
    ],
    options.trailer,
  )
}

/** Objects 1, 2, 3 and so on with a table of their places. */
export function assemblePdf(objects: ReadonlyArray<string | Buffer>, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    places.push(length)
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const part = Buffer.concat([Buffer.from(`${String(index + 1)} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`
  parts.push(
    Buffer.from(
      `${table}trailer\n<</Root 1 0 R/Size ${size}${trailer}>>\nstartxref\n${String(length)}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export function streamObject(content: Buffer, dictionary = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<</Length ${String(content.length)}${dictionary}>>stream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream'),
  ])
}

/** One line of Latin text; `y` is counted from the foot of the page. */
export function line(text: string, y = 700, size = 24): string {
  return `BT /F2 ${String(size)} Tf 72 ${String(y)} Td (${text}) Tj ET\n`
}

/** One line of Chinese. */
export function chineseLine(text: string, y = 700, size = 24): string {
  const codes = Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
  return `BT /F1 ${String(size)} Tf 72 ${String(y)} Td <${codes.join('')}> Tj ET\n`
}

/** A red ring with spokes, open enough to be taken for a seal of 42 mm. */
export function sealMark(x: number, y: number): string {
  const circle = (r: number): string => {
    const k = r * 0.5523
    const at = (dx: number, dy: number): string => `${String(x + dx)} ${String(y + dy)}`
    return [
      `${at(r, 0)} m`,
      `${at(r, k)} ${at(k, r)} ${at(0, r)} c`,
      `${at(-k, r)} ${at(-r, k)} ${at(-r, 0)} c`,
      `${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)} c`,
      `${at(k, -r)} ${at(r, -k)} ${at(r, 0)} c S`,
    ].join(' ')
  }
  return `q 0.8 0.1 0.12 RG 0.8 0.1 0.12 rg 5 w ${circle(59)} 3 w ${circle(16)} ${circle(40)} Q\n`
}
