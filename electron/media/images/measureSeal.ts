import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { findBlobs, type Blob } from './findBlobs'
import { measureOutline } from './measureOutline'
import { hueOf } from './hue'

export interface Seal {
  /** Percent of the picture's area that the largest seal-like red mark spans; 0 when there is none. */
  readonly areaPercent: number
  readonly region: NonNullable<Finding['region']> | null
  /** How far its outline is from a circle, see `measureOutline`; null where there is none. */
  readonly outline: number | null
}

/** Ink of a seal: from purplish red to vermilion. Wood and skin are more orange, and less saturated. */
const RED = { from: 335, to: 13, saturation: 0.22, brightness: 0.3 }

/** A seal is a ring with text and a star: gaps of this share of the longer edge belong to one mark. */
const GAP_SHARE = 0.008
/** Round or square, turned or photographed at an angle, or pressed badly. */
const ASPECT = { least: 0.4, most: 2.5 }
/** Diameter in proportion to the longer edge: 38 to 45 mm on A4, and larger on small certificates. */
const DIAMETER = { least: 0.05, leastAbove: 0.105, most: 0.45 }
/** Lines and text leave most of the circle open; a red field, such as a flag or a garment, leaves nothing. */
const FILL = { least: 0.05, most: 0.62, mostAbove: 0.4 }
/** National emblems stand in the upper part of certificates: a red field rather than an open mark, and smaller. */
const TOP = 0.38

/** Looks for the largest red, round, open mark. */
export function measureSeal(pixels: Pixels): Seal {
  const { width, height } = pixels
  const longer = Math.max(width, height)
  const mask = redMask(pixels)
  const blobs = findBlobs(mask, width, height, Math.max(2, Math.round(longer * GAP_SHARE)))
  const seals = blobs.filter((blob) => isSealLike(blob, longer, height))
  const largest = seals.reduce<Blob | null>(
    (best, blob) => (best === null || blob.width * blob.height > best.width * best.height ? blob : best),
    null,
  )
  if (!largest) {
    return { areaPercent: 0, region: null, outline: null }
  }
  return {
    areaPercent: (100 * largest.width * largest.height) / (width * height),
    region: {
      x: largest.x / width,
      y: largest.y / height,
      width: largest.width / width,
      height: largest.height / height,
    },
    outline: measureOutline(mask, width, largest),
  }
}

function redMask({ data, width, height }: Pixels): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < mask.length; pixel += 1, at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    // Most pixels are paper: only where red leads is it worth asking for the hue.
    if (red <= green || red <= blue) {
      continue
    }
    const { hue, saturation, brightness } = hueOf(red, green, blue)
    const isRed = hue >= RED.from || hue <= RED.to
    mask[pixel] = isRed && saturation >= RED.saturation && brightness >= RED.brightness ? 1 : 0
  }
  return mask
}

function isSealLike(blob: Blob, longer: number, height: number): boolean {
  const aspect = blob.width / blob.height
  const diameter = Math.max(blob.width, blob.height) / longer
  const isAbove = blob.y + blob.height / 2 < height * TOP
  const fill = blob.pixels / (blob.width * blob.height)
  return (
    aspect >= ASPECT.least &&
    aspect <= ASPECT.most &&
    diameter >= DIAMETER.least &&
    diameter <= DIAMETER.most &&
    fill >= FILL.least &&
    fill <= (isAbove ? FILL.mostAbove : FILL.most) &&
    (!isAbove || diameter >= DIAMETER.leastAbove)
  )
}
