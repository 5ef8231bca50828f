import type { Point, Quad } from '../looks/geometry'
import type { Light } from '../looks/light'
import type { Random } from '../random'
import type { World } from './worlds'

export interface Frame {
  readonly width: number
  readonly height: number
}

/** The frame of a picture: as the document lies, of the world's cameras. */
export function chooseFrame(world: World, isUpright: boolean, random: Random): Frame {
  const edge = random.pick(world.camera.edges)
  const shorter = Math.round(edge / random.pick(world.camera.aspects))
  return isUpright ? { width: shorter, height: edge } : { width: edge, height: shorter }
}

interface Lying {
  readonly frame: Frame
  readonly art: { readonly width: number; readonly height: number }
  /** Share of the frame that the box round the document takes in its tighter direction. */
  readonly fill: number
  /** Degrees. */
  readonly tilt: number
  readonly perspective: number
  /** Share of the document's width or height beyond the border of the frame. */
  readonly cropped: number
}

/** Corners of a document that lies whole in the frame, unless it is cropped. */
export function layDocument(lying: Lying, random: Random): Quad {
  const { frame, art, fill, tilt, perspective, cropped } = lying
  const angle = (tilt * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const wide = Math.abs(art.width * cos) + Math.abs(art.height * sin)
  const high = Math.abs(art.width * sin) + Math.abs(art.height * cos)
  const scale = Math.min((frame.width * fill) / wide, (frame.height * fill) / high)
  const half = { x: (art.width * scale) / 2, y: (art.height * scale) / 2 }
  const bend = (): number => random.between(-1, 1) * perspective * half.x
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx = 0, sy = 0]) => {
    const [x, y] = [sx * half.x + bend(), sy * half.y + bend()]
    return { x: x * cos - y * sin, y: x * sin + y * cos }
  })
  const shift = shiftOf(corners, frame, { x: half.x * 2, y: half.y * 2 }, cropped, random)
  return corners.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })) as unknown as Quad
}

/** Border that sound pictures leave free, as a share of the frame. */
const LEAST_MARGIN = 0.014

function shiftOf(
  corners: readonly Point[],
  frame: Frame,
  size: Point,
  cropped: number,
  random: Random,
): Point {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const free = (from: number, to: number, length: number): number => {
    const margin = length * LEAST_MARGIN
    const [low, high] = [margin - from, length - margin - to]
    return low > high ? (low + high) / 2 : low + (high - low) * random.between(0.2, 0.8)
  }
  const placed = {
    x: free(Math.min(...xs), Math.max(...xs), frame.width),
    y: free(Math.min(...ys), Math.max(...ys), frame.height),
  }
  if (cropped === 0) {
    return placed
  }
  switch (random.pick(['left', 'right', 'top', 'bottom'] as const)) {
    case 'left':
      return { ...placed, x: -cropped * size.x - Math.min(...xs) }
    case 'right':
      return { ...placed, x: frame.width + cropped * size.x - Math.max(...xs) }
    case 'top':
      return { ...placed, y: -cropped * size.y - Math.min(...ys) }
    case 'bottom':
      return { ...placed, y: frame.height + cropped * size.y - Math.max(...ys) }
  }
}

/** A lamp or daylight over a desk, or the even light of a scanner. */
export function chooseLight(world: World, scanned: boolean, random: Random): Light {
  const { camera } = world
  const warmth = random.between(...camera.warmth)
  const noise = random.between(...camera.noise)
  if (scanned) {
    return {
      gain: random.between(0.97, 1.02),
      slopeX: random.between(-0.015, 0.015),
      slopeY: 0,
      vignette: 0,
      red: 1 + warmth / 8,
      blue: 1 - warmth / 8,
      noise,
      glare: [],
      moire: 0,
    }
  }
  return {
    gain: random.between(...camera.gain),
    slopeX: random.between(-camera.slope, camera.slope),
    slopeY: random.between(-camera.slope, camera.slope),
    vignette: random.between(...camera.vignette),
    red: 1 + warmth,
    blue: 1 - warmth,
    noise,
    glare: [],
    moire: 0,
  }
}
