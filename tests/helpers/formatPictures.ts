/**
 * Small pictures in formats that sharp cannot write: 96 by 64 pixels in four fields, the upper left one red, the upper
 * right blue, the lower left green, the lower right light grey.
 */
export const FIELDS = { width: 96, height: 64 } as const

/** Made once from a drawn picture by libheif 1.15 (`heif-enc -q 40`). */
const HEIC_BASE64 = [
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA',
  'AAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAASgAAACNpaW5mAAAA',
  'AAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34',
  '+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmu',
  'bgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABAAAAAEHBpeGkAAAAAAwgICAAA',
  'ABZpcG1hAAAAAAAAAAEAAQOBAoMAAABSbWRhdAAAAEYoAa9Y+Q6SX//xPn/9G0kPjyw6N3/mn4X11pP9Wg7z4+zH',
  'z2qWAX4RWsbwEOwc/ZYf9AtA/xEv6WM43BN/JQcQDSPRrcWA',
]

export function heicPicture(): Buffer {
  return Buffer.from(HEIC_BASE64.join(''), 'base64')
}

type Colour = readonly [red: number, green: number, blue: number]
const COLOURS: readonly Colour[] = [
  [200, 40, 40],
  [30, 60, 190],
  [30, 150, 60],
  [220, 220, 220],
]

export interface BmpOptions {
  readonly bits: 1 | 4 | 8 | 16 | 24 | 32
  readonly isTopDown?: boolean
  /** Length of the second header: 12 (OS/2), 40 (Windows 3), 108 or 124. */
  readonly headerBytes?: 12 | 40 | 108 | 124
  readonly compression?: number
}

/** The same picture as an uncompressed bitmap; with one bit a pixel only its first two colours. */
export function bmpPicture({
  bits,
  isTopDown = false,
  headerBytes = 40,
  compression = 0,
}: BmpOptions): Buffer {
  const { width, height } = FIELDS
  const colours = bits > 8 ? 0 : bits === 1 ? 2 : 4
  const paletteBytes = bits > 8 ? 0 : headerBytes === 12 ? 3 * 2 ** bits : 4 * colours
  const masksBytes = compression === 3 && headerBytes === 40 ? 12 : 0
  const pixelsAt = 14 + headerBytes + masksBytes + paletteBytes
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  const file = Buffer.alloc(pixelsAt + rowBytes * height)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(pixelsAt, 10)
  file.writeUInt32LE(headerBytes, 14)
  if (headerBytes === 12) {
    file.writeUInt16LE(width, 18)
    file.writeUInt16LE(height, 20)
    file.writeUInt16LE(1, 22)
    file.writeUInt16LE(bits, 24)
  } else {
    file.writeInt32LE(width, 18)
    file.writeInt32LE(isTopDown ? -height : height, 22)
    file.writeUInt16LE(1, 26)
    file.writeUInt16LE(bits, 28)
    file.writeUInt32LE(compression, 30)
    file.writeUInt32LE(colours, 46)
  }
  if (compression === 3) {
    // 5-6-5 bits, or bytes in the order red, green, blue from the low end.
    const masks = bits === 16 ? [0xf800, 0x07e0, 0x001f] : [0xff, 0xff00, 0xff0000]
    masks.forEach((mask, index) => file.writeUInt32LE(mask, 54 + index * 4))
  }
  const paletteAt = 14 + headerBytes + masksBytes
  for (const [index, [red, green, blue]] of COLOURS.slice(0, colours).entries()) {
    file.set([blue, green, red], paletteAt + index * (headerBytes === 12 ? 3 : 4))
  }
  for (let y = 0; y < height; y += 1) {
    const row = pixelsAt + (isTopDown ? y : height - 1 - y) * rowBytes
    for (let x = 0; x < width; x += 1) {
      const field = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
      writePixel(file, row, x, { bits, compression }, field)
    }
  }
  return file
}

function writePixel(
  file: Buffer,
  row: number,
  x: number,
  { bits, compression }: { readonly bits: number; readonly compression: number },
  field: number,
): void {
  const [red, green, blue] = COLOURS[field] ?? [0, 0, 0]
  switch (bits) {
    case 24:
      file.set([blue, green, red], row + x * 3)
      return
    case 32:
      file.set(compression === 3 ? [red, green, blue, 0] : [blue, green, red, 0], row + x * 4)
      return
    case 16: {
      const value =
        compression === 3
          ? ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3)
          : ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
      file.writeUInt16LE(value, row + x * 2)
      return
    }
    default: {
      const at = row + Math.floor((x * bits) / 8)
      const value = bits === 1 ? field % 2 : field
      file[at] = (file[at] ?? 0) | (value << (8 - bits - ((x * bits) % 8)))
    }
  }
}
