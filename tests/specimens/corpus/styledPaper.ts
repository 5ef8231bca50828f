import { drawFigure } from '../pictures/figure'
import type { Raster } from '../pictures/raster'
import type { Artwork } from '../pictures/svg'
import type { Random } from '../random'
import type { SpecimenPerson } from '../people/person'
import { drawOtherFigure } from './otherFigure'
import type { World } from './worlds'

/** The drawing in the way of the world: its fonts, the colours of its print, its portraits. */
export function stylePrint(world: World, artwork: Artwork, person: SpecimenPerson, random: Random): Artwork {
  const turn = random.between(...world.printTurn)
  const body = world.name === 'report' ? withOtherPortrait(artwork.body, person) : artwork.body
  return {
    ...artwork,
    body: turn === 0 ? body : turnHues(body, turn),
    fontFamily: random.pick(world.fonts),
  }
}

/** The cards draw one of two portraits, by the colour of its clothes. */
function withOtherPortrait(body: string, person: SpecimenPerson): string {
  return ['#3a3d44', '#5c5560', '#50535a'].reduce(
    (drawn, cloth) => drawn.replace(drawFigure(person, cloth), drawOtherFigure(person.faceSeed, { cloth })),
    body,
  )
}

/** Colours other than black, white, greys, reds and skin: the inks of borders, waves and labels. */
function turnHues(body: string, degrees: number): string {
  return body.replaceAll(/#[0-9a-f]{6}\b/g, (colour) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(colour.slice(at, at + 2), 16),
    )
    const most = Math.max(red, green, blue)
    const least = Math.min(red, green, blue)
    // Reds and skin have their own meaning, and what is nearly grey has no hue.
    if (
      most - least < 18 ||
      (red === most && blue === least && green < 0.86 * red) ||
      (red === most && green === least)
    ) {
      return colour
    }
    return turned([red, green, blue], degrees)
  })
}

/** Rotation about the grey axis of the colour cube. */
function turned([red, green, blue]: readonly [number, number, number], degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  const along = Math.cos(angle) + (1 - Math.cos(angle)) / 3
  const right = (1 - Math.cos(angle)) / 3 - Math.sqrt(1 / 3) * Math.sin(angle)
  const left = (1 - Math.cos(angle)) / 3 + Math.sqrt(1 / 3) * Math.sin(angle)
  const mix = (own: number, next: number, last: number): string =>
    Math.round(Math.min(255, Math.max(0, own * along + next * right + last * left)))
      .toString(16)
      .padStart(2, '0')
  return `#${mix(red, green, blue)}${mix(green, blue, red)}${mix(blue, red, green)}`
}

/** Tint, grain and folds of the paper that was printed on, in place. */
export function weatherPaper(world: World, art: Raster, isCard: boolean, random: Random): void {
  const [red, green, blue] = random.pick(world.paperTints)
  const { width, height, data } = art
  const grain = world.name === 'tuning' ? random.between(0, world.paperGrain) : world.paperGrain
  const across = wander(random, width, grain)
  const along = wander(random, height, grain)
  const folds = isCard
    ? []
    : Array.from({ length: random.int(0, world.folds) }, () => random.between(0.2, 0.8) * height)
  for (let y = 0; y < height; y += 1) {
    const fold = folds.reduce(
      (sum, at) => sum + (Math.abs(y - at) < 3 ? -16 : Math.abs(y - at - 6) < 4 ? 7 : 0),
      0,
    )
    const row = (along[y] ?? 0) + fold
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const added = row + (across[x] ?? 0)
      data[at] = bound((data[at] ?? 0) * red + added)
      data[at + 1] = bound((data[at + 1] ?? 0) * green + added)
      data[at + 2] = bound((data[at + 2] ?? 0) * blue + added)
    }
  }
}

function bound(level: number): number {
  return level < 0 ? 0 : level > 255 ? 255 : level
}

function wander(random: Random, length: number, strength: number): Float32Array {
  const levels = new Float32Array(length)
  let [from, to] = [0, 0]
  for (let index = 0; index < length; index += 1) {
    if (index % 60 === 0) {
      from = to
      to = random.between(-strength, strength)
    }
    levels[index] = from + ((to - from) * (index % 60)) / 60
  }
  return levels
}
