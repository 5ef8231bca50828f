import type { Finding } from '../../../shared/imaging/findings'
import type { Pixels } from './decodePixels'
import { findBlobs, type Blob } from './findBlobs'
import { measureOutline } from './measureOutline'
import { findRedInk } from './redInk'

export interface Seal {
  /** Percent of the picture's area that the largest seal-like red mark spans; 0 when there is none. */
  readonly areaPercent: number
  readonly region: NonNullable<Finding['region']> | null
  /** How far its outline is from a circle, see `measureOutline`; null where there is none. */
  readonly outline: number | null
}

/** A seal is a ring with text and a star: gaps of this share of the longer edge belong to one mark. */
const GAP_SHARE = 0.01
/** Round or square, turned or photographed at an angle, or pressed badly. */
const ASPECT = { least: 0.4, most: 2.5 }
/** Diameter in proportion to the longer edge: 38 to 45 mm on A4, larger on small certificates and when smeared. */
const DIAMETER = { least: 0.05, leastAbove: 0.105, most: 0.32 }
/** Lines and text leave most of the circle open; a red field, such as a flag or a garment, leaves nothing. */
const FILL = { least: 0.02, most: 0.77, mostAbove: 0.4 }
/** National emblems stand in the upper part of certificates: a red field rather than an open mark, and smaller. */
const TOP = 0.38

/** Percent by which the narrowest diameter of a mark may fall short of the widest; a seal that was smeared over its whole width gives 50. */
const MOST_OUTLINE = 58

interface Mark {
  readonly blob: Blob
  readonly outline: number
  /** Round and large marks are more likely to be the seal than others. */
  readonly weight: number
}

/** Looks for the red, open mark that is round and large. */
export function measureSeal(pixels: Pixels): Seal {
  const { mask, width, height } = findRedInk(pixels)
  const longer = Math.max(width, height)
  const blobs = findBlobs(mask, width, height, Math.max(2, Math.round(longer * GAP_SHARE)))
  const best = blobs
    .filter((blob) => isSealLike(blob, width, height))
    .map((blob) => markOf(mask, width, blob))
    .filter(({ outline }) => outline <= MOST_OUTLINE)
    .reduce<Mark | null>((one, other) => (one === null || other.weight > one.weight ? other : one), null)
  if (best === null) {
    return { areaPercent: 0, region: null, outline: null }
  }
  const { blob, outline } = best
  return {
    areaPercent: (100 * blob.width * blob.height) / (width * height),
    region: {
      x: blob.x / width,
      y: blob.y / height,
      width: blob.width / width,
      height: blob.height / height,
    },
    outline,
  }
}

function markOf(mask: Uint8Array, width: number, blob: Blob): Mark {
  const outline = measureOutline(mask, width, blob)
  return { blob, outline, weight: blob.width * blob.height * (1 - outline / 100) ** 3 }
}

function isSealLike(blob: Blob, width: number, height: number): boolean {
  const longer = Math.max(width, height)
  const aspect = blob.width / blob.height
  const diameter = Math.max(blob.width, blob.height) / longer
  const isAbove = blob.y + blob.height / 2 < height * TOP
  const fill = blob.pixels / (blob.width * blob.height)
  // What the frame cuts lies beside the paper.
  const isCut = blob.x === 0 || blob.y === 0 || blob.x + blob.width >= width || blob.y + blob.height >= height
  return (
    !isCut &&
    aspect >= ASPECT.least &&
    aspect <= ASPECT.most &&
    diameter >= DIAMETER.least &&
    diameter <= DIAMETER.most &&
    fill >= FILL.least &&
    fill <= (isAbove ? FILL.mostAbove : FILL.most) &&
    (!isAbove || diameter >= DIAMETER.leastAbove)
  )
}
