import { group, rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'

/** Things that lie about, and other papers partly under the document. */
export function layThings(frame: Frame, random: Random): string {
  const papers = random.chance(0.22) ? sheetBelow(frame, random) : ''
  const things = Array.from({ length: random.pick([0, 0, 1, 1, 2, 3] as const) }, () => thing(frame, random))
  return papers + things.join('')
}

/** At the edge of the frame, where documents seldom reach. */
function thing({ width, height }: Frame, random: Random): string {
  const atSide = random.chance(0.5)
  const x = atSide ? random.pick([0, width] as const) : random.between(0, width)
  const y = atSide ? random.between(0, height) : random.pick([0, height] as const)
  const scale = (Math.max(width, height) / 1500) * random.between(0.8, 1.25)
  return group(
    `translate(${round(x)} ${round(y)}) rotate(${round(random.between(0, 360))}) scale(${round(scale)})`,
    random.pick(THINGS)(random),
  )
}

const THINGS: readonly ((random: Random) => string)[] = [
  pen,
  spectacles,
  coins,
  stapler,
  paperClip,
  bookEdge,
  cupLid,
  earphones,
  calculator,
  stampPad,
]

function pen(random: Random): string {
  const barrel = random.pick(['#20242c', '#8f1f24', '#1f4f8c', '#d8d4cc'] as const)
  return rect(-180, -9, 330, 18, `rx="9" fill="${barrel}"`) + rect(150, -6, 34, 12, 'rx="5" fill="#b9bdc4"')
}

function spectacles(): string {
  const lens = (x: number): string =>
    `<ellipse cx="${String(x)}" cy="0" rx="62" ry="48" fill="#dfe8ee" fill-opacity="0.25" stroke="#2a2322" stroke-width="8"/>`
  return `${lens(-80)}${lens(80)}<path d="M-20 -8 Q0 -22 20 -8 M-140 -10 L-230 60 M140 -10 L230 60" fill="none" stroke="#2a2322" stroke-width="7"/>`
}

function coins(random: Random): string {
  return Array.from({ length: random.int(1, 4) }, (_, index) => {
    const metal = random.pick(['#c6c3b8', '#b5894a', '#a8a9a6'] as const)
    const [x, y] = [index * 62 - 60, random.between(-40, 40)]
    return `<circle cx="${round(x)}" cy="${round(y)}" r="34" fill="${metal}" stroke="#6e6a5f" stroke-width="3"/><circle cx="${round(x)}" cy="${round(y)}" r="26" fill="none" stroke="#8d887a" stroke-width="2"/>`
  }).join('')
}

function stapler(random: Random): string {
  const body = random.pick(['#1b1c1f', '#a32b2b', '#2d5c8a'] as const)
  return (
    rect(-170, -34, 340, 68, `rx="22" fill="${body}"`) +
    rect(-150, -12, 300, 10, 'fill="#ffffff" fill-opacity="0.2"')
  )
}

function paperClip(): string {
  return '<path d="M-40 0 V-60 Q-40 -84 -16 -84 Q8 -84 8 -60 V50 Q8 66 -8 66 Q-24 66 -24 50 V-46" fill="none" stroke="#8d9298" stroke-width="6"/>'
}

function bookEdge(random: Random): string {
  const cover = random.pick(['#2f4a3a', '#7a2e35', '#d8c9a4', '#27395c'] as const)
  const pages = Array.from({ length: 14 }, (_, index) =>
    rect(-300, 152 + index * 4, 600, 1.4, 'fill="#9c9484" fill-opacity="0.8"'),
  )
  return (
    rect(-300, -200, 600, 352, `fill="${cover}"`) +
    rect(-300, 150, 600, 58, 'fill="#ece6d8"') +
    pages.join('')
  )
}

function cupLid(random: Random): string {
  const lid = random.pick(['#f3f1ec', '#2b2421', '#b8c4c8'] as const)
  return `<circle r="112" fill="${lid}"/><circle r="92" fill="none" stroke="#00000055" stroke-width="5"/><ellipse cx="0" cy="-60" rx="18" ry="8" fill="#00000088"/>`
}

function earphones(random: Random): string {
  const bend = (): string => round(random.between(-180, 180))
  return `<path d="M-260 20 C${bend()} ${bend()} ${bend()} ${bend()} 240 -40 M-260 20 C${bend()} ${bend()} ${bend()} ${bend()} 220 90" fill="none" stroke="#26282b" stroke-width="6"/><circle cx="240" cy="-40" r="17" fill="#e8e8e8"/><circle cx="220" cy="90" r="17" fill="#e8e8e8"/>`
}

function calculator(): string {
  const keys = Array.from({ length: 20 }, (_, index) =>
    rect((index % 4) * 50 - 98, Math.floor(index / 4) * 46 - 40, 38, 34, 'rx="5" fill="#50555c"'),
  )
  return (
    rect(-120, -150, 240, 350, 'rx="16" fill="#c9cdd1"') +
    rect(-98, -128, 196, 62, 'fill="#9fb0a0"') +
    keys.join('')
  )
}

/** A box of ink for seals: red, but no seal. */
function stampPad(): string {
  return '<circle r="92" fill="#d9d3c7"/><circle r="74" fill="#8e1d1f"/><circle r="74" fill="none" stroke="#5e1113" stroke-width="6"/>'
}

/** A written or blank sheet, or a corner of one, that the document partly covers. */
function sheetBelow({ width, height }: Frame, random: Random): string {
  const paper = random.pick(['#f4f3ef', '#ece7d9', '#f7f7f7', '#dfe6ea'] as const)
  const [wide, high] = [width * random.between(0.3, 0.7), height * random.between(0.3, 0.7)]
  const size = width * 0.013
  const rows = random.chance(0.6)
    ? Array.from({ length: Math.floor(high / (size * 2.2)) }, (_, index) =>
        text(-wide * 0.42, -high * 0.44 + index * size * 2.2, '会议纪要与待办事项清单及各部门联系方式', {
          size,
          fill: '#3a3a3a',
        }),
      )
    : []
  const [x, y] = [random.pick([0, width] as const), random.between(0, height)]
  return group(
    `translate(${round(x)} ${round(y)}) rotate(${round(random.between(-35, 35))})`,
    rect(-wide / 2, -high / 2, wide, high, `fill="${paper}" stroke="#00000033" stroke-width="2"`) +
      rows.join(''),
  )
}
