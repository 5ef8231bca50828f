import { group, rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { GroundWish } from './groundWish'

type ReportDesk = (frame: Frame, random: Random) => string
const REPORT_DESKS: readonly ReportDesk[] = [
  checkedCloth,
  marble,
  cuttingMat,
  planks,
  leather,
  whiteDesk,
  tiles,
]

export function reportGround(frame: Frame, wish: GroundWish, random: Random): string {
  const { width, height } = frame
  if (wish === 'white') {
    return whiteDesk(frame, random)
  }
  if (wish === 'woven') {
    const dark = random.pick(['#7b8794', '#9a8c78', '#586b5c'] as const)
    return (
      rect(0, 0, width, height, `fill="${dark}"`) +
      weave(width, height, random.between(4.5, 9), '#0000002e', '#ffffff26')
    )
  }
  const things = Array.from({ length: random.int(0, 4) }, () =>
    thing(
      random,
      width,
      height,
      random.pick(['keyboard', 'mug', 'ruler', 'notes', 'cable', 'phone'] as const),
    ),
  )
  return random.pick(REPORT_DESKS)(frame, random) + things.join('')
}

function checkedCloth({ width, height }: Frame, random: Random): string {
  const [ground, stripe] = random.pick([
    ['#e9e3d6', '#a8473f'],
    ['#dfe6ea', '#3f6a94'],
    ['#e6e0cf', '#5f7a4a'],
  ] as const)
  const step = random.between(60, 130)
  return `${rect(0, 0, width, height, `fill="${ground}"`)}<pattern id="check" width="${round(step)}" height="${round(step)}" patternUnits="userSpaceOnUse" patternTransform="rotate(${round(random.between(-20, 20))})"><rect width="${round(step / 2)}" height="${round(step)}" fill="${stripe}" fill-opacity="0.35"/><rect width="${round(step)}" height="${round(step / 2)}" fill="${stripe}" fill-opacity="0.35"/></pattern>${rect(0, 0, width, height, 'fill="url(#check)"')}`
}

function marble(frame: Frame, random: Random): string {
  const ground = random.pick(['#dcdad6', '#3a3d40', '#c9c3b6'] as const)
  const vein = ground === '#3a3d40' ? '#a9adb0' : '#7d7f82'
  const veins = Array.from({ length: 16 }, () => {
    const [x, y] = [random.between(-100, frame.width), random.between(0, frame.height)]
    return `<path d="M${round(x)} ${round(y)} q${round(random.between(60, 260))} ${round(random.between(-160, 160))} ${round(random.between(200, 620))} ${round(random.between(-120, 240))}" fill="none" stroke="${vein}" stroke-width="${round(random.between(1, 7))}" stroke-opacity="${round(random.between(0.1, 0.4))}"/>`
  })
  return rect(0, 0, frame.width, frame.height, `fill="${ground}"`) + veins.join('')
}

function cuttingMat({ width, height }: Frame, random: Random): string {
  const step = random.between(38, 70)
  const ground = random.pick(['#2f5d4c', '#27435e', '#4a4a4d'] as const)
  return `${rect(0, 0, width, height, `fill="${ground}"`)}<pattern id="mat" width="${round(step)}" height="${round(step)}" patternUnits="userSpaceOnUse"><path d="M0 0 H${round(step)} M0 0 V${round(step)}" stroke="#d9dfb2" stroke-width="1.6" stroke-opacity="0.6"/></pattern>${rect(0, 0, width, height, 'fill="url(#mat)"')}`
}

function planks(frame: Frame, random: Random): string {
  const wood = random.pick(['#8d5b3a', '#c49a6c', '#5b4334', '#a97d5a'] as const)
  const step = random.between(120, 260)
  const joints = Array.from({ length: Math.ceil(frame.height / step) }, (_, index) =>
    rect(0, index * step, frame.width, 3, 'fill="#1c120b" fill-opacity="0.55"'),
  )
  return rect(0, 0, frame.width, frame.height, `fill="${wood}"`) + grain(frame, random, 0.2) + joints.join('')
}

function leather({ width, height }: Frame, random: Random): string {
  const hide = random.pick(['#2a211d', '#54291f', '#1d2630'] as const)
  const pores = `<pattern id="pore" width="14" height="12" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.6" fill="#000000" fill-opacity="0.3"/><circle cx="10" cy="8" r="1.3" fill="#ffffff" fill-opacity="0.1"/></pattern>`
  const seam = `<path d="M0 ${round(height * 0.06)} H${String(width)}" stroke="#c9b48a" stroke-width="3" stroke-dasharray="16 10"/>`
  return (
    rect(0, 0, width, height, `fill="${hide}"`) +
    pores +
    rect(0, 0, width, height, 'fill="url(#pore)"') +
    seam
  )
}

function whiteDesk({ width, height }: Frame, random: Random): string {
  const white = random.pick(['#efefec', '#f4f2ec', '#e9ebee'] as const)
  return rect(0, 0, width, height, `fill="${white}"`)
}

function tiles({ width, height }: Frame, random: Random): string {
  const step = random.between(220, 420)
  const [tile, joint] = random.pick([
    ['#b8b2a6', '#8a857b'],
    ['#7e8b92', '#5d676c'],
  ] as const)
  return `${rect(0, 0, width, height, `fill="${tile}"`)}<pattern id="tile" width="${round(step)}" height="${round(step)}" patternUnits="userSpaceOnUse" patternTransform="rotate(${round(random.between(0, 45))})"><path d="M0 0 H${round(step)} M0 0 V${round(step)}" stroke="${joint}" stroke-width="9"/></pattern>${rect(0, 0, width, height, 'fill="url(#tile)"')}`
}

function grain({ width, height }: Frame, random: Random, strength: number): string {
  return Array.from({ length: 40 }, () => {
    const y = random.between(0, height)
    const bend = random.between(-18, 18)
    return `<path d="M0 ${round(y)} Q${round(width / 2)} ${round(y + bend)} ${String(width)} ${round(y + bend / 3)}" fill="none" stroke="${random.chance(0.5) ? '#000000' : '#ffffff'}" stroke-width="${round(random.between(1, 6))}" stroke-opacity="${round(random.between(0.02, strength))}"/>`
  }).join('')
}

function weave(width: number, height: number, step: number, dark: string, light: string): string {
  const half = round(step / 2)
  return `<pattern id="weave" width="${round(step)}" height="${round(step)}" patternUnits="userSpaceOnUse"><rect width="${half}" height="${half}" fill="${dark}"/><rect x="${half}" y="${half}" width="${half}" height="${half}" fill="${dark}"/><rect x="${half}" width="${half}" height="${half}" fill="${light}"/></pattern>${rect(0, 0, width, height, 'fill="url(#weave)"')}`
}

type Thing = 'keyboard' | 'mug' | 'ruler' | 'notes' | 'cable' | 'phone'

/** Something that lies near the edge of the frame, where documents seldom reach. */
function thing(random: Random, width: number, height: number, kind: Thing): string {
  const atSide = random.chance(0.5)
  const x = atSide ? random.pick([0, width] as const) : random.between(0, width)
  const y = atSide ? random.between(0, height) : random.pick([0, height] as const)
  return group(
    `translate(${round(x)} ${round(y)}) rotate(${round(random.between(-50, 50))}) scale(${round(width / 1500)})`,
    THINGS[kind](random),
  )
}

const THINGS: Readonly<Record<Thing, (random: Random) => string>> = {
  keyboard: () => {
    const keys = Array.from({ length: 40 }, (_, index) =>
      rect((index % 10) * 46 - 230, Math.floor(index / 10) * 46 - 90, 38, 38, 'rx="6" fill="#e8e9ea"'),
    )
    return rect(-250, -110, 500, 210, 'rx="14" fill="#3c3f44"') + keys.join('')
  },
  mug: (random) =>
    `<circle r="100" fill="${random.pick(['#f2efe8', '#9c2f2c', '#2d4a6b'] as const)}"/><circle r="82" fill="#3b2417"/><path d="M95 -30 q70 30 0 60" fill="none" stroke="#e8e4da" stroke-width="18"/>`,
  ruler: () => {
    const marks = Array.from({ length: 40 }, (_, index) =>
      rect(index * 14 - 280, -24, 2, index % 5 === 0 ? 22 : 12, 'fill="#333333"'),
    )
    return rect(-290, -26, 580, 56, 'fill="#d9c98c" fill-opacity="0.85"') + marks.join('')
  },
  notes: () =>
    rect(-130, -130, 260, 260, 'fill="#f6e27a"') +
    text(-100, -40, '周五前交材料', { size: 34 }) +
    text(-100, 20, '带复印件', { size: 34 }),
  cable: (random) =>
    `<path d="M-300 0 C-150 ${round(random.between(-200, 200))} 100 ${round(random.between(-200, 200))} 300 40" fill="none" stroke="#efefef" stroke-width="14"/>`,
  phone: () =>
    rect(-90, -180, 180, 360, 'rx="26" fill="#15171a"') + rect(-82, -168, 164, 336, 'rx="18" fill="#2b3038"'),
}
