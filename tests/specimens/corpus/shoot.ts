import { composeScene } from '../looks/compose'
import type { Quad } from '../looks/geometry'
import type { Surface } from '../looks/surface'
import { renderArtwork } from '../pictures/renderArtwork'
import type { Artwork } from '../pictures/svg'
import type { Random } from '../random'
import { chooseFrame, chooseLight, layDocument, type Frame } from './camera'
import { drawGround } from './grounds'
import type { GroundWish } from './groundWish'
import type { CorpusItem } from './labels'
import type { Rgb } from './pixels'
import { drawScreenGround } from './screens'
import { weatherPaper } from './styledPaper'
import { wearPaper } from './wearPaper'
import type { World } from './worlds'

export interface Shot {
  readonly pixels: Rgb
  readonly frame: Frame
  readonly quad: Quad
  /** Degrees. */
  readonly tilt: number
  readonly scanned: boolean
}

/** Faults and traps that only a photograph shows, and those of a flat scan. */
const PHOTOGRAPHED: ReadonlySet<string> = new Set([
  'glare',
  'far-away',
  'screen-photo',
  'glare-beside',
  'sheen',
  'woven-desk',
  'skewed',
  'dim',
  'tilted-a-little',
])
const SCANNED: ReadonlySet<string> = new Set(['white-on-white', 'hard-white-scan', 'png-scan'])

/** Lays a paper down and takes its picture, without noise: that comes last. */
export async function shootPaper(
  world: World,
  item: CorpusItem,
  artwork: Artwork,
  random: Random,
): Promise<Shot> {
  const sort = item.fault ?? item.trap ?? ''
  const scanned =
    SCANNED.has(sort) || (!PHOTOGRAPHED.has(sort) && random.fork('scan').chance(world.camera.scans))
  const place = random.fork('place')
  const frame = chooseFrame(world, artwork.height > artwork.width, random.fork('frame'))
  const tilt = tiltOf(world, sort, scanned, place)
  const quad = layDocument(
    {
      frame,
      art: artwork,
      tilt,
      fill: fillOf(sort, artwork.setting === 'card', place),
      perspective: scanned ? 0 : world.camera.perspective,
      cropped: sort === 'cropped-edge' ? place.between(0.07, 0.2) : 0,
    },
    place,
  )
  const art = await renderArtwork(
    artwork,
    Math.round(Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y)),
  )
  const isCard = artwork.setting === 'card'
  weatherPaper(world, art, isCard, random.fork('paper'))
  if (world.name === 'tuning') {
    wearPaper(art, isCard, random.fork('wear'))
  }
  const ground = await groundOf(world, sort, scanned, frame, random.fork('ground'))
  const light = {
    ...chooseLight(world, scanned, random.fork('light')),
    noise: 0,
    ...lightOf(sort, random.fork('flaw')),
  }
  const surface = surfaceOf(
    frame,
    sort === 'screen-photo' ? 0 : scanned ? 0.16 : random.fork('shadow').between(0.3, 0.5),
  )
  // GA 448: a card 85.60 mm wide has corners of 3.18 mm.
  const radius = artwork.setting === 'card' ? (art.width * 3.18) / 85.6 : 0
  const pixels = composeScene({ ...frame, art, quad, radius, surface, ground, light }, random.fork('noise'))
  return { pixels, frame, quad, tilt, scanned }
}

/** A scene that fills the frame: somebody before a backdrop. */
export async function shootScene(
  world: World,
  item: CorpusItem,
  artwork: Artwork,
  random: Random,
): Promise<Shot> {
  const width = random.fork('frame').pick(world.camera.edges)
  const frame = { width, height: Math.round((width * artwork.height) / artwork.width) }
  const quad: Quad = [
    { x: 0, y: 0 },
    { x: frame.width, y: 0 },
    { x: frame.width, y: frame.height },
    { x: 0, y: frame.height },
  ]
  const art = await renderArtwork(artwork, frame.width)
  const light = {
    ...chooseLight(world, false, random.fork('light')),
    noise: 0,
    ...lightOf(item.fault ?? '', random.fork('flaw')),
  }
  const pixels = composeScene(
    { ...frame, art, quad, radius: 0, surface: surfaceOf(frame, 0), light },
    random.fork('noise'),
  )
  return { pixels, frame, quad, tilt: 0, scanned: false }
}

function tiltOf(world: World, sort: string, scanned: boolean, random: Random): number {
  const side = random.chance(0.5) ? 1 : -1
  switch (sort) {
    case 'skewed':
      return side * random.between(11, 22)
    case 'tilted-a-little':
      return side * random.between(4, 5)
    default:
      return side * random.between(0, scanned ? 0.7 : world.camera.tilt)
  }
}

function fillOf(sort: string, isCard: boolean, random: Random): number {
  switch (sort) {
    case 'far-away':
      return random.between(0.24, 0.34)
    case 'glare-beside':
      return random.between(0.66, 0.72)
    default:
      return isCard ? random.between(0.74, 0.9) : random.between(0.88, 0.96)
  }
}

async function groundOf(world: World, sort: string, scanned: boolean, frame: Frame, random: Random) {
  if (sort === 'screen-photo') {
    return drawScreenGround(world.name, frame, random)
  }
  const wish: GroundWish = scanned ? 'white' : sort === 'woven-desk' ? 'woven' : 'any'
  return drawGround(world.name, frame, wish, random)
}

function lightOf(sort: string, random: Random): { readonly gain?: number } {
  switch (sort) {
    case 'underexposed':
      return { gain: random.between(0.13, 0.2) }
    case 'dim':
      return { gain: random.between(0.72, 0.8) }
    case 'glare':
      return { gain: random.between(0.66, 0.8) }
    default:
      return {}
  }
}

function surfaceOf({ width, height }: Frame, shadowDepth: number): Surface {
  return {
    colour: [240, 240, 240],
    rows: new Float32Array(height),
    columns: new Float32Array(width),
    shadow: Math.max(8, width * 0.02),
    shadowDepth,
  }
}
