import { deflateSync } from 'node:zlib'
import { assemblePdf, FIRST_OTHER, line, pdfDocument, streamObject } from '../../helpers/pdfDocuments'

const FIRST = `${String(FIRST_OTHER)} 0 R`

/** Sound documents to spoil: plain, of several pages, with a script, with packed streams. */
export function soundPdfs(): readonly Buffer[] {
  return [
    pdfDocument(),
    pdfDocument({ pages: [line('one'), line('two'), line('three')] }),
    pdfDocument({ catalog: `/OpenAction ${FIRST}`, others: ['<</S/JavaScript/JS(app.alert\\(1\\))>>'] }),
    assemblePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
      streamObject(deflateSync(Buffer.from('0 g 100 100 300 300 re f')), '/Filter/FlateDecode'),
    ]),
  ]
}

/** Small documents that ask for much, or turn in circles. */
export const PDF_BOMBS: readonly (() => Buffer)[] = [
  millionPages,
  pagesOfThemselves,
  deepTree,
  hugeBox,
  emptyBox,
  () => packed(2),
  pictureOfGigabytes,
  formOfItself,
  deepArray,
  tableOfItself,
  tableOfMillions,
  streamsOfObjects,
  passwordOfNobody,
  scriptsEverywhere,
  filesInside,
  type3OfItself,
  functionOfSamples,
]

/** Those that end at a limit of time, or take long to make. */
export const SLOW_PDF_BOMBS: readonly (() => Buffer)[] = [
  () => packed(1),
  patternOfDots,
  formsOfForms,
  manyOperators,
]

function millionPages(): Buffer {
  return tree(
    '<</Type/Pages/Count 1000000/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  )
}

function pagesOfThemselves(): Buffer {
  return tree(
    '<</Type/Pages/Count 9/Kids[3 0 R 2 0 R]>>',
    '<</Type/Pages/Parent 2 0 R/Count 9/Kids[2 0 R 3 0 R]>>',
  )
}

/** Twenty thousand branches, one inside of the other. */
function deepTree(): Buffer {
  const branches = Array.from(
    { length: 20_000 },
    (_, index) => `<</Type/Pages/Count 1/Parent ${String(index + 1)} 0 R/Kids[${String(index + 3)} 0 R]>>`,
  )
  return assemblePdf(['<</Type/Catalog/Pages 2 0 R>>', ...branches, '<</Type/Page/MediaBox[0 0 9 9]>>'])
}

function hugeBox(): Buffer {
  return pdfDocument({ mediaBox: '[0 0 99999999999 99999999999]' })
}

function emptyBox(): Buffer {
  return pdfDocument({ mediaBox: '[0 0 0 0]', page: '/UserUnit 1e30' })
}

/** Gigabytes of blanks in a stream that is packed once, or in one that is packed twice. */
function packed(times: 1 | 2): Buffer {
  const blanks = deflateSync(Buffer.alloc(times === 1 ? 900_000_000 : 300_000_000, ' '), { level: 9 })
  const content = times === 1 ? blanks : deflateSync(blanks, { level: 9 })
  const filters = times === 1 ? '/FlateDecode' : '[/FlateDecode/FlateDecode]'
  return assemblePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 4 0 R 4 0 R 4 0 R]/Resources<<>>>>',
    streamObject(content, `/Filter${filters}`),
  ])
}

function pictureOfGigabytes(): Buffer {
  const picture = streamObject(
    deflateSync(Buffer.alloc(1000)),
    '/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode',
  )
  return drawing(picture)
}

function formOfItself(): Buffer {
  return drawing(
    streamObject(
      Buffer.from('/X Do /X Do'),
      `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X ${FIRST}>>>>`,
    ),
  )
}

/** Thirty forms, each drawing the next twice: a thousand million drawings. */
function formsOfForms(): Buffer {
  const forms = Array.from({ length: 30 }, (_, index) => {
    const next = `${String(FIRST_OTHER + index + 1)} 0 R`
    return streamObject(
      Buffer.from(index === 29 ? '0 0 9 9 re f' : '/X Do /X Do'),
      `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X ${next}>>>>`,
    )
  })
  return pdfDocument({ others: forms, resources: `/XObject<</X ${FIRST}>>`, pages: ['/X Do'] })
}

function patternOfDots(): Buffer {
  const pattern = streamObject(
    Buffer.from('0 0 1e-9 1e-9 re f'),
    '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1e9 1e9]/XStep 1e-9/YStep 1e-9/Resources<<>>',
  )
  return pdfDocument({
    others: [pattern],
    resources: `/Pattern<</P ${FIRST}>>`,
    pages: ['/Pattern cs /P scn 0 0 595 842 re f'],
  })
}

function manyOperators(): Buffer {
  return pdfDocument({ pages: ['q 0 0 595 842 re W n 0 0 595 842 re B* '.repeat(250_000)] })
}

function deepArray(): Buffer {
  return pdfDocument({ others: ['['.repeat(500_000) + ']'.repeat(500_000)], catalog: `/X ${FIRST}` })
}

/** A trailer whose table before it is the table itself. */
function tableOfItself(): Buffer {
  const made = pdfDocument().toString('latin1')
  const place = /startxref\n(\d+)/.exec(made)?.[1] ?? '0'
  return Buffer.from(made.replace('trailer\n<<', `trailer\n<</Prev ${place}`), 'latin1')
}

function tableOfMillions(): Buffer {
  return Buffer.from(
    pdfDocument()
      .toString('latin1')
      .replace(/xref\n0 \d+/, 'xref\n0 999999999'),
    'latin1',
  )
}

/** A stream of objects that says it holds itself. */
function streamsOfObjects(): Buffer {
  const content = Buffer.from('8 0 9 3 << >>')
  return pdfDocument({
    others: [
      streamObject(content, '/Type/ObjStm/N 2147483647/First 8/Extends 8 0 R'),
      streamObject(
        deflateSync(Buffer.alloc(1_000_000)),
        '/Type/ObjStm/N 100000000/First 1/Filter/FlateDecode',
      ),
    ],
    catalog: `/X ${FIRST}`,
  })
}

function passwordOfNobody(): Buffer {
  return pdfDocument({ trailer: `/Encrypt<</Filter/Standard/V 4/R 4/O(${'x'.repeat(32)})/U(y)/P -4>>` })
}

function scriptsEverywhere(): Buffer {
  const script = '<</S/JavaScript/JS(while\\(1\\);)>>'
  return pdfDocument({
    others: [script],
    catalog: `/OpenAction ${FIRST}/AA<</WC ${FIRST}>>/Names<</JavaScript<</Names[(a) ${FIRST}]>>>>/AcroForm<</XFA[(x)(<x/>)]>>`,
    page: `/AA<</O ${FIRST}>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(/bin/sh)>>>>]`,
  })
}

function filesInside(): Buffer {
  return pdfDocument({
    others: [
      streamObject(Buffer.from('MZ'), '/Type/EmbeddedFile'),
      '<</Type/Filespec/F(a.exe)/EF<</F 8 0 R>>>>',
    ],
    catalog: '/Names<</EmbeddedFiles<</Names[(a) 9 0 R]>>>>',
  })
}

/** A letter whose drawing writes the letter. */
function type3OfItself(): Buffer {
  const glyph = streamObject(Buffer.from('9 0 d0 BT /T 9 Tf (aaaa) Tj ET'))
  const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a ${FIRST}>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</T 9 0 R>>>>>>`
  return pdfDocument({
    others: [glyph, font],
    page: '/Rotate 7',
    resources: '/Font<</T 9 0 R>>',
    pages: ['BT /T 9 Tf (aaaa) Tj ET'],
  })
}

function functionOfSamples(): Buffer {
  const samples = streamObject(
    Buffer.alloc(10),
    '/FunctionType 0/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]/Size[9999 9999 9999 9999]/BitsPerSample 32',
  )
  return pdfDocument({
    others: [samples, `<</ShadingType 1/ColorSpace/DeviceRGB/Function ${FIRST}>>`],
    resources: '/Shading<</S 9 0 R>>',
    pages: ['/S sh'],
  })
}

/** A page that draws one thing. */
function drawing(thing: Buffer): Buffer {
  return pdfDocument({
    others: [thing],
    resources: `/XObject<</X ${FIRST}>>`,
    pages: ['q 500 0 0 500 0 0 cm /X Do Q'],
  })
}

function tree(pages: string, third: string): Buffer {
  return assemblePdf(['<</Type/Catalog/Pages 2 0 R>>', pages, third])
}
