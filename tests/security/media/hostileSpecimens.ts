import sharp, { type Sharp } from 'sharp'
import { soundPdfs } from './hostilePdfs'
import { bmpPicture, heicPicture } from '../../helpers/formatPictures'
import { createRandom } from '../../specimens/random'

export const HOSTILE_FORMATS = ['jpeg', 'png', 'webp', 'tiff', 'bmp', 'heic', 'pdf'] as const
export type HostileFormat = (typeof HOSTILE_FORMATS)[number]

/** Sound files of each format to spoil: every way of writing it that people's programs use. */
export async function hostileSpecimens(): Promise<Readonly<Record<HostileFormat, readonly Buffer[]>>> {
  const drawn = drawing()
  return {
    jpeg: await Promise.all([
      drawn.clone().jpeg().toBuffer(),
      drawn.clone().jpeg({ progressive: true }).toBuffer(),
      drawn.clone().withMetadata({ orientation: 6 }).grayscale().jpeg().toBuffer(),
    ]),
    png: await Promise.all([
      drawn.clone().png().toBuffer(),
      drawn.clone().png({ progressive: true }).toBuffer(),
      drawn.clone().png({ palette: true }).toBuffer(),
    ]),
    webp: await Promise.all([
      drawn.clone().webp().toBuffer(),
      drawn.clone().webp({ lossless: true }).toBuffer(),
      drawn
        .clone()
        .withExif({ IFD0: { Artist: 'x' } })
        .webp()
        .toBuffer(),
    ]),
    tiff: await Promise.all([
      drawn.clone().tiff({ compression: 'none' }).toBuffer(),
      drawn.clone().tiff({ compression: 'lzw' }).toBuffer(),
      drawn.clone().tiff({ compression: 'deflate', predictor: 'horizontal' }).toBuffer(),
      drawn.clone().tiff({ compression: 'jpeg' }).toBuffer(),
      drawn
        .clone()
        .threshold()
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1 })
        .toBuffer(),
      drawn.clone().tiff({ compression: 'lzw', tile: true, tileWidth: 64, tileHeight: 64 }).toBuffer(),
    ]),
    bmp: [
      bmpPicture({ bits: 24 }),
      bmpPicture({ bits: 8 }),
      bmpPicture({ bits: 1 }),
      bmpPicture({ bits: 4, isTopDown: true }),
      bmpPicture({ bits: 32, compression: 3, headerBytes: 124 }),
      bmpPicture({ bits: 24, headerBytes: 12 }),
    ],
    heic: [heicPicture()],
    pdf: soundPdfs(),
  }
}

function drawing(): Sharp {
  const [width, height] = [160, 120]
  const random = createRandom('hostile drawing')
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = (((at >> 6) * 37) % 200) + random.int(0, 40)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
