import { drawSignature } from '../pictures/marks'
import { escapeText, round, type MarkPlaces, type Overlay } from '../pictures/svg'
import { createRandom } from '../random'
import type { World } from './worlds'

type Room = NonNullable<MarkPlaces['signature']>

/** A signature in the room where it belongs. */
export function signHere(world: World, room: Room, name: string, seed: string): Overlay {
  const size = Math.min(room.height * 0.66, (room.width * 0.9) / Array.from(name).length)
  const [x, y] = [room.x + room.width * 0.06, room.y + room.height * 0.82]
  if (world.name === 'report') {
    return runningHand(x, y, name, size, seed)
  }
  return createRandom(`${seed}/pen`).chance(0.4)
    ? drawSignature(x, y, name, size, seed)
    : looseHand(x, y, name, size, seed)
}

/** Characters of a brush or a ball pen that run into each other and climb. */
function runningHand(x: number, y: number, name: string, size: number, seed: string): Overlay {
  const random = createRandom(`${seed}/hand/${name}`)
  const family = random.pick(['Ma Shan Zheng', 'Zhi Mang Xing'] as const)
  const ink = random.pick(['#101014', '#1a2a6c', '#23252f', '#0d1b3f'] as const)
  const grow = size * random.between(1.05, 1.3)
  const margin = size * 0.4
  const climb = random.between(-6, 2)
  const width = Math.ceil(Array.from(name).length * size * 1.1 + margin * 3)
  const characters = Array.from(name).map((character, index) => {
    const lift = random.between(-0.1, 0.1) * size
    return `<text transform="translate(${round(index * size * random.between(0.78, 0.95))} ${round(lift)}) rotate(${round(random.between(-12, 8))})" font-size="${round(grow * random.between(0.85, 1.1))}" fill="${ink}">${escapeText(character)}</text>`
  })
  return {
    x: x - margin,
    y: y - size * 1.3,
    width,
    height: Math.ceil(size * 2.1),
    body: `<g transform="translate(${round(margin)} ${round(size * 1.3)}) rotate(${round(climb)})">${characters.join('')}</g>`,
    shake: size * random.between(0.01, 0.05),
    seed,
    fontFamily: family,
  }
}

/** Characters of a pen that stand apart and lean, some larger than the others, in the inks of the tuning world. */
function looseHand(x: number, y: number, name: string, size: number, seed: string): Overlay {
  const random = createRandom(`${seed}/loose/${name}`)
  const ink = random.pick(['#16161c', '#22283a', '#2b2b2e', '#152a57'] as const)
  const lean = random.between(-16, 4)
  const margin = size * 0.45
  const step = size * random.between(0.8, 1.02)
  const width = Math.ceil(Array.from(name).length * step + margin * 3)
  const heavy = size * random.between(0, 0.03)
  const characters = Array.from(name).map((character, index) => {
    const grow = size * random.between(1.05, 1.4)
    const drop = random.between(-0.12, 0.12) * size
    return `<g transform="translate(${round(index * step)} ${round(drop)}) rotate(${round(random.between(-10, 10))}) skewX(${round(lean)})"><text font-size="${round(grow)}" fill="${ink}" stroke="${ink}" stroke-width="${round(heavy)}">${escapeText(character)}</text></g>`
  })
  return {
    x: x - margin,
    y: y - size * 1.35,
    width,
    height: Math.ceil(size * 2.2),
    body: `<g transform="translate(${round(margin)} ${round(size * 1.35)}) rotate(${round(random.between(-5, 3))})">${characters.join('')}</g>`,
    shake: size * random.between(0.01, 0.06),
    seed,
    fontFamily: random.pick(['Long Cang', 'Liu Jian Mao Cao'] as const),
  }
}
