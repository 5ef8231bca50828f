import type { BmpHeader } from '../../../shared/imaging/formats/readBmpHeader'

/**
 * Pixels of an uncompressed Windows bitmap as RGB triples, row by row from the top. The fourth byte of 32-bit pixels is
 * left out: most programs write zero there and mean nothing by it. The header has been checked against the file, so
 * every row and the palette lie inside of it.
 */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): Uint8Array {
  const { width, height, isTopDown, pixelsAt, rowBytes } = header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const readRow = rowReader(view, header)
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const row = isTopDown ? y : height - 1 - y
    readRow(pixelsAt + row * rowBytes, rgb, y * width * 3)
  }
  return rgb
}

type RowReader = (from: number, rgb: Uint8Array, to: number) => void

function rowReader(view: DataView, header: BmpHeader): RowReader {
  const { bits, masks } = header
  switch (bits) {
    case 24:
      return (from, rgb, to) => {
        for (let x = 0; x < header.width; x += 1) {
          rgb[to + x * 3] = view.getUint8(from + x * 3 + 2)
          rgb[to + x * 3 + 1] = view.getUint8(from + x * 3 + 1)
          rgb[to + x * 3 + 2] = view.getUint8(from + x * 3)
        }
      }
    case 16:
    case 32: {
      const fields = masks.map(fieldOf)
      return (from, rgb, to) => {
        for (let x = 0; x < header.width; x += 1) {
          const pixel = bits === 16 ? view.getUint16(from + x * 2, true) : view.getUint32(from + x * 4, true)
          for (const [channel, { mask, shift, most }] of fields.entries()) {
            const value = ((pixel & mask) >>> 0) / shift
            rgb[to + x * 3 + channel] = most === 0 ? 0 : Math.round((value * 255) / most)
          }
        }
      }
    }
    case 1:
    case 4:
    case 8: {
      const palette = readPalette(view, header)
      const perByte = 8 / bits
      const mask = 2 ** bits - 1
      return (from, rgb, to) => {
        for (let x = 0; x < header.width; x += 1) {
          const byte = view.getUint8(from + ((x * bits) >> 3))
          const index = (byte >> (8 - bits - (x & (perByte - 1)) * bits)) & mask
          rgb[to + x * 3] = palette[index * 3] ?? 0
          rgb[to + x * 3 + 1] = palette[index * 3 + 1] ?? 0
          rgb[to + x * 3 + 2] = palette[index * 3 + 2] ?? 0
        }
      }
    }
  }
}

/** A mask of bits: its lowest bit as a factor, and the most it can hold. */
function fieldOf(mask: number): { readonly mask: number; readonly shift: number; readonly most: number } {
  const shift = mask === 0 ? 1 : (mask & -mask) >>> 0
  return { mask, shift, most: mask / shift }
}

/** Red, green and blue of each colour; black for those that the palette does not have, as other programs draw them. */
function readPalette(view: DataView, { palette }: BmpHeader): Uint8Array {
  const colours = new Uint8Array(256 * 3)
  for (let index = 0; index < palette.colours; index += 1) {
    const at = palette.at + index * palette.colourBytes
    colours.set([view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at)], index * 3)
  }
  return colours
}
