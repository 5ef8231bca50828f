import { drawSeal, drawStar } from '../pictures/marks'
import { group, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { World } from './worlds'

export type SealShape = 'round' | 'oval' | 'smeared'

interface SealOrder {
  readonly name: string
  readonly word: string
  readonly shape: SealShape
  /** Pale ink, still easily seen. */
  readonly pale: boolean
}

export interface DrawnSeal {
  /** About 0,0 with radius 100. */
  readonly svg: string
  /** Oval: height by width. Smeared: shift by radius. Round: 1. */
  readonly severity: number
}

/** A seal in the way of the world. */
export function drawCorpusSeal(world: World, order: SealOrder, random: Random): DrawnSeal {
  const plain =
    world.name === 'tuning' ? tuningSeal(world, order, random) : officialSeal(world, order, random)
  const pressed = order.pale ? `<g opacity="0.5">${plain}</g>` : plain
  switch (order.shape) {
    case 'round': {
      const uneven = random.between(0.955, 1)
      return { svg: group(`scale(1 ${round(uneven)})`, pressed), severity: 1 }
    }
    case 'oval': {
      const flat = random.between(0.5, 0.66)
      return { svg: group(`scale(1.12 ${round(flat * 1.12)})`, pressed), severity: flat }
    }
    case 'smeared': {
      const reach = random.between(0.55, 0.95)
      const angle = random.between(0, Math.PI * 2)
      const copies = Array.from({ length: 9 }, (_, index) => {
        const away = (reach * 100 * index) / 8
        const place = `translate(${round(Math.cos(angle) * away)} ${round(Math.sin(angle) * away)})`
        return `<g opacity="${round(0.62 - index * 0.035)}">${group(place, plain)}</g>`
      })
      return { svg: copies.join(''), severity: reach }
    }
  }
}

/** A ring of any width, name in an arc, a word, perhaps digits or no star, with ink that took more or less evenly. */
function tuningSeal(world: World, order: SealOrder, random: Random): string {
  if (random.chance(0.25)) {
    return drawSeal(order.name, order.word, random.hex(8))
  }
  const ink = random.pick(world.sealInks)
  const characters = Array.from(order.name)
  const span = Math.min(300, 50 + characters.length * random.between(15, 20))
  const size = Math.min(random.between(18, 27), 410 / characters.length + 6)
  const away = random.between(60, 70)
  const weight = random.pick([400, 500, 700] as const)
  const arc = characters.map((character, index) => {
    const angle = characters.length === 1 ? 0 : -span / 2 + (span * index) / (characters.length - 1)
    return group(
      `rotate(${round(angle)})`,
      text(0, -away, character, { size, weight, anchor: 'middle', fill: ink }),
    )
  })
  const wide = random.between(2.4, 8)
  const ring = `<circle r="${round(98 - wide / 2)}" fill="none" stroke="${ink}" stroke-width="${round(wide)}"/>`
  const inner = random.chance(0.3)
    ? `<circle r="${round(random.between(46, 54))}" fill="none" stroke="${ink}" stroke-width="1.5"/>`
    : ''
  const middle = random.chance(0.85) ? drawStar(random.between(22, 36), ink) : ''
  const below = text(0, random.between(52, 62), order.word, { size: 16, weight, anchor: 'middle', fill: ink })
  const press = round(random.between(...world.sealPress))
  const parts = [ring, inner, middle, ...arc, below, ...faintPatches(random)]
  const opacity = `fill-opacity="${press}" stroke-opacity="${press}"`
  return `<g transform="rotate(${round(random.between(-30, 30))})" ${opacity}>${parts.join('')}</g>`
}

/** Places where the ink did not take. */
function faintPatches(random: Random): readonly string[] {
  return Array.from({ length: random.int(0, 14) }, () => {
    const angle = random.between(0, Math.PI * 2)
    const away = random.between(10, 99)
    const [x, y] = [round(Math.cos(angle) * away), round(Math.sin(angle) * away)]
    return `<circle cx="${x}" cy="${y}" r="${round(random.between(1.5, 8))}" fill="#fcf8f4" fill-opacity="${round(random.between(0.25, 0.65))}"/>`
  })
}

/** A thick ring with a thin one inside, a large star, a row of digits below and worn patches. */
function officialSeal(world: World, { name, word }: SealOrder, random: Random): string {
  const ink = random.pick(world.sealInks)
  const characters = Array.from(name)
  const span = Math.min(280, 60 + characters.length * 16)
  const size = Math.min(24, 400 / characters.length + 6)
  const arc = characters.map((character, index) => {
    const angle = characters.length === 1 ? 0 : -span / 2 + (span * index) / (characters.length - 1)
    return group(
      `rotate(${round(angle)})`,
      text(0, -64, character, { size, weight: 700, anchor: 'middle', fill: ink }),
    )
  })
  const digits = Array.from(random.digits(13)).map((digit, index) =>
    group(`rotate(${round(24 - index * 4)})`, text(0, 90, digit, { size: 9, anchor: 'middle', fill: ink })),
  )
  const worn = Array.from({ length: random.int(4, 16) }, () => {
    const angle = random.between(0, Math.PI * 2)
    const away = random.between(10, 98)
    return `<ellipse cx="${round(Math.cos(angle) * away)}" cy="${round(Math.sin(angle) * away)}" rx="${round(random.between(1, 6))}" ry="${round(random.between(1, 9))}" transform="rotate(${String(random.int(0, 90))})" fill="#fbf7f2" fill-opacity="${round(random.between(0.3, 0.7))}"/>`
  })
  const rings =
    random.chance(0.5) && characters.length < 20
      ? `<circle r="95" fill="none" stroke="${ink}" stroke-width="7"/><circle r="88" fill="none" stroke="${ink}" stroke-width="1.2"/>`
      : `<circle r="96" fill="none" stroke="${ink}" stroke-width="4.2"/>`
  const below = text(0, 56, word, { size: 15, weight: 700, anchor: 'middle', fill: ink })
  const press = round(random.between(...world.sealPress))
  const turn = round(random.between(-24, 24))
  return `<g transform="rotate(${turn})" fill-opacity="${press}" stroke-opacity="${press}">${rings}${drawStar(random.between(26, 38), ink)}${arc.join('')}${below}${digits.join('')}${worn.join('')}</g>`
}
