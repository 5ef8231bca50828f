import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFRawStream } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countActiveContent } from '../../../electron/media/pages/countActiveContent'
import { drawDossier } from '../../../electron/media/pdf/drawDossier'
import { preparePages } from '../../../electron/media/pdf/embed/preparePages'
import { FIRST_OTHER, line, pdfDocument, streamObject } from '../../helpers/pdfDocuments'
import { readPdfParts } from './pdfParts'
import { sampleDossier } from './sampleDossier'

const run = promisify(execFile)
const NOTICE = '本材料为 PDF 文件'
const A4 = { width: 595.28, height: 841.89 }
/** A square in each corner tells every way of turning apart. */
const CORNERS = '1 0 0 rg 20 20 90 60 re f 0 0.5 0 rg 300 40 60 90 re f 0 0 1 rg 40 330 120 50 re f 0 g\n'
const DOTS = 144

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-pages-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function dossierOf(document: Uint8Array): Promise<Uint8Array> {
  const sha256 = createHash('sha256').update(document).digest('hex')
  const pictures = [{ sha256, title: '材料 1 · 租赁合同', caption: ['原件'], notice: NOTICE }]
  return drawDossier(sampleDossier({ pictures }), new Map([[sha256, document]]))
}

/** A page as poppler shows it. */
async function look(name: string, pdf: Uint8Array, page: number, dots: number): Promise<Sharp> {
  const file = path.join(folder, `${name}.pdf`)
  await writeFile(file, pdf)
  const out = path.join(folder, name)
  await run('pdftoppm', [
    '-png',
    '-cropbox',
    '-singlefile',
    '-r',
    String(dots),
    '-f',
    String(page),
    file,
    out,
  ])
  return sharp(`${out}.png`).removeAlpha()
}

/** Where the figure stands on its page, by its tag. */
function boxIn(pdf: PDFDocument): readonly [number, number, number, number] {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const box = /\/BBox \[ ([\d. ]+) \]/.exec(object.toString())
    if (box && /\/S \/Figure/.test(object.toString())) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (box[1] ?? '').split(' ').map(Number)
      return [left, bottom, right, top]
    }
  }
  throw new Error('no figure')
}

/** Mean difference of an embedded page and the original's, of 255; both shrunk, so that half a dot counts for little. */
async function difference(name: string, document: Uint8Array): Promise<number> {
  const dossier = await dossierOf(document)
  const [left, bottom, right, top] = boxIn(await PDFDocument.load(dossier))
  const scale = DOTS / 72
  const shown = (await look(`${name}-dossier`, dossier, 3, DOTS)).extract({
    left: Math.round(left * scale) + 2,
    top: Math.round((A4.height - top) * scale) + 2,
    width: Math.round((right - left) * scale) - 4,
    height: Math.round((top - bottom) * scale) - 4,
  })
  const original = await look(`${name}-original`, document, 1, DOTS)
  const { width, height } = await original.metadata()
  expect(width / height).toBeCloseTo((right - left) / (top - bottom), 1)
  const pixels = async (picture: Sharp): Promise<Buffer> =>
    sharp(await picture.png().toBuffer())
      .resize(60, 60, { fit: 'fill' })
      .raw()
      .toBuffer()
  const [one, two] = [await pixels(shown), await pixels(original)]
  return one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0) / one.length
}

describe('a page of a PDF document in the dossier', () => {
  it.each([
    ['upright', '[0 0 400 500]', ''],
    ['a quarter turned', '[0 0 400 500]', '/Rotate 90'],
    ['on its head', '[0 0 400 500]', '/Rotate 180'],
    ['three quarters turned', '[0 0 400 500]', '/Rotate 270'],
    ['turned the other way', '[0 0 400 500]', '/Rotate -90'],
    ['larger than the frame', '[0 0 1200 1600]', ''],
    ['beside the origin', '[-50 10 400 500]', '/Rotate 90'],
    ['cut', '[0 0 400 500]', '/CropBox [10 15 390 420]'],
    ['cut, beside the origin, turned', '[-30 -20 400 500]', '/CropBox [10 15 390 480]/Rotate 270'],
  ])('%s looks as the original does', async (name, mediaBox, page) => {
    const document = pdfDocument({ pages: [CORNERS + line('Agreement', 200)], mediaBox, page })
    expect(await difference(name.replaceAll(/\W/g, '-'), document)).toBeLessThan(4)
  })

  it('shows the ready drawing of a seal that is a note, in its place', async () => {
    const others = [
      `<</Type/Annot/Subtype/Stamp/Rect[200 200 320 280]/AP<</N ${String(FIRST_OTHER + 1)} 0 R>>/A<</S/JavaScript/JS(app.alert(1))>>>>`,
      streamObject(Buffer.from('0.8 0 0 rg 0 0 50 30 re f'), '/Subtype/Form/BBox[0 0 60 40]'),
      `<</Type/Annot/Subtype/Stamp/F 2/Rect[10 300 320 480]/AP<</N ${String(FIRST_OTHER + 1)} 0 R>>>>`,
    ]
    const page = `/Annots[${String(FIRST_OTHER)} 0 R ${String(FIRST_OTHER + 2)} 0 R]`
    const document = pdfDocument({ pages: [CORNERS], mediaBox: '[0 0 400 500]', page, others })
    expect(await difference('seal', document)).toBeLessThan(4)
    expect(await countActiveContent(await dossierOf(document))).toBe(0)
  })

  it('keeps its contents byte for byte', async () => {
    const document = pdfDocument({ pages: [CORNERS] })
    const pdf = await PDFDocument.load(await dossierOf(document))
    const kept = pdf.context
      .enumerateIndirectObjects()
      .some(([, one]) => one instanceof PDFRawStream && Buffer.from(one.contents).toString() === CORNERS)
    expect(kept).toBe(true)
  })

  it('has its number, a bookmark to the first, and passes qpdf', async () => {
    const dossier = await dossierOf(pdfDocument({ pages: ['One', 'Two', 'Three'].map((text) => line(text)) }))
    const { texts } = await readPdfParts(dossier)
    expect(texts).toHaveLength(5)
    expect(texts.slice(2).map((text) => /本材料第 . 页，共 . 页/.exec(text)?.[0])).toEqual([
      '本材料第 1 页，共 3 页',
      '本材料第 2 页，共 3 页',
      '本材料第 3 页，共 3 页',
    ])
    const file = path.join(folder, 'several.pdf')
    await writeFile(file, dossier)
    const { stdout } = await run('qpdf', ['--check', file])
    expect(stdout).toContain('No syntax or stream encoding errors found')
    const taken = await run('pdftotext', ['-f', '4', '-l', '4', file, '-'])
    expect(taken.stdout).toContain('Two')
  })

  it('is one of the first hundred; how many are left out is said', async () => {
    const { texts } = await readPdfParts(
      await dossierOf(
        pdfDocument({ pages: Array.from({ length: 103 }, (_, page) => line(`Page ${String(page)}`)) }),
      ),
    )
    expect(texts).toHaveLength(2 + 100 + 1)
    expect(texts.at(-1)).toContain('共 103 页，前 100 页，其余 3 页')
  })

  it('is the same in the same bytes', async () => {
    const document = pdfDocument({ pages: [CORNERS, line('Two')] })
    expect(Buffer.from(await dossierOf(document)).equals(await dossierOf(document))).toBe(true)
  })
})

describe('what acts in a PDF document', () => {
  const action = '<</S/JavaScript/JS(app.alert(1))>>'
  const file = String(FIRST_OTHER)
  it.each([
    ['an action of the document', { catalog: `/OpenAction${action}/AA<</WC${action}>>` }],
    ['an action of a page', { page: `/AA<</O${action}>>` }],
    ['a note', { page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${action}>>]` }],
    ['a resource', { resources: `/Properties<</P1${action}>>/Other ${action}/XObject<</X1${action}>>` }],
    [
      'a form that leads to files',
      {
        resources: `/XObject<</X1 ${file} 0 R>>`,
        others: [
          streamObject(
            Buffer.from(''),
            `/Subtype/Form/BBox[0 0 1 1]/Ref<</F<</EF<</F ${String(FIRST_OTHER + 1)} 0 R>>>>>>/Metadata ${String(FIRST_OTHER + 1)} 0 R/AA${action}`,
          ),
          streamObject(Buffer.from('canary-of-a-file'), '/Type/EmbeddedFile'),
        ],
      },
    ],
  ])('%s stays behind', async (_, options) => {
    const document = pdfDocument({ ...options })
    expect(await countActiveContent(document)).toBeGreaterThan(0)
    const dossier = await dossierOf(document)
    expect((await readPdfParts(dossier)).texts.join('')).not.toContain(NOTICE)
    expect(await countActiveContent(dossier)).toBe(0)
    expect(Buffer.from(dossier).includes('canary-of-a-file')).toBe(false)
  })
})

describe('a document whose pages cannot go in', () => {
  const sound = pdfDocument({ pages: [line('Seen by the reviewer')] })
  /** The same object once more, listed by no table: readers that search the file take this one. */
  const twice = (() => {
    const text = sound.toString('latin1')
    const at = text.indexOf('xref\n')
    const other = `${String(FIRST_OTHER + 1)} 0 obj\n<</Length 3>>stream\nq Q\nendstream\nendobj\n`
    return Buffer.from(
      `${text.slice(0, at)}${other}${text.slice(at).replace(/startxref\n\d+/, `startxref\n${String(at + other.length)}`)}`,
      'latin1',
    )
  })()
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024, 0x20))

  it.each([
    ['encrypted', pdfDocument({ trailer: '/Encrypt<</Filter/Standard>>' })],
    ['cut off', sound.subarray(0, sound.length - 60)],
    [
      'with a table that lies',
      Buffer.from(sound.toString('latin1').replace(/(\d)(\d) 00000 n/, '$2$1 00000 n'), 'latin1'),
    ],
    [
      'with another number of pages',
      Buffer.from(sound.toString('latin1').replace('/Count 1', '/Count 2'), 'latin1'),
    ],
    [
      'with pages in a circle',
      Buffer.from(sound.toString('latin1').replace(/Kids\[\d+/, 'Kids[2'), 'latin1'),
    ],
    ['with hidden layers', pdfDocument({ catalog: '/OCProperties<</D<</OFF[3 0 R]>>>>' })],
    ['larger than pages can be', pdfDocument({ mediaBox: '[0 0 20000 10]' })],
    [
      'with forms a thousand deep',
      pdfDocument({ resources: `/XObject<</X${'[<</N '.repeat(1000)}1${'>>]'.repeat(1000)}>>` }),
    ],
    [
      'that unpacks to gigabytes',
      pdfDocument({
        page: `/Contents[${String(FIRST_OTHER)} 0 R ${String(FIRST_OTHER)} 0 R]`,
        others: [streamObject(bomb, '/Filter/FlateDecode')],
      }),
    ],
    ['that paints beyond its frame', pdfDocument({ pages: ['q Q Q Q 0 0 1 rg 0 0 900 900 re f'] })],
    ['that ends what the dossier marked', pdfDocument({ pages: ['(q) Tj /q gs % q\nEMC'] })],
    ['with a close inside of a picture', pdfDocument({ pages: ['q BI /W 1 /H 1 ID x Q y EI Q'] })],
    [
      'with a form that paints beyond its frame',
      pdfDocument({
        pages: ['/X1 Do'],
        resources: `/XObject<</X1 ${String(FIRST_OTHER)} 0 R>>`,
        others: [streamObject(Buffer.from('Q 0 0 900 900 re f'), '/Subtype/Form/BBox[0 0 9 9]')],
      }),
    ],
    ['of nothing but a head', Buffer.from('%PDF-1.7\n')],
  ])('%s has its notice', async (_, document) => {
    expect(preparePages(document)).toBeNull()
    const { texts } = await readPdfParts(await dossierOf(document))
    expect(texts).toHaveLength(3)
    expect(texts[2]).toContain(NOTICE)
  })

  it('is not one that another reader would take otherwise: only what the tables list is seen', async () => {
    const pdf = await PDFDocument.load(await dossierOf(twice))
    const streams = pdf.context
      .enumerateIndirectObjects()
      .map(([, one]) => (one instanceof PDFRawStream ? Buffer.from(one.contents).toString('latin1') : ''))
    expect(streams.some((stream) => stream.includes('Seen by the reviewer'))).toBe(true)
    expect(streams).not.toContain('q Q')
  })
})

describe('documents as other programs save them', () => {
  it('with objects in streams', async () => {
    const own = await PDFDocument.load(pdfDocument({ pages: [CORNERS], mediaBox: '[0 0 400 500]' }))
    expect(await difference('streams', await own.save({ useObjectStreams: true }))).toBeLessThan(4)
  })

  it.each([['--object-streams=generate'], ['--linearize'], ['--qdf']])('by qpdf %s', async (option) => {
    const file = path.join(folder, 'plain.pdf')
    await writeFile(file, pdfDocument({ pages: [CORNERS], mediaBox: '[0 0 400 500]' }))
    const { stdout } = await run('qpdf', [option, file, '-'], { encoding: 'buffer' })
    expect(await difference(option.replaceAll(/\W/g, ''), stdout)).toBeLessThan(4)
  })
})
