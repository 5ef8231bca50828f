import { group, round, type Artwork, type Overlay } from '../pictures/svg'
import type { Random } from '../random'
import type { BarePaper } from './corpusPaper'
import type { CorpusItem } from './labels'
import { signHere } from './hands'
import { drawCorpusSeal, type SealShape } from './seals'
import type { World } from './worlds'

/** Part of the document, in fractions of it. */
export interface Part {
  readonly of: 'seal' | 'signature'
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface MarkedPaper {
  readonly artwork: Artwork
  readonly parts: readonly Part[]
  readonly severity: number | null
}

/** Seals and signs a paper, or does it wrongly, as the picture's fault or trap says. */
export function markPaper(world: World, item: CorpusItem, bare: BarePaper, random: Random): MarkedPaper {
  const { artwork } = bare
  const seal = placeSeal(world, item, bare, random.fork('seal'))
  const room = artwork.places?.signature
  const signed = room !== undefined && item.fault !== 'no-signature'
  const signature = signed ? signHere(world, room, bare.signer, random.fork('hand').hex(8)) : undefined
  const covered = item.trap === 'half-covered-signature'
  const overlays = [
    ...(artwork.overlays ?? []),
    ...(signature === undefined ? [] : [signature]),
    ...(covered && seal !== undefined ? [asOverlay(seal)] : []),
  ]
  const parts: readonly (Part | undefined)[] = [
    seal &&
      partOf(
        artwork,
        'seal',
        seal.x - seal.radius,
        seal.y - seal.radius,
        seal.x + seal.radius,
        seal.y + seal.radius,
      ),
    signed
      ? partOf(artwork, 'signature', room.x, room.y, room.x + room.width, room.y + room.height)
      : undefined,
  ]
  const body = seal === undefined || covered ? artwork.body : artwork.body + pressed(seal)
  return {
    artwork: { ...artwork, body, overlays },
    parts: parts.filter((part) => part !== undefined),
    severity: seal?.severity ?? null,
  }
}

interface PlacedSeal {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly svg: string
  readonly severity: number
}

const SHAPES: Partial<Record<string, readonly SealShape[]>> = { 'seal-not-round': ['oval', 'smeared'] }

function placeSeal(world: World, item: CorpusItem, bare: BarePaper, random: Random): PlacedSeal | undefined {
  const { artwork } = bare
  const place = artwork.places?.seal
  const isPrivate = item.paper.entityKind === 'individual'
  if (place === undefined || isPrivate || item.fault === 'no-seal') {
    return undefined
  }
  const shape = random.pick(SHAPES[item.fault ?? ''] ?? (['round'] as const))
  const drawn = drawCorpusSeal(
    world,
    { name: bare.sealName, word: bare.sealWord, shape, pale: item.trap === 'pale-seal' },
    random.fork('ink'),
  )
  const radius = place.radius * random.between(0.96, 1.08)
  const room = artwork.places?.signature
  if (item.fault === 'seal-misplaced') {
    return {
      ...drawn,
      radius,
      x: artwork.width * random.between(0.15, 0.45),
      y: artwork.height * random.between(0.15, 0.42),
    }
  }
  if (item.trap === 'half-covered-signature' && room !== undefined) {
    return { ...drawn, radius, x: room.x + room.width * 0.8, y: room.y + room.height * 0.7 }
  }
  const reach = 0.035 * artwork.width
  // A seal that the edge of the page cuts is not round any more, which is a fault of its own.
  const within = (middle: number, length: number): number =>
    Math.min(length - radius * 1.05, Math.max(radius * 1.05, middle))
  return {
    ...drawn,
    radius,
    x: within(place.x + random.between(-reach, reach), artwork.width),
    y: within(place.y + random.between(-reach, reach), artwork.height),
  }
}

/** Drawn about 0,0 with radius 98, ring and all. */
function pressed({ x, y, radius, svg }: PlacedSeal): string {
  return group(`translate(${round(x)} ${round(y)}) scale(${round(radius / 98)})`, svg)
}

function asOverlay(seal: PlacedSeal): Overlay {
  const half = Math.ceil(seal.radius * 1.1)
  return {
    x: seal.x - half,
    y: seal.y - half,
    width: half * 2,
    height: half * 2,
    body: pressed({ ...seal, x: half, y: half }),
    shake: 0,
    seed: 'seal',
  }
}

function partOf(
  { width, height }: Artwork,
  of: Part['of'],
  left: number,
  top: number,
  right: number,
  bottom: number,
): Part {
  return { of, left: left / width, top: top / height, right: right / width, bottom: bottom / height }
}
