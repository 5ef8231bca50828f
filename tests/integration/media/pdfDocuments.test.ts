import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { configureSharp } from '../../../electron/media/images/configureSharp'
import { makeThumbnail } from '../../../electron/media/images/makeThumbnail'
import { makeView } from '../../../electron/media/images/makeView'
import { examineDocument } from '../../../electron/media/pages/examineDocument'
import { readDocument } from '../../../electron/media/reading/readDocument'
import type { ImageCheck } from '../../../shared/imaging/findings'
import {
  chineseLine,
  FIRST_OTHER,
  line,
  pdfDocument,
  sealMark,
  streamObject,
} from '../../helpers/pdfDocuments'

const STATEMENT = { kind: 'authenticity-commitment', face: 'page', entityKind: 'organization' } as const
const FIRST = String(FIRST_OTHER)

beforeAll(() => {
  configureSharp()
})

/** The page as it is shown: size, and share of its pixels that are not white, in thousandths. */
async function look(pdf: Uint8Array, page = 1) {
  const view = await makeView(pdf, page)
  if (!view.ok) {
    return view.error
  }
  const { data, info } = await sharp(view.value).greyscale().raw().toBuffer({ resolveWithObject: true })
  const dark = data.reduce((count, luma) => count + (luma < 128 ? 1 : 0), 0)
  return { width: info.width, height: info.height, inked: Math.round((1000 * dark) / data.length) }
}

async function finding(pdf: Uint8Array, check: ImageCheck) {
  return (await examineDocument(pdf, STATEMENT)).find((own) => own.check === check)
}

describe('Pages of a PDF document', () => {
  it('are drawn at the same size of pixels whatever the size of the page', async () => {
    expect(await look(pdfDocument())).toMatchObject({ width: 1837, height: 2600 })
    expect(await look(pdfDocument({ mediaBox: '[0 0 240 153]' }))).toMatchObject({ width: 2600 })
    expect(await look(pdfDocument({ mediaBox: '[0 0 14400 14400]' }))).toMatchObject({ width: 2600 })
    expect(await look(pdfDocument({ mediaBox: '[0 0 100000 100000]' }))).toBe('too-large')
  })

  it('show Chinese text in a font that the document does not bring along', async () => {
    const empty = await look(pdfDocument({ pages: [''] }))
    const text = Array.from({ length: 20 }, (_, row) =>
      chineseLine('真实性承诺书备案审核', 780 - 36 * row, 30),
    ).join('')
    const written = await look(pdfDocument({ pages: [text] }))
    expect(empty).toMatchObject({ inked: 0 })
    expect(written).toMatchObject({ inked: expect.toSatisfy((inked: number) => inked > 40) as unknown })
  })

  it('are drawn one by one, and a page that is not there is refused', async () => {
    const black = '0 g 0 0 595 842 re f\n'
    const pdf = pdfDocument({ pages: [line('one'), black] })
    expect(await look(pdf, 1)).toMatchObject({
      inked: expect.toSatisfy((inked: number) => inked < 20) as unknown,
    })
    expect(await look(pdf, 2)).toMatchObject({ inked: 1000 })
    expect(await look(pdf, 3)).toBe('undecodable')
  })

  it('show what is stamped on them as an annotation', async () => {
    const stamp = streamObject(
      Buffer.from('0 g 0 0 300 300 re f'),
      '/Type/XObject/Subtype/Form/BBox[0 0 300 300]',
    )
    const annotation = `<</Type/Annot/Subtype/Stamp/Rect[100 100 400 400]/F 4/AP<</N ${FIRST} 0 R>>>>`
    const options = { others: [stamp, annotation], pages: [''] }
    expect(await look(pdfDocument(options))).toMatchObject({ inked: 0 })
    const stamped = await look(pdfDocument({ ...options, page: `/Annots[${String(FIRST_OTHER + 1)} 0 R]` }))
    expect(stamped).toMatchObject({ inked: expect.closeTo((1000 * 300 * 300) / (595 * 842), -1) as unknown })
  })

  it('are small pictures of the first page in the strip', async () => {
    const small = await makeThumbnail(pdfDocument({ pages: [line('one'), line('two')] }), 320)
    const { width, height } = await sharp(small.ok ? small.value : undefined).metadata()
    expect({ width, height }).toEqual({ width: 226, height: 320 })
  })

  it('are refused when a part of them cannot be drawn, since the rest would look like the whole', async () => {
    const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000000' } })
      .jpeg()
      .toBuffer()
    const picture = (data: Buffer) =>
      streamObject(
        data,
        '/Type/XObject/Subtype/Image/Width 64/Height 64/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode',
      )
    const pdf = (data: Buffer) =>
      pdfDocument({
        others: [picture(data)],
        resources: `/XObject<</Im ${FIRST} 0 R>>`,
        pages: [`${line('text')}q 300 0 0 300 0 0 cm /Im Do Q`],
      })
    expect(await look(pdf(jpeg))).toMatchObject({ width: 1837 })
    expect(await look(pdf(jpeg.subarray(0, 100)))).toBe('undecodable')
  })
})

describe('The examination of a PDF document', () => {
  it('counts the pages and says on which page it measured', async () => {
    const pdf = pdfDocument({
      pages: [chineseLine('真实性承诺书'), chineseLine('盖章页') + sealMark(400, 200)],
    })
    const findings = await examineDocument(pdf, STATEMENT)
    const byCheck = new Map(findings.map((own) => [own.check, own]))
    expect([...byCheck.keys()]).toEqual([
      'decodable',
      'file-size',
      'exposure',
      'sharpness',
      'red-seal',
      'pages',
      'active-content',
    ])
    expect(byCheck.get('pages')).toMatchObject({ value: 2, verdict: 'pass' })
    expect(byCheck.get('sharpness')).toMatchObject({ page: 1, verdict: 'pass' })
    // The seal of a statement stands at its end.
    expect(byCheck.get('red-seal')).toMatchObject({ page: 2, verdict: 'pass' })
    expect(byCheck.get('active-content')).toMatchObject({ value: 0, verdict: 'pass' })
  })

  it('misses the seal that is on none of the pages', async () => {
    expect(await finding(pdfDocument({ pages: [line('one'), line('two')] }), 'red-seal')).toMatchObject({
      verdict: 'fail',
    })
  })

  it('doubts a blank first page and no other', async () => {
    expect(await finding(pdfDocument({ pages: [''] }), 'exposure')).toMatchObject({ verdict: 'fail' })
    expect(await finding(pdfDocument({ pages: [line('A few words')] }), 'exposure')).toMatchObject({
      verdict: 'pass',
    })
  })

  it.each([
    ['a script at opening', `/OpenAction ${FIRST} 0 R`, '<</S/JavaScript/JS(app.alert\\(1\\))>>'],
    ['a script in a name with numbers', `/OpenAction ${FIRST} 0 R`, '<</S/JavaScr#69pt/JS(x)>>'],
    ['a program to start', `/OpenAction ${FIRST} 0 R`, '<</S/Launch/F(calc.exe)>>'],
    ['a form to send', `/AA<</WC ${FIRST} 0 R>>`, '<</S/SubmitForm/F(https://example.com)>>'],
    ['a file inside', `/Names<</EmbeddedFiles ${FIRST} 0 R>>`, '<</Type/EmbeddedFile>>'],
    ['a form of XML', `/AcroForm ${FIRST} 0 R`, '<</XFA[(template)(<x/>)]>>'],
    [
      'an action behind an action',
      `/OpenAction ${FIRST} 0 R`,
      '<</S/GoTo/D[0]/Next[<</S/JavaScript/JS(x)>>]>>',
    ],
  ])('finds %s, and draws the page all the same', async (_, catalog, other) => {
    const pdf = pdfDocument({ catalog, others: [other] })
    expect(await finding(pdf, 'active-content')).toMatchObject({ verdict: 'fail', value: 1 })
    expect(await look(pdf)).toMatchObject({ width: 1837 })
  })

  it('says that a damaged or encrypted document cannot be decoded', async () => {
    const sound = pdfDocument()
    for (const bytes of [
      sound.subarray(0, 600),
      pdfDocument({ trailer: '/Encrypt<</Filter/Standard/V 9>>' }),
    ]) {
      expect(await finding(bytes, 'decodable')).toMatchObject({ verdict: 'fail' })
    }
  })

  it('names why a page is not drawn', async () => {
    expect(await look(pdfDocument({ trailer: '/Encrypt<</Filter/Standard/V 9>>' }))).toBe('encrypted')
    expect(await look(Buffer.from('%PDF-1.7 and nothing else'))).toBe('undecodable')
  })
})

describe('The reading of a PDF document', () => {
  it('takes a field from the page that has it, and says which', async () => {
    const pdf = pdfDocument({
      pages: [chineseLine('营业执照', 700, 30), chineseLine('法定代表人：王小明', 700, 30)],
    })
    const read = await readDocument(pdf, { kind: 'business-licence', face: 'face' })
    const fields = read.ok ? read.value : []
    expect(fields).toEqual([
      expect.objectContaining({ field: 'legal-representative', value: '王小明', page: 2 }),
    ])
  }, 60_000)
})
