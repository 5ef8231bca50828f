import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import { FONT_FAMILY, useSpecimenFonts } from './fonts'
import type { Raster } from './raster'
import { ripple } from './ripple'
import type { Artwork, Overlay } from './svg'

/** Renders a drawing `width` pixels wide. */
export async function renderArtwork(artwork: Artwork, width: number): Promise<Raster> {
  useSpecimenFonts()
  const scale = width / artwork.width
  const overlays = await Promise.all(
    (artwork.overlays ?? []).map((overlay) =>
      renderOverlay({ fontFamily: artwork.fontFamily ?? FONT_FAMILY, ...overlay }, scale),
    ),
  )
  return toRaster(sharp(svgOf(artwork, scale)).ensureAlpha().composite(overlays))
}

async function renderOverlay(overlay: Overlay, scale: number): Promise<OverlayOptions> {
  const flat = await toRaster(sharp(svgOf(overlay, scale)).ensureAlpha())
  const { width, height, data } = ripple(flat, overlay.shake * scale, overlay.seed)
  return {
    input: data,
    raw: { width, height, channels: 4 },
    left: Math.round(overlay.x * scale),
    top: Math.round(overlay.y * scale),
  }
}

async function toRaster(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

function svgOf(part: Pick<Overlay, 'width' | 'height' | 'body' | 'fontFamily'>, scale: number): Buffer {
  const size = `width="${String(Math.round(part.width * scale))}" height="${String(Math.round(part.height * scale))}"`
  const box = `viewBox="0 0 ${String(part.width)} ${String(part.height)}"`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} font-family="${part.fontFamily ?? FONT_FAMILY}">${part.body}</svg>`,
  )
}
