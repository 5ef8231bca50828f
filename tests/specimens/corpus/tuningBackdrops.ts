import { group, rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'

/** Cloths of the tuning world: whites and pale blues, with marks, words or nothing but a band, hung with or without folds. */
export function tuningBackdrop(frame: Frame, random: Random): string {
  const [ground, mark] = random.pick([
    ['#f3f7fb', '#2f7fd1'],
    ['#ffffff', '#1f6fd0'],
    ['#e9f1fa', '#2456a8'],
    ['#dbe8f6', '#2f66b8'],
    ['#c9dcf2', '#1d4f9e'],
    ['#f7f7f5', '#3478c8'],
    ['#eef3f7', '#4b93dd'],
  ] as const)
  const size = random.between(26, 64)
  const [across, down] = [size * random.between(5, 9), size * random.between(2.8, 5)]
  const word = random.pick(['示例云', '示例网络', '样例主机', '示例云 备案'] as const)
  const kind = random.pick(['disc', 'box', 'words', 'hexagon'] as const)
  const marks: string[] = []
  for (let row = 0; row * down < frame.height * 1.3; row += 1) {
    for (let column = -1; column * across < frame.width * 1.2; column += 1) {
      const x = column * across + (row % 2 === 0 ? 30 : across / 2)
      marks.push(badge(kind, x, row * down, size, mark))
      marks.push(text(x, row * down, word, { size, weight: random.pick([400, 700]), fill: mark }))
    }
  }
  const lean = random.chance(0.3) ? random.between(-14, 14) : 0
  const band = random.chance(0.35)
    ? rect(0, 0, frame.width, 74, `fill="${mark}"`) +
      text(frame.width / 2, 53, '网站备案专用幕布', {
        size: 42,
        weight: 700,
        anchor: 'middle',
        fill: '#ffffff',
      })
    : ''
  return (
    rect(0, 0, frame.width, frame.height, `fill="${ground}"`) +
    group(`rotate(${round(lean)} ${round(frame.width / 2)} ${round(frame.height / 2)})`, marks.join('')) +
    folds(frame, random) +
    band
  )
}

function badge(
  kind: 'disc' | 'box' | 'words' | 'hexagon',
  x: number,
  y: number,
  size: number,
  mark: string,
): string {
  const [cx, cy, reach] = [x - size * 0.7, y - size * 0.35, size * 0.42]
  switch (kind) {
    case 'disc':
      return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(reach)}" fill="none" stroke="${mark}" stroke-width="${round(reach / 2.5)}"/>`
    case 'box':
      return rect(cx - reach, cy - reach, reach * 2, reach * 2, `rx="${round(reach / 2)}" fill="${mark}"`)
    case 'words':
      return ''
    case 'hexagon': {
      const corners = [0, 1, 2, 3, 4, 5].map((index) => {
        const angle = (Math.PI / 3) * index
        return `${round(cx + Math.cos(angle) * reach)},${round(cy + Math.sin(angle) * reach)}`
      })
      return `<polygon points="${corners.join(' ')}" fill="${mark}"/>`
    }
  }
}

/** Cloth hangs in folds that shade it a little. */
function folds({ width, height }: Frame, random: Random): string {
  const count = random.pick([0, 0, 4, 9] as const)
  return Array.from({ length: count }, () => {
    const shade = random.pick(['#1d3247', '#ffffff'] as const)
    return rect(
      random.between(0, width),
      0,
      random.between(14, 120),
      height,
      `fill="${shade}" fill-opacity="${round(random.between(0.02, 0.07))}"`,
    )
  }).join('')
}
