import { rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'

/** Cloth of the report world. */
export function reportBackdrop({ width, height }: Frame, random: Random): string {
  const [ground, mark] = random.pick([
    ['#e2edf8', '#1c63b5'],
    ['#f8f9fb', '#3a8fe0'],
    ['#d3e4f5', '#2a6cc0'],
  ] as const)
  const [across, down] = [random.between(230, 420), random.between(140, 240)]
  const size = random.between(30, 54)
  const marks: string[] = []
  for (let row = 0; row * down < height + down; row += 1) {
    for (let column = -1; column * across < width; column += 1) {
      const x = column * across + (row % 2 === 0 ? 40 : across / 2)
      marks.push(
        `<circle cx="${round(x - size * 0.7)}" cy="${round(row * down - size * 0.3)}" r="${round(size * 0.42)}" fill="${mark}"/>`,
        text(x, row * down, random.pick(['示例云', '样本云计算'] as const), {
          size,
          weight: 700,
          fill: mark,
        }),
      )
    }
  }
  const folds = Array.from({ length: 5 }, () =>
    rect(random.between(0, width), 0, random.between(30, 110), height, 'fill="#27445f" fill-opacity="0.035"'),
  )
  return rect(0, 0, width, height, `fill="${ground}"`) + marks.join('') + folds.join('')
}

/** Rooms, streets and walls of the report world. */
export function reportRoom(frame: Frame, random: Random): string {
  const { width, height } = frame
  const kind = random.pick(['wall', 'room', 'room', 'street'] as const)
  switch (kind) {
    case 'wall': {
      const colours = ['#a33c52', '#7c9a4e', '#c8a15a', '#3f3a36', '#8f6f9c'] as const
      return rect(0, 0, width, height, `fill="${random.pick(colours)}"`)
    }
    case 'room':
      return livingRoom(frame, random)
    case 'street':
      return street(frame, random)
  }
}

function livingRoom({ width, height }: Frame, random: Random): string {
  const wall = random.pick(['#d9cbb2', '#b7a894', '#c9b7a8'] as const)
  const window = rect(
    random.between(0, 200),
    80,
    380,
    520,
    'fill="#cfe2ee" stroke="#efe9df" stroke-width="22"',
  )
  const sofa = rect(
    0,
    height * 0.6,
    width,
    height * 0.4,
    `rx="40" fill="${random.pick(['#6e5a48', '#54606b', '#8b4a3b'] as const)}"`,
  )
  const picture = rect(
    width * 0.68,
    140,
    260,
    190,
    `fill="${random.pick(['#a5633d', '#47705c'] as const)}" stroke="#2f241b" stroke-width="14"`,
  )
  const plant = Array.from({ length: 14 }, () => {
    const lean = random.between(-120, 120)
    return `<path d="M${round(width * 0.9)} ${round(height * 0.7)} q${round(lean / 2)} -160 ${round(lean)} ${round(random.between(-320, -180))}" fill="none" stroke="#3f6b3a" stroke-width="16"/>`
  })
  return rect(0, 0, width, height, `fill="${wall}"`) + window + picture + sofa + plant.join('')
}

function street({ width, height }: Frame, random: Random): string {
  const houses = Array.from({ length: 7 }, (_, index) => {
    const tall = random.between(300, 900)
    const colour = random.pick(['#6f6a73', '#b38a5d', '#59534c', '#97674f'] as const)
    const left = index * (width / 7)
    const panes = Array.from({ length: 12 }, (_unused, pane) =>
      rect(
        left + 24 + (pane % 3) * 58,
        height - tall + 40 + Math.floor(pane / 3) * 90,
        34,
        50,
        'fill="#39424c"',
      ),
    )
    return rect(left, height - tall, width / 7 - 6, tall, `fill="${colour}"`) + panes.join('')
  })
  return (
    rect(0, 0, width, height, 'fill="#aebfc9"') +
    houses.join('') +
    rect(0, height * 0.85, width, height * 0.15, 'fill="#4b4a48"')
  )
}
