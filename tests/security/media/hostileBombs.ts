import sharp from 'sharp'
import { crc32, deflateSync } from 'node:zlib'
import type { HostileFormat } from './hostileSpecimens'
import { PDF_BOMBS, SLOW_PDF_BOMBS } from './hostilePdfs'
import { bmpPicture, heicPicture } from '../../helpers/formatPictures'

export interface HostileBomb {
  readonly format: HostileFormat
  readonly make: () => Buffer | Promise<Buffer>
}

/** Small files that ask for much: pixels, memory, time, or an edge that nothing can show. Each is made when it is its turn. */
export const HOSTILE_BOMBS: readonly HostileBomb[] = [
  { format: 'png', make: () => png(10_000, 10_000, 100_000_000) },
  { format: 'png', make: () => png(30_000, 30_000, 1000) },
  { format: 'png', make: () => png(10_000, 11_000, 1000) },
  { format: 'png', make: () => png(1_000_000, 1, 1_000_001) },
  { format: 'png', make: () => png(65_500, 1, 65_501) },
  { format: 'png', make: () => png(0xffffffff, 0xffffffff, 10) },
  // A megabyte of pixels that unpacks to two hundred.
  { format: 'png', make: () => png(100, 100, 200_000_000) },
  { format: 'png', make: () => flat(1, 1_000_000).png().toBuffer() },
  { format: 'jpeg', make: () => claimed(65_500, 65_500) },
  { format: 'jpeg', make: () => claimed(10_900, 11_000) },
  { format: 'jpeg', make: () => claimed(65_500, 1) },
  { format: 'webp', make: lossless },
  { format: 'webp', make: largestWebp },
  { format: 'tiff', make: deflated },
  { format: 'tiff', make: () => flat(1_000_000, 1).tiff({ compression: 'deflate' }).toBuffer() },
  { format: 'tiff', make: () => tagged(278, 0xffffffff) },
  { format: 'tiff', make: () => tagged(277, 0xffff) },
  { format: 'tiff', make: () => tagged(258, 0xffff) },
  { format: 'bmp', make: () => bilevelBmp(10_000, 11_000) },
  { format: 'bmp', make: () => bilevelBmp(10_000, 6000) },
  { format: 'bmp', make: () => edit(bmpPicture({ bits: 1 }), 18, [0x40, 0x42, 0x0f, 0, 1, 0, 0, 0]) },
  {
    format: 'bmp',
    make: () => edit(bmpPicture({ bits: 24 }), 18, [0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f]),
  },
  { format: 'heic', make: () => sized(7000, 7000) },
  { format: 'heic', make: () => sized(1_000_000, 1) },
  { format: 'heic', make: () => sized(0xffffffff, 0xffffffff) },
  ...PDF_BOMBS.map((make) => ({ format: 'pdf' as const, make })),
]

/** Left out of the sample that every test run sends. */
export const SLOW_BOMBS: readonly HostileBomb[] = SLOW_PDF_BOMBS.map((make) => ({ format: 'pdf', make }))

function flat(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#808080' }, limitInputPixels: false })
}

/** A grey PNG that claims a size and unpacks to so many zeros. */
function png(width: number, height: number, unpacked: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(unpacked), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function lossless(): Promise<Buffer> {
  return flat(9000, 9000).webp({ lossless: true, effort: 0 }).toBuffer()
}

/** A small one, claiming the largest size that the format has. */
async function largestWebp(): Promise<Buffer> {
  const webp = await flat(64, 64).webp({ lossless: true }).toBuffer()
  return edit(webp, webp.indexOf('VP8L') + 9, [0xff, 0xff, 0xff, 0x0f])
}

function deflated(): Promise<Buffer> {
  return flat(10_000, 10_000).tiff({ compression: 'deflate' }).toBuffer()
}

/** A small JPEG with the size of a large one. */
async function claimed(width: number, height: number): Promise<Buffer> {
  const jpeg = await flat(64, 64).jpeg().toBuffer()
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  return edit(jpeg, frame + 5, [height >> 8, height & 255, width >> 8, width & 255])
}

/** Overwrites the value of a tag in the first directory, whatever type it has. */
async function tagged(tag: number, value: number): Promise<Buffer> {
  const made = await flat(500, 500).tiff({ compression: 'deflate' }).toBuffer()
  const start = made.readUInt32LE(4)
  for (let at = start + 2; at < start + 2 + made.readUInt16LE(start) * 12; at += 12) {
    if (made.readUInt16LE(at) === tag) {
      made.writeUInt16LE(4, at + 2)
      made.writeUInt32LE(1, at + 4)
      made.writeUInt32LE(value, at + 8)
    }
  }
  return made
}

/** Many pixels of one bit each. */
function bilevelBmp(width: number, height: number): Buffer {
  const head = bmpPicture({ bits: 1 }).subarray(0, 62)
  const made = Buffer.concat([head, Buffer.alloc(Math.ceil(width / 32) * 4 * height)])
  made.writeInt32LE(width, 18)
  made.writeInt32LE(height, 22)
  return made
}

function sized(width: number, height: number): Buffer {
  const made = heicPicture()
  const at = made.indexOf('ispe') + 8
  made.writeUInt32BE(width, at)
  made.writeUInt32BE(height, at + 4)
  return made
}

function edit(bytes: Buffer, at: number, values: readonly number[]): Buffer {
  const made = Buffer.from(bytes)
  made.set(values, at)
  return made
}
