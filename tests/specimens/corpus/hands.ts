import { drawSignature } from '../pictures/marks'
import { escapeText, round, type MarkPlaces, type Overlay } from '../pictures/svg'
import { createRandom } from '../random'
import type { World } from './worlds'

type Room = NonNullable<MarkPlaces['signature']>

/** A signature in the room where it belongs. */
export function signHere(world: World, room: Room, name: string, seed: string): Overlay {
  const size = Math.min(room.height * 0.66, (room.width * 0.9) / Array.from(name).length)
  const [x, y] = [room.x + room.width * 0.06, room.y + room.height * 0.82]
  return world.name === 'tuning' ? drawSignature(x, y, name, size, seed) : runningHand(x, y, name, size, seed)
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
