import { describe, expect, it } from 'vitest'
import { sniffImage } from '../../../shared/imaging/sniffImage'

/** Pictures put together byte by byte, so that each rule of the formats can be broken alone. */
const bytes = (...parts: ReadonlyArray<string | number | readonly number[]>): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  )

const damaged = { ok: false, problem: 'damaged' }
const unknown = { ok: false, problem: 'unknown-format' }

describe('the structure of a JPEG', () => {
  const START = [0xff, 0xd8]
  const END = [0xff, 0xd9]
  /** A marker, its length and 8-bit precision, height 45, width 123, no components. */
  const frame = (code = 0xc0): readonly number[] => [0xff, code, 0, 8, 8, 0, 45, 0, 123, 0]
  const SCAN = [0xff, 0xda, 0, 2]
  const DATA = [1, 2, 3]
  const sniff = (...parts: ReadonlyArray<readonly number[]>): unknown => sniffImage(bytes(START, ...parts))
  const sound = { ok: true, mediaType: 'image/jpeg', width: 123, height: 45 }

  it('is a frame, a scan and an end', () => {
    expect(sniff(frame(), SCAN, DATA, END)).toEqual(sound)
    expect(sniff(frame(), SCAN, END)).toEqual(sound)
  })

  it('lacks nothing of these', () => {
    expect(sniff(SCAN, DATA, END)).toEqual(damaged)
    expect(sniff(frame(), END)).toEqual(damaged)
    expect(sniff(frame(), SCAN, DATA)).toEqual(damaged)
    expect(sniff(frame(), SCAN, DATA, [0xff])).toEqual(damaged)
    expect(sniff([0xff])).toEqual(damaged)
    expect(sniff([0xff, 0xc0])).toEqual(damaged)
  })

  it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc7, 0xc9, 0xcb, 0xcd, 0xcf])('knows the frame %i', (code) => {
    expect(sniff(frame(code), SCAN, DATA, END)).toEqual(sound)
  })

  it.each([0xc4, 0xc8, 0xcc, 0xbf, 0xd0, 0xdb, 0xe0])('takes the segment %i for no frame', (code) => {
    expect(sniff(frame(code), SCAN, DATA, END)).toEqual(damaged)
    expect(sniff(frame(code), frame(), SCAN, DATA, END)).toEqual(sound)
  })

  it('has the size of its first frame', () => {
    const second = [0xff, 0xc0, 0, 8, 8, 0, 1, 0, 1, 0]
    expect(sniff(frame(), second, SCAN, DATA, END)).toEqual(sound)
    expect(sniff([0xff, 0xc0, 0, 8, 8, 1, 2, 3, 4, 0], SCAN, DATA, END)).toMatchObject({
      height: 258,
      width: 772,
    })
  })

  it('may fill up with FF before a marker', () => {
    expect(sniff([0xff, 0xff], frame(), SCAN, DATA, [0xff, 0xff], END)).toEqual(sound)
  })

  it('is nothing but markers between segments', () => {
    expect(sniff(frame(), [0x00, 0x00], SCAN, DATA, END)).toEqual(damaged)
    expect(sniff(frame(), [0x01, 0xff], SCAN, DATA, END)).toEqual(damaged)
  })

  it('may hold stuffed bytes and restarts in the data of a scan, and other scans behind it', () => {
    for (const inner of [0x00, 0xd0, 0xd3, 0xd7]) {
      expect(sniff(frame(), SCAN, [1, 0xff, inner, 2], END), String(inner)).toEqual(sound)
      // The restart at the very place where the data begins, and the end right behind it.
      expect(sniff(frame(), SCAN, [0xff, inner], END), String(inner)).toEqual(sound)
    }
    expect(sniff(frame(), SCAN, DATA, SCAN, DATA, END)).toEqual(sound)
    for (const other of [0xcf, 0xd8]) {
      expect(sniff(frame(), SCAN, [1, 0xff, other, 0xff, 0xff], END), String(other)).toEqual(damaged)
    }
    expect(sniff(frame(), SCAN, [0xff, 0x00])).toEqual(damaged)
  })

  it('has segments that hold their own length and end inside the file', () => {
    expect(sniff([0xff, 0xe0, 0, 2], frame(), SCAN, DATA, END)).toEqual(sound)
    for (const length of [0, 1]) {
      expect(sniff([0xff, 0xe0, 0, length], frame(), SCAN, DATA, END), String(length)).toEqual(damaged)
    }
    expect(sniff(frame(), SCAN, END, [0, 0, 0])).toEqual(sound)
    expect(sniff(frame(), [0xff, 0xe0, 0, 4, 0, 0], SCAN, DATA, END)).toEqual(sound)
    expect(sniff(frame(), SCAN, DATA, [0xff, 0xe0, 0xff, 0xff], END)).toEqual(damaged)
    // A segment that ends with the file leaves no room for the end mark.
    expect(sniff(frame(), SCAN, DATA, [0xff, 0xe0, 0, 4, 0, 0])).toEqual(damaged)
  })

  it('has an extent', () => {
    expect(sniff([0xff, 0xc0, 0, 8, 8, 0, 0, 0, 123, 0], SCAN, DATA, END)).toEqual(damaged)
    expect(sniff([0xff, 0xc0, 0, 8, 8, 0, 45, 0, 0, 0], SCAN, DATA, END)).toEqual(damaged)
  })
})

describe('the structure of a PNG', () => {
  const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const chunk = (type: string, data: readonly number[] = []): Uint8Array =>
    bytes([0, 0, 0, data.length], type, data, [0, 0, 0, 0])
  const HEADER = [0, 0, 0, 123, 0, 0, 0, 45, 8, 2, 0, 0, 0]
  const sniff = (...chunks: ReadonlyArray<Uint8Array>): unknown =>
    sniffImage(bytes(SIGNATURE, ...chunks.map((part) => [...part])))
  const sound = { ok: true, mediaType: 'image/png', width: 123, height: 45 }

  it('is a header, data and an end', () => {
    expect(sniff(chunk('IHDR', HEADER), chunk('IDAT', [1]), chunk('IEND'))).toEqual(sound)
    expect(sniff(chunk('IHDR', HEADER), chunk('tEXt', [1]), chunk('IDAT', [1]), chunk('IEND'))).toEqual(sound)
    expect(sniff(chunk('IHDR', HEADER), chunk('IDAT', [1]), chunk('IEND'), chunk('more'))).toEqual(sound)
  })

  it('lacks nothing of these', () => {
    expect(sniff()).toEqual(damaged)
    expect(sniff(chunk('IHDR', HEADER), chunk('IEND'))).toEqual(damaged)
    expect(sniff(chunk('IHDR', HEADER), chunk('IDAT'), chunk('IEND'))).toEqual(damaged)
    expect(sniff(chunk('IHDR', HEADER), chunk('tEXt', [1]), chunk('IEND'))).toEqual(damaged)
    expect(sniff(chunk('IHDR', HEADER), chunk('IDAT', [1]))).toEqual(damaged)
    expect(sniff(chunk('IHDR', HEADER).subarray(0, 11))).toEqual(damaged)
  })

  it('begins with the header, which has its length', () => {
    expect(sniff(chunk('tEXt', HEADER), chunk('IDAT', [1]), chunk('IEND'))).toEqual(damaged)
    expect(sniff(chunk('IHDR', [...HEADER, 0]), chunk('IDAT', [1]), chunk('IEND'))).toEqual(damaged)
  })

  it('has chunks that end inside the file', () => {
    const torn = Uint8Array.from(chunk('IDAT', [1]))
    torn[3] = 200
    expect(sniff(chunk('IHDR', HEADER), torn, chunk('IEND'))).toEqual(damaged)
  })
})

describe('the structure of a WebP', () => {
  const chunk = (type: string, data: readonly number[]): readonly number[] => [
    ...bytes(type, [data.length, 0, 0, 0], data),
    ...(data.length % 2 === 1 ? [0] : []),
  ]
  const file = (chunks: readonly number[], stated = 4 + chunks.length): Uint8Array =>
    bytes('RIFF', [stated, 0, 0, 0], 'WEBP', chunks)
  const sniff = (...chunks: ReadonlyArray<readonly number[]>): unknown => sniffImage(file(chunks.flat()))
  const sound = { ok: true, mediaType: 'image/webp', width: 123, height: 45 }
  /** Lossy: three bytes of frame tag, the start code, width and height of 14 bits each with two bits of scale. */
  const LOSSY = [0, 0, 0, 0x9d, 0x01, 0x2a, 123, 0xc0, 45, 0x40]
  const lossless = (width: number, height: number): readonly number[] => {
    const bits = (width - 1) | ((height - 1) << 14)
    return [0x2f, bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >> 24) & 0xff]
  }
  const CANVAS = [0x10, 0, 0, 0, 122, 0, 0, 44, 0, 0]

  it('is a lossy, a lossless or an extended picture', () => {
    expect(sniff(chunk('VP8 ', LOSSY))).toEqual(sound)
    expect(sniff(chunk('VP8L', lossless(123, 45)))).toEqual(sound)
    expect(sniff(chunk('VP8X', CANVAS), chunk('VP8 ', LOSSY))).toEqual(sound)
    expect(sniff(chunk('VP8X', CANVAS), chunk('VP8L', lossless(7, 7)))).toEqual(sound)
    expect(sniff(chunk('VP8L', lossless(16384, 1)))).toMatchObject({ width: 16384, height: 1 })
    expect(sniff(chunk('VP8X', [0, 0, 0, 0, 0, 1, 2, 1, 2, 3]), chunk('VP8 ', LOSSY))).toMatchObject({
      width: 1 + 256 + 2 * 65_536,
      height: 2 + 2 * 256 + 3 * 65_536,
    })
  })

  it('is no animation', () => {
    const several = { ok: false, problem: 'several-pictures' }
    expect(sniff(chunk('VP8X', CANVAS), chunk('ANMF', [1, 2]))).toEqual(several)
    expect(sniff(chunk('VP8X', CANVAS), chunk('ANIM', [1, 2]), chunk('VP8 ', LOSSY))).toEqual(several)
  })

  it('has a picture in it', () => {
    expect(sniff(chunk('VP8X', CANVAS), chunk('EXIF', [1, 2]))).toEqual(damaged)
    expect(sniff(chunk('VP8X', CANVAS))).toEqual(damaged)
    expect(sniff(chunk('EXIF', LOSSY))).toEqual(damaged)
    expect(sniff()).toEqual(damaged)
  })

  it.each([
    ['a lossy chunk without its start code', 'VP8 ', LOSSY.with(3, 0)],
    ['a lossy chunk of nine bytes', 'VP8 ', LOSSY.slice(0, 9)],
    ['a lossless chunk without its signature', 'VP8L', lossless(123, 45).with(0, 0)],
    ['a lossless chunk of four bytes', 'VP8L', lossless(123, 45).slice(0, 4)],
    ['a canvas of nine bytes, and a picture of no size', 'VP8X', CANVAS.slice(0, 9)],
    ['lossless data in a lossy chunk', 'VP8 ', lossless(123, 45)],
    ['lossy data in a lossless chunk', 'VP8L', LOSSY],
  ])('has no size: %s', (_name, type, data) => {
    expect(sniff(chunk(type, data), chunk('ANMF', [1, 2]))).toEqual(damaged)
  })

  it('has chunks at even places that end inside what the header states', () => {
    expect(sniff(chunk('ICCP', [1, 2, 3]), chunk('VP8 ', LOSSY))).toEqual(sound)
    const odd = [...bytes('ICCP', [3, 0, 0, 0], [1, 2, 3]), ...chunk('VP8 ', LOSSY)]
    expect(sniffImage(file(odd))).toEqual(damaged)
    const torn = chunk('VP8 ', LOSSY).with(4, 11)
    expect(sniffImage(file(torn))).toEqual(damaged)
    expect(sniffImage(file([...chunk('VP8 ', LOSSY), ...bytes('EXIF', [9, 0, 0, 0])]))).toEqual(damaged)
    expect(sniffImage(file([...chunk('VP8 ', LOSSY), ...bytes('EXIF', [0, 0, 0, 0])]))).toEqual(sound)
  })

  it('is as long as its header states, or longer', () => {
    const chunks = chunk('VP8 ', LOSSY)
    expect(sniffImage(file(chunks, 4 + chunks.length + 1))).toEqual(damaged)
    expect(sniffImage(file([...chunks, 1, 2, 3], 4 + chunks.length))).toEqual(sound)
    expect(sniffImage(file(chunks, 4 + chunks.length - 1))).toEqual(damaged)
    expect(sniffImage(file(chunks, 4))).toEqual(damaged)
  })

  it('is a RIFF file of the WebP kind', () => {
    const data = file(chunk('VP8 ', LOSSY))
    expect(sniffImage(data.with(0, 0))).toEqual(unknown)
    expect(sniffImage(data.with(8, 0))).toEqual(unknown)
    expect(sniffImage(data.subarray(0, 11))).toEqual(unknown)
    expect(sniffImage(data.subarray(0, 12))).toEqual(damaged)
    expect(sniffImage(data.subarray(0, 19))).toEqual(damaged)
  })
})

it('no bytes are no picture', () => {
  expect(sniffImage(new Uint8Array())).toEqual(unknown)
  expect(sniffImage(bytes([0xff, 0xd8]))).toEqual(unknown)
})
