import { rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import { repeated } from './roughness'

type Room = (frame: Frame, random: Random) => string
const ROOMS: readonly Room[] = [
  plainWall,
  plainWall,
  bookshelves,
  office,
  brickWall,
  curtains,
  doorway,
  kitchen,
  poster,
  park,
  street,
  stairs,
]

/** What stands behind people who have no cloth, in the tuning world. */
export function tuningRoom(frame: Frame, random: Random): string {
  return random.pick(ROOMS)(frame, random)
}

function filled({ width, height }: Frame, colour: string): string {
  return rect(0, 0, width, height, `fill="${colour}"`)
}

function plainWall(frame: Frame, random: Random): string {
  const wall = random.pick([
    '#b5443c',
    '#5d8a57',
    '#8d7a5f',
    '#56504c',
    '#d9b25f',
    '#caa68c',
    '#4a6b5c',
    '#e0cfa4',
  ])
  return filled(frame, wall) + (random.chance(0.5) ? lamp(frame, random) : '')
}

function bookshelves({ width, height }: Frame, random: Random): string {
  const count = random.int(18, 44)
  const boards = random.int(2, 4)
  const spines = Array.from({ length: count * boards }, (_, index) =>
    rect(
      (index % count) * (width / count),
      Math.floor(index / count) * (height / boards) + random.between(20, 110),
      width / count - random.between(1, 6),
      height / boards,
      `fill="${random.pick(['#7a3b2e', '#33506e', '#b59b5a', '#4d5b45', '#d8d0c0', '#2c2c34', '#9a5b6b', '#e7e3d8'])}"`,
    ),
  )
  const shelves = Array.from({ length: boards }, (_, row) =>
    rect(0, ((row + 1) * height) / boards - 26, width, 30, 'fill="#6b4a2f"'),
  )
  return filled({ width, height }, '#3e2c1e') + spines.join('') + shelves.join('')
}

function office(frame: Frame, random: Random): string {
  const { width, height } = frame
  const wall = random.pick(['#d5d0c6', '#c2bba9', '#b9c0bd'])
  const windows = Array.from({ length: random.int(0, 3) }, (_, index) =>
    rect(
      index * width * 0.34 + 20,
      60,
      width * 0.26,
      height * 0.4,
      'fill="#dfe9ef" stroke="#8a8d90" stroke-width="14"',
    ),
  )
  const desks = Array.from({ length: 3 }, (_, index) => {
    const x = (index * width) / 3 + random.between(-40, 40)
    const y = height * random.between(0.55, 0.7)
    return (
      rect(x, y, width / 3.6, height, `fill="${random.pick(['#a58157', '#6e5a48', '#8a8f93'])}"`) +
      rect(x + 60, y - 170, 230, 150, 'fill="#17191c" stroke="#3a3d41" stroke-width="8"') +
      rect(x + 165, y - 22, 22, 24, 'fill="#3a3d41"')
    )
  })
  return filled(frame, wall) + windows.join('') + desks.join('')
}

function brickWall(frame: Frame, random: Random): string {
  const [wide, high] = [random.between(70, 150), random.between(28, 56)]
  const [brick, joint] = random.pick([
    ['#9c4f3a', '#c9bfb1'],
    ['#7a6a60', '#4c443f'],
    ['#c9b59a', '#8b7c69'],
  ] as const)
  const joints = `fill="${joint}"`
  const body =
    rect(0, 0, wide, 5, joints) +
    rect(0, high, wide, 5, joints) +
    rect(0, 0, 5, high, joints) +
    rect(wide / 2, high, 5, high, joints)
  const cell = { width: wide, height: high * 2, turn: 0, body }
  return filled(frame, brick) + repeated(frame, cell, random)
}

function curtains(frame: Frame, random: Random): string {
  const cloth = random.pick(['#6d2f33', '#8b7d4f', '#43564a', '#c8a98a', '#584b66'])
  const step = random.between(40, 110)
  const body =
    rect(0, 0, step * 0.4, 40, 'fill="#000000" fill-opacity="0.22"') +
    rect(step * 0.55, 0, step * 0.2, 40, 'fill="#ffffff" fill-opacity="0.14"')
  return filled(frame, cloth) + repeated(frame, { width: step, height: 40, turn: 0, body }, random)
}

function doorway(frame: Frame, random: Random): string {
  const { width, height } = frame
  const [wall, door] = random.pick([
    ['#cdb994', '#6a4327'],
    ['#9fae93', '#e4ddca'],
    ['#b48e7d', '#3d4a44'],
  ] as const)
  const left = random.between(0, width * 0.6)
  return (
    filled(frame, wall) +
    rect(left, 50, width * 0.36, height, `fill="${door}" stroke="#2e2118" stroke-width="16"`) +
    rect(left + 60, 130, width * 0.24, height * 0.28, 'fill="none" stroke="#00000055" stroke-width="8"') +
    `<circle cx="${round(left + width * 0.32)}" cy="${round(height * 0.55)}" r="18" fill="#c9a64f"/>`
  )
}

function kitchen(frame: Frame, random: Random): string {
  const step = random.between(60, 120)
  const tile = random.pick(['#d9c9a6', '#a9bda0', '#c59f86'])
  const body = rect(0, 0, step, 4, 'fill="#7d7364"') + rect(0, 0, 4, step, 'fill="#7d7364"')
  const cupboards = [0, 1, 2, 3].map((index) =>
    rect(
      (index * frame.width) / 4 + 6,
      0,
      frame.width / 4 - 12,
      frame.height * 0.32,
      `fill="${random.pick(['#8b5a3c', '#715138', '#9c7350'])}" stroke="#4a3220" stroke-width="6"`,
    ),
  )
  return (
    filled(frame, tile) +
    repeated(frame, { width: step, height: step, turn: 0, body }, random) +
    cupboards.join('')
  )
}

/** A wall with pictures and a notice. */
function poster(frame: Frame, random: Random): string {
  const { width, height } = frame
  const pictures = Array.from({ length: random.int(3, 7) }, () =>
    rect(
      random.between(0, width),
      random.between(0, height * 0.6),
      random.between(120, 420),
      random.between(120, 360),
      `fill="${random.pick(['#c0562f', '#5c7d4d', '#e0b64c', '#7b4c77', '#efe7d4', '#30302e'])}" stroke="#2b211a" stroke-width="${String(random.int(0, 14))}"`,
    ),
  )
  const notice = text(width * 0.1, height * 0.2, '安全生产 人人有责', {
    size: 90,
    weight: 700,
    fill: '#a33026',
  })
  return filled(frame, random.pick(['#e2d6bd', '#b9ab8d', '#d1c2b1'])) + pictures.join('') + notice
}

function park(frame: Frame, random: Random): string {
  const { width, height } = frame
  const horizon = height * random.between(0.3, 0.6)
  const trees = Array.from({ length: random.int(5, 14) }, () => {
    const x = random.between(0, width)
    const crown = random.between(90, 260)
    const green = random.pick(['#3f6b34', '#55803f', '#2f5430', '#7b8f45'])
    return (
      rect(x - 14, horizon - crown * 0.4, 28, height, 'fill="#5a4332"') +
      `<ellipse cx="${round(x)}" cy="${round(horizon - crown * 0.6)}" rx="${round(crown * 0.7)}" ry="${round(crown)}" fill="${green}"/>`
    )
  })
  return (
    filled(frame, random.pick(['#bcd3e2', '#e6e2d6', '#a9bcc9'])) +
    rect(0, horizon, width, height, 'fill="#6d8a4a"') +
    trees.join('')
  )
}

function street(frame: Frame, random: Random): string {
  const { width, height } = frame
  const count = random.int(4, 9)
  const houses = Array.from({ length: count }, (_, index) => {
    const tall = height * random.between(0.35, 1)
    const left = index * (width / count)
    const panes = Array.from({ length: 18 }, (_unused, pane) =>
      rect(
        left + 18 + (pane % 3) * (width / count / 3.3),
        height - tall + 40 + Math.floor(pane / 3) * 84,
        width / count / 5,
        48,
        'fill="#4a525a"',
      ),
    )
    const colour = random.pick(['#8f8577', '#a3593f', '#77706a', '#c4ab83', '#5f6b62'])
    return rect(left, height - tall, width / count - 4, tall, `fill="${colour}"`) + panes.join('')
  })
  const cars = Array.from({ length: random.int(0, 4) }, () =>
    rect(
      random.between(0, width),
      height * 0.84,
      260,
      90,
      `rx="34" fill="${random.pick(['#a32626', '#d8d8d6', '#23262a'])}"`,
    ),
  )
  return (
    filled(frame, random.pick(['#aebfc9', '#d9dcdc', '#8fa8bb'])) +
    houses.join('') +
    rect(0, height * 0.88, width, height * 0.12, 'fill="#4b4a48"') +
    cars.join('')
  )
}

function stairs(frame: Frame, random: Random): string {
  const { width, height } = frame
  const steps = random.int(6, 14)
  const treads = Array.from({ length: steps }, (_, index) =>
    rect(
      (index * width) / steps,
      height - ((index + 1) * height) / steps,
      width,
      height / steps + 2,
      `fill="${index % 2 === 0 ? '#9a9084' : '#80776c'}" stroke="#57504a" stroke-width="3"`,
    ),
  )
  return filled(frame, random.pick(['#c7b899', '#a89d8d', '#8f9c86'])) + treads.join('')
}

/** Light that falls on a wall from one side. */
function lamp({ width, height }: Frame, random: Random): string {
  const [from, to] = random.pick([
    ['#ffffff', '#000000'],
    ['#000000', '#ffffff'],
  ] as const)
  const depth = round(random.between(0.05, 0.2))
  return `<linearGradient id="lamp" x1="0" y1="0" x2="1" y2="${round(random.between(0, 1))}"><stop offset="0" stop-color="${from}" stop-opacity="${depth}"/><stop offset="1" stop-color="${to}" stop-opacity="${depth}"/></linearGradient>${rect(0, 0, width, height, 'fill="url(#lamp)"')}`
}
