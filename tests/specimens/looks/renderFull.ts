import sharp from 'sharp'
import type { PlannedDocument } from '../filing/plannedDocument'
import { drawDocument, type DrawingContext } from '../pictures/drawDocument'
import { renderArtwork } from '../pictures/renderArtwork'
import type { Artwork } from '../pictures/svg'
import { createRandom, type Random } from '../random'
import { composeScene } from './compose'
import { placeDocument, type Quad } from './geometry'
import { makeLampLight, makeScannerLight, type Light } from './light'
import { makeDesk, makeScannerLid } from './surface'

const LONG_SIDE = 1560

/** A document as applicants send it: a flat scan, or taken with a telephone on a desk. */
export async function renderFull(document: PlannedDocument, context: DrawingContext): Promise<Uint8Array> {
  const random = createRandom(`${context.seed}/${document.entry.id}/look`)
  const artwork = drawDocument(document, context)
  if (artwork.setting === 'plain') {
    const icon = await renderArtwork(artwork, artwork.width)
    return sharp(icon.data, { raw: { width: icon.width, height: icon.height, channels: 4 } })
      .flatten()
      .jpeg({ quality: 88 })
      .toBuffer()
  }
  return renderScene(artwork, document, random)
}

async function renderScene(artwork: Artwork, document: PlannedDocument, random: Random): Promise<Uint8Array> {
  const frame = frameOf(artwork)
  const photographed = artwork.setting === 'scene' || random.chance(0.55)
  const place = random.fork('place')
  const quad =
    artwork.setting === 'scene'
      ? wholeFrame(frame)
      : placeDocument(place, {
          frame,
          art: artwork,
          fill: artwork.setting === 'card' ? place.between(0.72, 0.86) : place.between(0.88, 0.95),
          tilt: photographed ? place.between(-4, 4) : place.between(-0.7, 0.7),
          perspective: photographed ? 0.025 : 0,
          cropped: document.flaws.includes('cropped-edge') ? place.between(0.14, 0.2) : 0,
        })
  const surface = photographed
    ? makeDesk(random.fork('desk'), frame.width, frame.height)
    : makeScannerLid(random.fork('lid'), frame.width, frame.height)
  const light = spoilLight(
    photographed ? makeLampLight(random.fork('light')) : makeScannerLight(random.fork('light')),
    document,
    random.fork('flaw'),
  )
  const art = await renderArtwork(
    artwork,
    Math.round(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y)),
  )
  // GA 448: a card 85.60 mm wide has corners of 3.18 mm.
  const radius = artwork.setting === 'card' ? (art.width * 3.18) / 85.6 : 0
  const pixels = composeScene({ ...frame, art, quad, radius, surface, light }, random.fork('noise'))
  return encode(pixels, frame, document, random.fork('encode'))
}

function frameOf(artwork: Artwork): { readonly width: number; readonly height: number } {
  if (artwork.setting === 'scene') {
    return { width: 1440, height: 1080 }
  }
  return artwork.height > artwork.width
    ? { width: 1100, height: LONG_SIDE }
    : { width: LONG_SIDE, height: artwork.setting === 'card' ? 1000 : 1110 }
}

function wholeFrame({ width, height }: { readonly width: number; readonly height: number }): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
}

function spoilLight(light: Light, document: PlannedDocument, random: Random): Light {
  const { flaws } = document
  return {
    ...light,
    ...(flaws.includes('too-dark') ? { gain: random.between(0.2, 0.26), noise: 5 } : {}),
    ...(flaws.includes('glare')
      ? {
          glare: [
            { x: random.between(0.38, 0.62), y: random.between(0.4, 0.6), radius: random.between(0.15, 0.2) },
          ],
        }
      : {}),
    ...(flaws.includes('screen-reshoot') ? { moire: 0.13, blue: light.blue * 1.06 } : {}),
  }
}

async function encode(
  pixels: Uint8ClampedArray,
  frame: { readonly width: number; readonly height: number },
  document: PlannedDocument,
  random: Random,
): Promise<Uint8Array> {
  const picture = sharp(pixels, { raw: { ...frame, channels: 3 } })
  if (document.flaws.includes('blurred')) {
    picture.blur(random.between(5, 6.5))
  }
  if (document.flaws.includes('grey-copy')) {
    // A copier raises the contrast and knows no colour; the file still has three channels, as a phone writes it.
    picture.linear(1.25, -30).greyscale().toColourspace('srgb')
  }
  return picture.jpeg({ quality: random.int(82, 89) }).toBuffer()
}
