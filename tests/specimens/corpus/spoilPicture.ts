import sharp from 'sharp'
import type { Random } from '../random'
import type { Frame } from './camera'
import { castShadow } from './handShadow'
import type { CorpusItem, LabelledRegion } from './labels'
import {
  addNoise,
  addScreenGrid,
  addSpot,
  changeColour,
  changeLevels,
  smear,
  tintPixels,
  type Rgb,
} from './pixels'
import { pointOn } from './quadPlaces'
import type { Shot } from './shoot'
import { addTuningGrid } from './tuningGrid'
import type { World } from './worlds'

export interface Spoiled {
  readonly pixels: Rgb
  readonly regions: readonly LabelledRegion[]
  readonly severity: number | null
}

/** What lens, light, film, screen and sensor do to a picture, each fault and trap in its own way; the sensor's noise comes last. */
export async function spoilPicture(
  world: World,
  item: CorpusItem,
  shot: Shot,
  random: Random,
): Promise<Spoiled> {
  const spoiled = await spoil(world, item, shot, random.fork('spoil'))
  const [least, most] = world.camera.noise
  const grain =
    item.fault === 'underexposed' ? random.between(3, 5) : random.fork('sensor').between(least, most)
  addNoise(spoiled.pixels, random.fork('grain'), grain)
  // A copy knows no colour, not even in its noise; the lamp it is photographed under tints all of it.
  if (item.fault === 'grey-copy') {
    changeColour(spoiled.pixels, 0)
    if (random.fork('lamp').chance(0.4)) {
      tintPixels(spoiled.pixels, random.fork('red').between(1, 1.06), random.fork('blue').between(0.9, 1))
    }
  }
  return spoiled
}

async function spoil(world: World, item: CorpusItem, shot: Shot, random: Random): Promise<Spoiled> {
  const { frame } = shot
  if (world.name === 'tuning' && mayBeShaded(item, shot) && random.fork('hand').chance(0.25)) {
    castShadow(shot.pixels, frame, random.fork('shadow'))
  }
  const scale = Math.max(frame.width, frame.height) / 1024
  const lens = async (sigma: number): Promise<Rgb> => blurred(shot.pixels, frame, sigma * scale)
  const sort = item.fault ?? item.trap
  const usual = random.fork('lens').between(...world.camera.softness)
  switch (sort) {
    case 'defocused': {
      const sigma = random.between(3, 4.6)
      return { pixels: await lens(sigma), regions: [], severity: sigma }
    }
    case 'soft': {
      const sigma = random.between(0.7, 0.9)
      return { pixels: await lens(sigma), regions: [], severity: sigma }
    }
    case 'motion-blurred': {
      const length = random.between(11, 19)
      const pixels = smear(shot.pixels, frame, length * scale, random.between(0, Math.PI))
      return { pixels, regions: [], severity: length }
    }
    case 'screen-photo':
      return screenPhoto(shot, await lens(usual / 2), random, world)
    default:
      return relight(item, shot, await lens(usual), random)
  }
}

/** Not where the light is the point of the picture already. */
const LIT: ReadonlySet<string> = new Set([
  'underexposed',
  'overexposed',
  'dim',
  'hard-white-scan',
  'glare',
  'screen-photo',
])

function mayBeShaded({ fault, trap }: CorpusItem, { scanned }: Shot): boolean {
  return !scanned && !LIT.has(fault ?? trap ?? '')
}

function relight(item: CorpusItem, shot: Shot, pixels: Rgb, random: Random): Spoiled {
  const plain = (severity: number | null = null): Spoiled => ({ pixels, regions: [], severity })
  switch (item.fault ?? item.trap) {
    case 'overexposed':
      changeLevels(pixels, 1.9, random.between(90, 120))
      return plain()
    case 'hard-white-scan':
      changeLevels(pixels, 1.35, -50)
      return plain()
    case 'low-contrast': {
      const share = random.between(0.13, 0.24)
      changeLevels(pixels, share, random.between(120, 175) * (1 - share))
      return plain(share)
    }
    case 'flat-light': {
      const share = random.between(0.7, 0.8)
      changeLevels(pixels, share, 140 * (1 - share))
      return plain(share)
    }
    case 'faded':
      changeColour(pixels, random.between(0.5, 0.6))
      return plain()
    case 'grey-copy':
      // A copier raises the contrast.
      changeLevels(pixels, 1.2, -24)
      return plain()
    case 'glare':
      return glare(shot, pixels, random)
    case 'sheen': {
      const middle = pointOn(shot.quad, random.between(0.2, 0.8), random.between(0.2, 0.8))
      const across = shot.frame.width * random.between(0.2, 0.35)
      addSpot(pixels, shot.frame, {
        ...middle,
        across,
        along: across * 0.6,
        turn: random.between(0, 3),
        level: random.between(12, 22),
        edge: 1,
      })
      return plain()
    }
    case 'glare-beside':
      addBeside(shot, pixels, random)
      return plain()
    default:
      return plain()
  }
}

function glare({ frame, quad }: Shot, pixels: Rgb, random: Random): Spoiled {
  const middle = pointOn(quad, random.between(0.25, 0.75), random.between(0.28, 0.72))
  const wide = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y)
  const across = wide * random.between(0.12, 0.21)
  const along = across * random.between(0.55, 1)
  addSpot(pixels, frame, {
    ...middle,
    across,
    along,
    turn: random.between(0, Math.PI),
    level: random.between(300, 380),
    edge: random.between(1, 2.6),
  })
  const region: LabelledRegion = {
    of: 'glare',
    x: (middle.x - across * 0.8) / frame.width,
    y: (middle.y - across * 0.8) / frame.height,
    width: (across * 1.6) / frame.width,
    height: (across * 1.6) / frame.height,
  }
  return { pixels, regions: [region], severity: across / wide }
}

/** A reflection in the corner of the frame that is farthest from the document. */
function addBeside({ frame, quad }: Shot, pixels: Rgb, random: Random): void {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([x = 0, y = 0], index) => {
    const corner = { x: x * frame.width, y: y * frame.height }
    const near = quad[index] ?? quad[0]
    return { corner, near, room: Math.hypot(corner.x - near.x, corner.y - near.y) }
  })
  const [widest] = corners.toSorted((one, other) => other.room - one.room)
  if (widest !== undefined) {
    const { corner, near, room } = widest
    const spot = { x: corner.x + (near.x - corner.x) * 0.4, y: corner.y + (near.y - corner.y) * 0.4 }
    const across = room * 0.45
    addSpot(pixels, frame, {
      ...spot,
      across,
      along: across,
      turn: 0,
      level: random.between(260, 340),
      edge: 1.4,
    })
  }
}

function screenPhoto({ frame, tilt }: Shot, pixels: Rgb, random: Random, world: World): Spoiled {
  const period =
    world.name === 'report'
      ? addReportGrid(frame, tilt, pixels, random)
      : addTuningGrid(pixels, frame, tilt, random)
  tintPixels(pixels, random.between(0.93, 0.99), random.between(1.05, 1.14))
  return { pixels, regions: [], severity: period }
}

function addReportGrid(frame: Frame, tilt: number, pixels: Rgb, random: Random): number {
  const period = random.between(1.6, 4.2)
  addScreenGrid(pixels, frame, {
    period,
    turn: (tilt * Math.PI) / 180 + random.between(-0.05, 0.05),
    widening: random.between(-0.06, 0.06),
    depth: random.between(0.14, 0.3),
  })
  return period
}

async function blurred(pixels: Rgb, frame: Frame, sigma: number): Promise<Rgb> {
  if (sigma < 0.3) {
    return pixels
  }
  const { data } = await sharp(pixels, { raw: { ...frame, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return new Uint8ClampedArray(data)
}
