import { createHash } from 'node:crypto'
import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawDossier } from '../../../electron/media/pdf/drawDossier'
import { readDossierFonts } from '../../../electron/media/pdf/dossierFonts'
import type { DossierInput } from '../../../electron/media/pdf/dossierInput'
import { layoutDossier } from '../../../electron/media/pdf/layoutDossier'
import { FRAME, PAGE, type LaidOutDossier } from '../../../electron/media/pdf/pageModel'
import { TextMeasure } from '../../../electron/media/pdf/textMeasure'
import { TrueTypeFont } from '../../../electron/media/pdf/trueTypeFont'
import { outlineOf, readPdfParts } from './pdfParts'
import { sampleDossier } from './sampleDossier'

const NO_PICTURES = new Map<string, Uint8Array>()
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let measure: TextMeasure
let jpeg: Buffer

beforeAll(async () => {
  measure = new TextMeasure((await readDossierFonts()).faces)
  const pixels = Buffer.from(Array.from({ length: 90 * 60 * 3 }, (_, index) => (index * 7) % 256))
  jpeg = await sharp(pixels, { raw: { width: 90, height: 60, channels: 3 } })
    .jpeg()
    .toBuffer()
})

function withPictures(...pictures: readonly Uint8Array[]): {
  readonly input: DossierInput
  readonly bytes: ReadonlyMap<string, Uint8Array>
} {
  const listed = pictures.map((picture, index) => ({
    sha256: sha256(picture),
    title: `材料 ${String(index + 1)}`,
    caption: [`SHA-256 ${sha256(picture)}`],
  }))
  return {
    input: sampleDossier({ pictures: listed }),
    bytes: new Map(pictures.map((picture) => [sha256(picture), picture])),
  }
}

describe('the text of a dossier', () => {
  it('is painted with embedded glyphs that spell what was to be said', async () => {
    const { texts } = await readPdfParts(await drawDossier(sampleDossier(), NO_PICTURES))
    expect(texts[0]).toContain('ICP 备案初审材料')
    expect(texts[0]).toContain('第 1 页，共 2 页')
    expect(texts[1]).toContain('杭州星河网络科技有限公司')
    expect(texts[1]).toContain('91330106PDY540462L')
    expect(texts[1]).toContain('龘靐齉与常用字并列。')
  })

  it('has for every character the outline of the whole font, and leaves none blank', async () => {
    const { fonts } = await readPdfParts(await drawDossier(sampleDossier(), NO_PICTURES))
    const whole = await readDossierFonts()
    expect(fonts).toHaveLength(2)
    let compared = 0
    for (const file of fonts) {
      const embedded = new TrueTypeFont(file, 'embedded')
      expect(file.length).toBeLessThan(100_000)
      const weight = outlineOf(file, embedded.glyphForCodePoint(0x5907).id)?.join()
      const weights = (['regular', 'bold'] as const).filter((one) => {
        const glyph = whole.faces[one].glyphForCodePoint(0x5907).id
        return outlineOf(whole.files[one], glyph)?.join() === weight
      })
      expect(weights).toHaveLength(1)
      for (const codePoint of embedded.characterSet.filter((one) => one > 0x20)) {
        const [one = 'regular'] = weights
        const expected = outlineOf(whole.files[one], whole.faces[one].glyphForCodePoint(codePoint).id)
        expect(expected).not.toBeNull()
        expect(outlineOf(file, embedded.glyphForCodePoint(codePoint).id)).toEqual(expected)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(80)
  })

  it('shows characters without a glyph as 〓 with their code points, and lists them last', async () => {
    const input = sampleDossier({ subtitle: '𠮷田\u200b公司\u0007' })
    const { texts } = await readPdfParts(await drawDossier(input, NO_PICTURES))
    expect(texts[0]).toContain('〓(U+20BB7)田〓(U+200B)公司〓(U+0007)')
    expect(texts.at(-1)).toContain('未能显示的字符')
    for (const name of ['U+0007', 'U+200B', 'U+20BB7']) {
      expect(texts.at(-1)).toContain(name)
    }
  })

  it('has no list of missing characters when none is missing', async () => {
    const { texts } = await readPdfParts(await drawDossier(sampleDossier(), NO_PICTURES))
    expect(texts.join('')).not.toContain('未能显示')
  })
})

describe('the layout of a dossier', () => {
  const monstrous = sampleDossier({
    subtitle: '很长的主体名称'.repeat(20),
    cover: {
      facts: [['标签很长很长很长很长很长', 'x'.repeat(300)]],
      notice: '提示'.repeat(150),
    },
    runningHead: { left: '很长的页眉'.repeat(40), right: 'BA-20261120-0007' },
    sections: Array.from({ length: 9 }, (_, index) => ({
      title: `${String(index)} ${'标题'.repeat(30)}`,
      blocks: [
        { block: 'facts' as const, rows: [['备注', '一段没有尽头的话，'.repeat(400)] as [string, string]] },
        {
          block: 'table' as const,
          columns: [
            { title: '列'.repeat(20), share: 1 },
            { title: 'Column', share: 3 },
          ],
          rows: Array.from({ length: 40 }, (__, row) => ({
            cells: [`https://example.com/${'path/'.repeat(row * 4)}`, '格'.repeat(row * 11)],
          })),
          empty: '',
        },
      ],
    })),
  })

  let pages: LaidOutDossier['pages']

  beforeAll(() => {
    pages = layoutDossier(monstrous, new Map(), measure, null).pages
  })

  it('keeps every mark inside its page, whatever the texts are', () => {
    expect(pages.length).toBeGreaterThan(30)
    for (const mark of pages.flat().filter((one) => one.mark === 'text')) {
      const right = mark.x + measure.width(mark.text.trimEnd(), mark.size, mark.weight)
      expect(mark.x).toBeGreaterThanOrEqual(FRAME.left - 0.01)
      expect(right).toBeLessThanOrEqual(FRAME.right + 0.01)
      expect(mark.y).toBeGreaterThan(20)
      expect(mark.y).toBeLessThan(PAGE.height - 20)
    }
  })

  it('loses no text between the pages', () => {
    const drawn = pages.flat().map((mark) => (mark.mark === 'text' ? mark.text : ''))
    expect(drawn.join('').split('一段没有尽头的话').length - 1).toBeGreaterThan(3300)
    const cells = drawn.filter((text) => /^格+$/.test(text)).join('')
    expect(cells.length).toBe(9 * 11 * ((39 * 40) / 2))
  })

  it('never lets two lines of one column overlap', () => {
    for (const page of pages) {
      const baselines = new Map<number, number[]>()
      for (const mark of page) {
        if (mark.mark === 'text' && mark.y > FRAME.top && mark.y < FRAME.bottom) {
          baselines.set(mark.x, [...(baselines.get(mark.x) ?? []), mark.y])
        }
      }
      for (const column of baselines.values()) {
        const sorted = column.sort((a, b) => a - b)
        sorted.slice(1).forEach((y, index) => {
          expect(y - (sorted[index] ?? 0)).toBeGreaterThan(8)
        })
      }
    }
  })
})

describe('the pictures of a dossier', () => {
  it('puts a JPEG in as it is, byte for byte', async () => {
    const { input, bytes } = withPictures(jpeg)
    const { pdf } = await readPdfParts(await drawDossier(input, bytes))
    const streams = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? Buffer.from(object.contents) : Buffer.alloc(0)))
    expect(streams.some((stream) => stream.equals(jpeg))).toBe(true)
  })

  it.each(['png', 'webp'] as const)(
    'decodes a %s without loss, on white where it is transparent',
    async (format) => {
      const rgba = Buffer.from(Array.from({ length: 40 * 30 }, () => [10, 200, 30, 0]).flat())
      const picture = await sharp(rgba, { raw: { width: 40, height: 30, channels: 4 } })
        .toFormat(format, { lossless: true })
        .toBuffer()
      const { input, bytes } = withPictures(picture)
      const { pdf, texts } = await readPdfParts(await drawDossier(input, bytes))
      expect(texts.join('')).not.toContain('图片无法解码')
      const image = pdf.context
        .enumerateIndirectObjects()
        .map(([, object]) => object)
        .find(
          (object): object is PDFRawStream =>
            object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
        )
      expect(image?.dict.get(PDFName.of('Width'))?.toString()).toBe('40')
    },
  )

  it('gives a notice in place of a file that cannot be decoded, and of one that is not there', async () => {
    const { input, bytes } = withPictures(Buffer.from('no picture at all'), jpeg.subarray(0, 400))
    const { texts } = await readPdfParts(await drawDossier(input, bytes))
    expect(texts.filter((text) => text.includes('图片无法解码'))).toHaveLength(2)
    const missing = await readPdfParts(await drawDossier(input, NO_PICTURES))
    expect(missing.texts.filter((text) => text.includes('图片无法解码'))).toHaveLength(2)
  })

  it('gives the own notice of a document that cannot be drawn, if it has one', async () => {
    const { input, bytes } = withPictures(Buffer.from('%PDF-1.7 and nothing else'))
    const notice = '本材料为 PDF 文件'
    const noticed = { ...input, pictures: input.pictures.map((picture) => ({ ...picture, notice })) }
    const { texts } = await readPdfParts(await drawDossier(noticed, bytes))
    expect(texts.filter((text) => text.includes(notice))).toHaveLength(1)
    expect(texts.join('')).not.toContain('图片无法解码')
  })

  it('has a page for each, in order, and a bookmark to it', async () => {
    const { input, bytes } = withPictures(jpeg, jpeg, jpeg)
    const { pdf, texts } = await readPdfParts(await drawDossier(input, bytes))
    expect(pdf.getPageCount()).toBe(5)
    expect(texts.slice(2).map((text) => /材料 \d/.exec(text)?.[0])).toEqual(['材料 1', '材料 2', '材料 3'])
    const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(outlines.get(PDFName.of('Count'))?.toString()).toBe('3')
  })
})

describe('a number of a page in a table', () => {
  const listing = (indexes: readonly number[]): DossierInput['sections'] => [
    {
      title: '清单',
      blocks: [
        {
          block: 'table',
          columns: [
            { title: '名称', share: 1 },
            { title: '页码', share: 1 },
          ],
          rows: indexes.map((pageOf) => ({ cells: [`第 ${String(pageOf)} 件`, { pageOf }] })),
          empty: '',
        },
      ],
    },
  ]

  it('is that of the page on which the picture stands', async () => {
    const { input, bytes } = withPictures(jpeg, jpeg, jpeg)
    const { texts } = await readPdfParts(await drawDossier({ ...input, sections: listing([2, 0, 1]) }, bytes))
    const pages = [1, 2, 3].map(
      (number) => texts.findIndex((text) => text.includes(`材料 ${String(number)}`)) + 1,
    )
    expect(pages).toEqual([3, 4, 5])
    expect(texts[1]).toContain('第 2 件5第 0 件3第 1 件4')
  })

  it('of a picture that is not there is a mistake of the program', async () => {
    const { input, bytes } = withPictures(jpeg)
    await expect(drawDossier({ ...input, sections: listing([1]) }, bytes)).rejects.toThrow('page number')
  })
})

describe('the bytes of a dossier', () => {
  it('are the same for the same input', async () => {
    const { input, bytes } = withPictures(jpeg)
    expect(sha256(await drawDossier(input, bytes))).toBe(sha256(await drawDossier(input, bytes)))
  })

  it('know no time but that of the decision', async () => {
    const { pdf } = await readPdfParts(await drawDossier(sampleDossier(), NO_PICTURES))
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-20T06:32:05.000Z')
    expect(pdf.getModificationDate()?.toISOString()).toBe('2026-11-20T06:32:05.000Z')
    expect(pdf.getSubject()).toBe('BA-20261120-0007')
  })
})
