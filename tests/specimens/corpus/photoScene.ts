import type { SpecimenPerson } from '../people/person'
import { FIGURE_DEFS } from '../pictures/figure'
import { group, round, type Artwork } from '../pictures/svg'
import type { Random } from '../random'
import type { FaultName, TrapName } from './faults'
import type { LabelledRegion } from './labels'
import { covering, drawOtherFigure } from './otherFigure'
import { drawBackdrop, drawWrongBackdrop } from './backdrops'
import { tuningFigure } from './tuningFigure'
import type { World } from './worlds'

export interface PhotoScene {
  readonly artwork: Artwork
  readonly regions: readonly LabelledRegion[]
  readonly faces: number
  readonly severity: number | null
}

const WIDTH = 1500
const HEIGHT = 1125

/** The administrator in front of the provider's cloth, or whatever is wrong with it. */
export function drawPhotoScene(
  world: World,
  person: SpecimenPerson,
  sort: { readonly fault: FaultName | null; readonly trap: TrapName | null },
  random: Random,
): PhotoScene {
  const { fault } = sort
  const cloth = clothOf(world, sort, random.fork('cloth'))
  const ground =
    fault === 'wrong-backdrop'
      ? drawWrongBackdrop(world.name, { width: WIDTH, height: HEIGHT }, random.fork('room'))
      : drawBackdrop(world.name, { width: WIDTH, height: HEIGHT }, random.fork('ground'))
  const figures = placesOf(fault, random.fork('place')).map((place, index) => {
    const seed = index === 0 ? person.faceSeed : `${person.faceSeed}/${String(index)}`
    const cover =
      fault === 'eyes-covered' ? random.fork('cover').pick(['glasses', 'hand'] as const) : undefined
    return {
      place,
      svg: drawPerson(world, { ...person, faceSeed: seed }, index === 0 ? cloth : '#55585e', cover),
    }
  })
  const body = [
    `<defs>${FIGURE_DEFS}</defs>`,
    ground,
    ...figures.map(
      ({ place, svg }) =>
        `<ellipse cx="${round(place.x + 226 * place.scale)}" cy="${round(place.y + 300 * place.scale)}" rx="${round(190 * place.scale)}" ry="${round(240 * place.scale)}" fill="#1d2c3d" fill-opacity="0.1"/>` +
        group(`translate(${round(place.x)} ${round(place.y)}) scale(${round(place.scale)})`, svg),
    ),
  ]
  const regions = figures.flatMap(({ place }) => regionsOf(place))
  const [first] = figures
  return {
    artwork: {
      width: WIDTH,
      height: HEIGHT,
      setting: 'scene',
      body: body.join(''),
      fontFamily: world.fonts[0] ?? '',
    },
    regions,
    faces: figures.length,
    severity: fault === 'small-face' && first !== undefined ? (first.place.scale * 280) / HEIGHT : null,
  }
}

interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Where the box of 400 by 500 of each person lies. */
function placesOf(fault: FaultName | null, random: Random): readonly Place[] {
  const at = (middle: number, scale: number): Place => ({
    x: middle - 200 * scale,
    y: HEIGHT - 500 * scale,
    scale,
  })
  switch (fault) {
    case 'no-face':
      return []
    case 'two-faces':
      return [
        at(WIDTH * random.between(0.29, 0.34), random.between(1.3, 1.5)),
        at(WIDTH * random.between(0.68, 0.73), random.between(1.2, 1.5)),
      ]
    case 'small-face':
      return [at(WIDTH / 2 + random.between(-200, 200), random.between(0.24, 0.35))]
    default:
      return [at(WIDTH / 2 + random.between(-40, 40), random.between(1.55, 1.88))]
  }
}

function regionsOf({ x, y, scale }: Place): readonly LabelledRegion[] {
  const share = (left: number, top: number, right: number, bottom: number, of: 'face' | 'clothing') => ({
    of,
    x: (x + left * scale) / WIDTH,
    y: (y + top * scale) / HEIGHT,
    width: ((right - left) * scale) / WIDTH,
    height: ((bottom - top) * scale) / HEIGHT,
  })
  return [share(112, 90, 288, 350, 'face'), share(60, 400, 340, 500, 'clothing')]
}

function drawPerson(
  world: World,
  person: SpecimenPerson,
  cloth: string,
  cover: 'glasses' | 'hand' | undefined,
): string {
  if (world.name === 'report') {
    return drawOtherFigure(person.faceSeed, { cloth, ...(cover === undefined ? {} : { cover }) })
  }
  return tuningFigure(person, cloth) + (cover === undefined ? '' : covering(cover, '#eac4a2'))
}

/** Clothes by hue, saturation and brightness. Hues between the bands of the faults and those of the others are left out. */
function clothOf(
  world: World,
  { fault, trap }: { readonly fault: FaultName | null; readonly trap: TrapName | null },
  random: Random,
): string {
  const wide = world.name === 'report' ? 1 : 0
  const made = (from: number, to: number): string =>
    colourOf(
      random.between(from, to) % 360,
      random.between(0.62 - wide * 0.06, 0.85),
      random.between(0.5, 0.75 + wide * 0.1),
    )
  switch (trap ?? fault) {
    case 'red-clothing':
      return made(350, 368)
    case 'blue-clothing':
      return made(207, 232)
    case 'orange-clothing':
      return made(26, 38)
    case 'purple-clothing':
      return made(278, 300)
    case 'green-clothing':
      return made(95, 155)
    default:
      return random.pick(world.cloths)
  }
}

function colourOf(hue: number, saturation: number, value: number): string {
  const channel = (offset: number): string => {
    const k = (offset + hue / 60) % 6
    const level = value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1))
    return Math.round(level * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(5)}${channel(3)}${channel(1)}`
}
