import { rect, round } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { GroundWish } from './groundWish'
import { newspaper } from './newspaper'
import { repeated, type Grain, type Ground } from './roughness'
import { wovenCloth } from './tuningCloth'
import { layThings } from './tuningThings'

type Desk = (frame: Frame, random: Random) => Ground
const DESKS: readonly Desk[] = [
  varnishedWood,
  paleWood,
  parquet,
  wovenCloth,
  stripedCloth,
  dottedCloth,
  terrazzo,
  cardboard,
  (frame, random) => ({ body: newspaper(frame, random), grains: [] }),
  brushedMetal,
  carpet,
  concrete,
  paleDesk,
  darkDesk,
  evenDesk,
  tableEdge,
]

/** Desks, floors and cloths of the tuning world; none of them is one of the report world. */
export function tuningGround(frame: Frame, wish: GroundWish, random: Random): Ground {
  switch (wish) {
    case 'white':
      return lid(frame, random)
    case 'woven':
      return wovenCloth(frame, random)
    case 'any': {
      const ground = random.pick(DESKS)(frame, random)
      return { ...ground, body: ground.body + layThings(frame, random) }
    }
  }
}

function filled({ width, height }: Frame, colour: string): string {
  return rect(0, 0, width, height, `fill="${colour}"`)
}

function even(across: number, depth: number, octaves = 3): Grain {
  return { across, down: across, depth, octaves }
}

/** Slow light and shade of a surface that is not quite flat. */
function cloud(random: Random): Grain {
  return even(0.003, random.between(0.02, 0.08), 2)
}

/** White foam or plastic under which a scanner presses the paper, sometimes with dust. */
function lid(frame: Frame, random: Random): Ground {
  const white = random.pick(['#f6f6f4', '#ecedef', '#fbfbfa', '#e6e7e6', '#f3efe6', '#eef1ee'] as const)
  const dust = Array.from({ length: random.int(0, 14) }, () => {
    const [x, y] = [random.between(0, frame.width), random.between(0, frame.height)]
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(random.between(0.6, 2))}" fill="#55504a" fill-opacity="0.5"/>`
  })
  const grains = random.chance(0.4) ? [even(0.3, random.between(0.01, 0.04))] : []
  return { body: filled(frame, white) + dust.join(''), grains }
}

function varnishedWood(frame: Frame, random: Random): Ground {
  const wood = random.pick(['#7b4a2b', '#99693f', '#4a3021', '#b5834f', '#6a3a26'] as const)
  const isLevel = random.chance(0.6)
  const [slow, fast] = [random.between(0.001, 0.004), random.between(0.03, 0.12)]
  const [across, down] = isLevel ? [slow, fast] : [fast, slow]
  return {
    body: filled(frame, wood),
    grains: [{ across, down, depth: random.between(0.1, 0.3), octaves: 4 }],
  }
}

function paleWood(frame: Frame, random: Random): Ground {
  const wood = random.pick(['#dcc6a0', '#e5d8c0', '#cfb48a', '#d8cfc3'] as const)
  const grain = { across: 0.002, down: random.between(0.02, 0.09), depth: 0.1, octaves: 4 }
  return { body: filled(frame, wood), grains: [grain] }
}

/** Short boards at right angles to each other. */
function parquet(frame: Frame, random: Random): Ground {
  const wide = frame.width * random.between(0.05, 0.11)
  const boards = random.pick([
    ['#9c6b3f', '#8a5c35', '#a97848'],
    ['#c7a273', '#b8925f', '#d0ae82'],
    ['#5f4128', '#6d4c30', '#553923'],
  ] as const)
  const block = (x: number, y: number, isLevel: boolean): string =>
    [0, wide, wide * 2]
      .map((away) =>
        rect(
          x + (isLevel ? 0 : away),
          y + (isLevel ? away : 0),
          isLevel ? wide * 3 : wide,
          isLevel ? wide : wide * 3,
          `fill="${random.pick(boards)}" stroke="#20140a" stroke-opacity="0.5" stroke-width="2"`,
        ),
      )
      .join('')
  const three = wide * 3
  const body = block(0, 0, true) + block(three, 0, false) + block(0, three, false) + block(three, three, true)
  const turn = random.pick([0, 45, random.between(0, 90)])
  const cell = { width: three * 2, height: three * 2, turn, body }
  return {
    body: repeated(frame, cell, random),
    grains: [{ across: 0.02, down: 0.05, depth: 0.08, octaves: 3 }],
  }
}

function stripedCloth(frame: Frame, random: Random): Ground {
  const [ground, stripe] = random.pick([
    ['#e8e6df', '#6b7f93'],
    ['#ded2c4', '#8f5b52'],
    ['#f0ece2', '#a9b59b'],
    ['#39414f', '#8d95a3'],
    ['#f1f1ef', '#30343a'],
  ] as const)
  const step = random.between(24, 140)
  const body = rect(0, 0, step * random.between(0.2, 0.6), step, `fill="${stripe}" fill-opacity="0.8"`)
  const cell = { width: step, height: step, turn: random.between(0, 180), body }
  return { body: filled(frame, ground) + repeated(frame, cell, random), grains: [cloud(random)] }
}

function dottedCloth(frame: Frame, random: Random): Ground {
  const [ground, dot] = random.pick([
    ['#f2e9e4', '#c98f86'],
    ['#27496d', '#e9eef2'],
    ['#e9ede4', '#7f9a78'],
    ['#5b4a5f', '#d9cfd9'],
  ] as const)
  const step = random.between(26, 90)
  const spot = (at: number): string =>
    `<circle cx="${round(step * at)}" cy="${round(step * at)}" r="${round(step * 0.14)}" fill="${dot}"/>`
  const cell = { width: step, height: step, turn: random.between(0, 45), body: spot(0.25) + spot(0.75) }
  return { body: filled(frame, ground) + repeated(frame, cell, random), grains: [cloud(random)] }
}

function terrazzo(frame: Frame, random: Random): Ground {
  const ground = random.pick(['#cfcac2', '#8b8883', '#e4e1db', '#5a5d5f'] as const)
  const chips = Array.from({ length: 700 }, () => {
    const colour = random.pick(['#6f6a63', '#a88f78', '#f1eee8', '#4a4f52', '#b7b2a8', '#8e6f5e'] as const)
    const [x, y] = [random.between(0, frame.width), random.between(0, frame.height)]
    const reach = random.between(3, 15)
    return `<path d="M${round(x)} ${round(y)} l${round(reach)} ${round(random.between(-4, 8))} l${round(-reach / 3)} ${round(reach)} l${round(-reach)} ${round(-reach / 4)} z" fill="${colour}"/>`
  })
  return { body: filled(frame, ground) + chips.join(''), grains: [] }
}

function cardboard(frame: Frame, random: Random): Ground {
  const ribs = { across: random.between(0.08, 0.16), down: 0.002, depth: 0.06, octaves: 1 }
  return {
    body: filled(frame, random.pick(['#b38b5d', '#a47c50', '#c4a074'] as const)),
    grains: [ribs, even(0.4, 0.08, 2)],
  }
}

function brushedMetal(frame: Frame, random: Random): Ground {
  const brushed = {
    across: 0.002,
    down: random.between(0.4, 0.9),
    depth: random.between(0.08, 0.2),
    octaves: 2,
  }
  return { body: filled(frame, random.pick(['#a9acaf', '#7f8386', '#c3c5c6'] as const)), grains: [brushed] }
}

function carpet(frame: Frame, random: Random): Ground {
  const ground = random.pick(['#6b6f76', '#8a7460', '#4f5a4c', '#7c4a45', '#9aa0a6'] as const)
  return {
    body: filled(frame, ground),
    grains: [even(random.between(0.1, 0.4), random.between(0.15, 0.4), 2)],
  }
}

function concrete(frame: Frame, random: Random): Ground {
  return {
    body: filled(frame, random.pick(['#9b9a96', '#b4b2ad', '#7d7c79'] as const)),
    grains: [even(0.012, 0.1, 5)],
  }
}

function paleDesk(frame: Frame, random: Random): Ground {
  const pale = random.pick([
    '#eceae4',
    '#e2e4e7',
    '#f0ede6',
    '#dfe0dd',
    '#e8e2d8',
    '#e3e9ea',
    '#d9d9d6',
  ] as const)
  return { body: filled(frame, pale), grains: random.chance(0.5) ? [cloud(random)] : [] }
}

function darkDesk(frame: Frame, random: Random): Ground {
  const dark = random.pick(['#17181a', '#24201d', '#10151c', '#2d2f31', '#1d2420'] as const)
  return { body: filled(frame, dark), grains: random.chance(0.5) ? [even(0.2, 0.08)] : [] }
}

function evenDesk(frame: Frame, random: Random): Ground {
  const colours = ['#926a48', '#7a7c80', '#5c7068', '#cecbc5', '#46607c', '#7d3d38', '#b7a98f', '#6f7f5c']
  return { body: filled(frame, random.pick(colours)), grains: [] }
}

/** A table that ends within the picture, before a floor. */
function tableEdge(frame: Frame, random: Random): Ground {
  const [table, floor] = random.pick([
    ['#d7d3cb', '#6c5a49'],
    ['#584436', '#b9b3a8'],
    ['#3b3f45', '#9a8f80'],
  ] as const)
  const [from, to] = [random.between(0.02, 0.07), random.between(0.01, 0.08)]
  const { width, height } = frame
  const rim = `M0 0 H${String(width)} V${round(height * from)} L0 ${round(height * to)} Z`
  return { body: `${filled(frame, table)}<path d="${rim}" fill="${floor}"/>`, grains: [cloud(random)] }
}
