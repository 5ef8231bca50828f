import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodePixels } from '../../../electron/media/images/decodePixels'
import { makeThumbnail } from '../../../electron/media/images/makeThumbnail'
import { makeView } from '../../../electron/media/images/makeView'
import { openPicture } from '../../../electron/media/images/openPicture'
import { bmpPicture, FIELDS, heicPicture, type BmpOptions } from '../../helpers/formatPictures'

const RED = [200, 40, 40]
const BLUE = [30, 60, 190]
const GREEN = [30, 150, 60]
const GREY = [220, 220, 220]

/** Colours in the middle of the four fields, from the upper left in reading order. */
function fieldsOf(pixels: { readonly data: Uint8Array; readonly width: number; readonly height: number }) {
  const at = (x: number, y: number): readonly number[] => {
    const from = (Math.floor(y * pixels.height) * pixels.width + Math.floor(x * pixels.width)) * 3
    return [...pixels.data.subarray(from, from + 3)]
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}

async function decode(bytes: Uint8Array) {
  const opened = await openPicture(bytes)
  if (!opened.ok) {
    throw new Error(opened.error)
  }
  const { mediaType, width, height } = opened.value
  const pixels = await decodePixels(opened.value)
  if (!pixels.ok) {
    throw new Error(pixels.error)
  }
  return { mediaType, width, height, fields: fieldsOf(pixels.value) }
}

/** Each channel within so many levels: 16-bit pixels and compression are not exact. */
function expectFields(
  fields: ReadonlyArray<readonly number[]>,
  wanted: readonly number[][],
  levels: number,
): void {
  for (const [index, colour] of wanted.entries()) {
    for (const [channel, value] of colour.entries()) {
      expect(Math.abs((fields[index]?.[channel] ?? -999) - value)).toBeLessThanOrEqual(levels)
    }
  }
}

async function tiffPages(pages: 1 | 2): Promise<Buffer> {
  const raw = { width: 8, height: 8, channels: 3 } as const
  const picture = Buffer.alloc(8 * 8 * 3 * pages, 120)
  return sharp(picture, { raw: { ...raw, height: 8 * pages, pageHeight: 8 } })
    .tiff()
    .toBuffer()
}

describe('Windows bitmaps', () => {
  const KINDS: ReadonlyArray<readonly [string, BmpOptions, number]> = [
    ['24 bits', { bits: 24 }, 0],
    ['24 bits from the top', { bits: 24, isTopDown: true }, 0],
    ['24 bits of OS/2', { bits: 24, headerBytes: 12 }, 0],
    ['32 bits', { bits: 32 }, 0],
    ['32 bits with masks', { bits: 32, compression: 3 }, 0],
    ['32 bits with masks in a longer header', { bits: 32, compression: 3, headerBytes: 124 }, 0],
    ['16 bits', { bits: 16 }, 8],
    ['16 bits with masks', { bits: 16, compression: 3 }, 8],
    ['8 bits', { bits: 8 }, 0],
    ['8 bits of OS/2', { bits: 8, headerBytes: 12 }, 0],
    ['4 bits from the top', { bits: 4, isTopDown: true }, 0],
    ['4 bits', { bits: 4, headerBytes: 108 }, 0],
  ]

  it.each(KINDS)('are decoded: %s', async (_, options, levels) => {
    const { mediaType, width, height, fields } = await decode(bmpPicture(options))
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/bmp', ...FIELDS })
    expectFields(fields, [RED, BLUE, GREEN, GREY], levels)
  })

  it('are decoded: 1 bit', async () => {
    const { fields } = await decode(bmpPicture({ bits: 1 }))
    expectFields(fields, [RED, BLUE, RED, BLUE], 0)
  })

  it.each([
    ['a width it does not have', 18, 97],
    ['a height it does not have', 22, 65],
    ['a width below zero', 18, -96],
    ['the least height there is', 22, -0x8000_0000],
    ['no height', 22, 0],
    ['the largest width there is', 18, 0x7fff_ffff],
    ['pixels behind its end', 10, 1 << 20],
    ['pixels inside of its header', 10, 20],
    ['a header of no known length', 14, 41],
    ['another compression', 30, 4],
    ['compression by run lengths', 30, 1],
    ['masks for 24 bits', 30, 3],
  ])('are refused when the header claims %s', async (_, at, value) => {
    const bytes = bmpPicture({ bits: 24 })
    bytes.writeInt32LE(value, at)
    expect(await openPicture(bytes)).toEqual({ ok: false, error: 'undecodable' })
  })

  it('are drawn black where the palette has no colour', async () => {
    const bytes = bmpPicture({ bits: 8 })
    bytes.writeUInt32LE(2, 46)
    expectFields((await decode(bytes)).fields, [RED, BLUE, [0, 0, 0], [0, 0, 0]], 0)
  })
})

describe('HEIC photographs', () => {
  it('are decoded', async () => {
    const { mediaType, width, height, fields } = await decode(heicPicture())
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/heic', ...FIELDS })
    expectFields(fields, [RED, BLUE, GREEN, GREY], 16)
  })

  it('are refused when container and picture differ in size', async () => {
    const bytes = heicPicture()
    const size = bytes.indexOf('ispe') + 8
    bytes.writeUInt32BE(9600, size)
    bytes.writeUInt32BE(6400, size + 4)
    expect(await openPicture(bytes)).toEqual({ ok: false, error: 'too-large' })
    bytes.writeUInt32BE(97, size)
    bytes.writeUInt32BE(65, size + 4)
    expect(await openPicture(bytes)).toEqual({ ok: false, error: 'undecodable' })
  })
})

describe('what a screen cannot draw', () => {
  it.each([
    [
      'TIFF',
      async () =>
        sharp(await makePng())
          .tiff({ compression: 'lzw' })
          .toBuffer(),
      12,
    ],
    ['BMP', () => Promise.resolve(bmpPicture({ bits: 24 })), 12],
    ['HEIC', () => Promise.resolve(heicPicture()), 20],
  ] as const)('becomes a JPEG of the same size: %s', async (_, make, levels) => {
    const made = await makeView(await make(), 1)
    const view = made.ok ? made.value : Buffer.alloc(0)
    const { mediaType, width, height, fields } = await decode(view)
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/jpeg', ...FIELDS })
    expectFields(fields, [RED, BLUE, GREEN, GREY], levels)
  })

  it('is upright and keeps nothing that the file says about itself', async () => {
    const sideways = await sharp(await makePng())
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .withMetadata({ orientation: 6 })
      .tiff()
      .toBuffer()
    const made = await makeView(sideways, 1)
    const { width, height, exif, orientation } = await sharp(
      made.ok ? made.value : Buffer.alloc(0),
    ).metadata()
    expect([width, height]).toEqual([FIELDS.height, FIELDS.width])
    expect([exif, orientation]).toEqual([undefined, undefined])
  })

  /** The four fields as libvips reads them: a bitmap from the top without its header is raw pixels. */
  async function makePng(): Promise<Buffer> {
    const opened = await openPicture(bmpPicture({ bits: 24 }))
    return opened.ok ? opened.value.pipeline().png().toBuffer() : Buffer.alloc(0)
  }
})

describe('files with several pictures', () => {
  it('are refused by name', async () => {
    expect((await openPicture(await tiffPages(1))).ok).toBe(true)
    const frames = Buffer.alloc(8 * 16 * 3, 90)
    const raw = { width: 8, height: 16, channels: 3, pageHeight: 8 } as const
    frames.fill(10, 8 * 8 * 3)
    const animated = await sharp(frames, { raw }).webp().toBuffer()
    for (const bytes of [await tiffPages(2), animated]) {
      expect(await openPicture(bytes)).toEqual({ ok: false, error: 'several-pictures' })
      expect(await makeThumbnail(bytes, 64)).toEqual({ ok: false, error: 'several-pictures' })
    }
  })

  it('are refused when an edge is longer than any screen format can be', async () => {
    const strip = sharp({ create: { width: 1_000_000, height: 1, channels: 3, background: '#ffffff' } })
    expect(await openPicture(await strip.png().toBuffer())).toEqual({ ok: false, error: 'too-large' })
  })
})
