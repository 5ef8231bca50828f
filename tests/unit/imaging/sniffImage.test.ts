import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { bmpPicture, FIELDS, heicPicture } from '../../helpers/formatPictures'
import { sniffImage } from '../../../shared/imaging/sniffImage'

function picture(channels: 3 | 4 = 3): Sharp {
  return sharp({
    create: { width: 123, height: 45, channels, background: { r: 20, g: 90, b: 160, alpha: 0.5 } },
  })
}

const FORMATS: ReadonlyArray<readonly [string, string, () => Promise<Buffer>]> = [
  ['a baseline JPEG', 'image/jpeg', () => picture().jpeg().toBuffer()],
  ['a progressive JPEG', 'image/jpeg', () => picture().jpeg({ progressive: true }).toBuffer()],
  [
    'a grey JPEG with metadata',
    'image/jpeg',
    () =>
      picture()
        .grayscale()
        .withExif({ IFD0: { Copyright: 'x' } })
        .jpeg()
        .toBuffer(),
  ],
  ['a PNG', 'image/png', () => picture().png().toBuffer()],
  ['an interlaced PNG', 'image/png', () => picture(4).png({ progressive: true }).toBuffer()],
  ['a lossy WebP', 'image/webp', () => picture().webp().toBuffer()],
  ['a lossless WebP', 'image/webp', () => picture().webp({ lossless: true }).toBuffer()],
  [
    'an extended WebP',
    'image/webp',
    () =>
      picture(4)
        .webp()
        .withExif({ IFD0: { Copyright: 'x' } })
        .toBuffer(),
  ],
  ['a TIFF', 'image/tiff', () => picture().tiff({ compression: 'lzw' }).toBuffer()],
  [
    'a TIFF of tiles',
    'image/tiff',
    () => picture().tiff({ tile: true, tileWidth: 32, tileHeight: 32 }).toBuffer(),
  ],
]

describe('Recognising pictures by their bytes', () => {
  it.each(FORMATS)('knows %s and its size', async (_, mediaType, make) => {
    expect(sniffImage(await make())).toEqual({ ok: true, mediaType, width: 123, height: 45 })
  })

  it.each(FORMATS)('refuses %s that is cut off anywhere', async (_, __, make) => {
    const bytes = await make()
    for (let length = 0; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 97))) {
      expect(sniffImage(bytes.subarray(0, length)).ok).toBe(false)
    }
    expect(sniffImage(bytes.subarray(0, bytes.length - 1)).ok).toBe(false)
  })

  it('lets bytes after the end of a JPEG pass, as phones append them', async () => {
    const bytes = await picture().jpeg().toBuffer()
    expect(sniffImage(Buffer.concat([bytes, Buffer.alloc(100)])).ok).toBe(true)
  })

  it('knows no other formats, texts and programs', () => {
    const others = [
      Buffer.from('MZ'),
      Buffer.from('BM'.padStart(20)),
      Buffer.from('<html><body>no drawing</body></html>'),
      Buffer.alloc(0),
    ]
    for (const bytes of others) {
      expect(sniffImage(bytes)).toEqual({ ok: false, problem: 'unknown-format' })
    }
  })

  it.each([
    ['GIF', () => picture().gif().toBuffer()],
    ['SVG', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    [
      'SVG',
      () => Promise.resolve(Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- x -->\n<svg:svg xmlns:svg="x">')),
    ],
    ['PDF behind other bytes', () => Promise.resolve(Buffer.from(`${' '.repeat(1000)}%PDF-1.7`))],
    ['AVIF', () => picture().avif().toBuffer()],
    ['BigTIFF', () => picture().tiff({ bigtiff: true }).toBuffer()],
    ['BMP compressed by run lengths', () => Promise.resolve(bmpPicture({ bits: 8, compression: 1 }))],
  ])('names %s, which is not taken', async (format, make) => {
    expect(sniffImage(await make())).toEqual({ ok: false, problem: 'refused-format', format })
  })

  it.each([
    ['HEIC', 'image/heic', heicPicture],
    ['BMP', 'image/bmp', () => bmpPicture({ bits: 4 })],
  ])('knows a %s, its size, and when it is cut off', (_, mediaType, make) => {
    const bytes = make()
    expect(sniffImage(bytes)).toEqual({ ok: true, mediaType, ...FIELDS })
    for (let length = 0; length < bytes.length; length += 1) {
      expect(sniffImage(bytes.subarray(0, length)).ok).toBe(false)
    }
  })

  it('refuses what holds several pictures', async () => {
    const raw = { width: 8, height: 16, channels: 3, pageHeight: 8 } as const
    const frames = sharp(Buffer.from(Array.from({ length: 8 * 16 * 3 }, (_, at) => at % 251)), { raw })
    const png = await picture().png().toBuffer()
    // An animation's control chunk behind the header; whether its check value holds is the decoder's business.
    const control = Buffer.from('000000086163544c000000020000000000000000', 'hex')
    const animatedPng = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)])
    const sequence = heicPicture()
    sequence.write('moov', sequence.indexOf('mdat'), 'latin1')
    const more = Buffer.concat([sequence, Buffer.from('000000086d646174', 'hex')])
    for (const bytes of [await frames.tiff().toBuffer(), await frames.webp().toBuffer(), animatedPng, more]) {
      expect(sniffImage(bytes)).toEqual({ ok: false, problem: 'several-pictures' })
    }
  })

  it.each([
    ['JPEG', [0xff, 0xd8, 0xff]],
    ['TIFF', [0x49, 0x49, 42, 0]],
    ['TIFF of the other byte order', [0x4d, 0x4d, 0, 42]],
    ['BMP', [0x42, 0x4d]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['WebP', [0x52, 0x49, 0x46, 0x46, 4, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]],
  ])('is not taken in by the first bytes of a %s', (_, start) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (rest) => {
        const verdict = sniffImage(Uint8Array.from([...start, ...rest.filter((byte) => byte !== 0xff)]))
        expect(verdict).toEqual({ ok: false, problem: 'damaged' })
      }),
    )
  })

  it('answers whatever a spoilt picture looks like', async () => {
    for (const [, , make] of FORMATS) {
      const bytes = await make()
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
          const spoilt = Uint8Array.from(bytes)
          spoilt[at] = value
          expect(typeof sniffImage(spoilt).ok).toBe('boolean')
        }),
        { numRuns: 200 },
      )
    }
  })
})
