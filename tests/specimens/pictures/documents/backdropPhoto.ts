import type { PlannedDocument } from '../../filing/plannedDocument'
import type { SpecimenPerson } from '../../people/person'
import { createRandom } from '../../random'
import { drawFigure, FIGURE_DEFS } from '../figure'
import { group, rect, round, text, type Artwork } from '../svg'

const WIDTH = 1500
const HEIGHT = 1125
const PLAIN = ['#3d3f45', '#6a6258', '#e8e4da', '#7c8072', '#2f3330', '#b9ab93'] as const

/** The administrator from the chest upward in front of the provider's blue and white backdrop. */
export function drawBackdropPhoto(
  person: SpecimenPerson,
  clothing: PlannedDocument['clothing'],
  seed: string,
): Artwork {
  const random = createRandom(`${seed}/photo`)
  const cloth = clothing === 'red' ? '#b5242b' : clothing === 'blue' ? '#2455a8' : random.pick(PLAIN)
  const scale = random.between(1.72, 1.86)
  const x = WIDTH / 2 - 200 * scale + random.between(-24, 24)
  const y = HEIGHT - 500 * scale
  const body = [
    `<defs>${FIGURE_DEFS}<linearGradient id="wall" x1="0" y1="0" x2="1" y2="0.3"><stop offset="0" stop-color="#eaf1f8"/><stop offset="0.5" stop-color="#fafcfe"/><stop offset="1" stop-color="#dbe6f1"/></linearGradient><radialGradient id="fall" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#1d2c3d" stop-opacity="0.34"/><stop offset="1" stop-color="#1d2c3d" stop-opacity="0"/></radialGradient></defs>`,
    rect(0, 0, WIDTH, HEIGHT, 'fill="url(#wall)"'),
    backdropPattern(),
    `<ellipse cx="${round(x + 200 * scale + 34)}" cy="${round(y + 300 * scale)}" rx="${round(210 * scale)}" ry="${round(250 * scale)}" fill="url(#fall)"/>`,
    group(`translate(${round(x)} ${round(y)}) scale(${round(scale)})`, drawFigure(person, cloth)),
  ]
  return { width: WIDTH, height: HEIGHT, setting: 'scene', body: body.join('') }
}

/** Rows of the provider's name and mark, as on the cloth that providers post to applicants. */
function backdropPattern(): string {
  const marks: string[] = []
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 5; column += 1) {
      const x = column * 330 + (row % 2 === 0 ? 30 : -135)
      const y = 120 + row * 190
      marks.push(
        `<g transform="translate(${String(x)} ${String(y - 30)})"><path d="M0 20 a20 20 0 0 1 8 -38 a28 28 0 0 1 52 8 a16 16 0 0 1 -4 30 Z" fill="#2f7fd1"/></g>`,
        text(x + 80, y, '示例云', { size: 46, weight: 700, fill: '#2f7fd1', spacing: 3 }),
        text(x + 80, y + 30, '网站备案专用', { size: 22, fill: '#5b95d3', spacing: 5 }),
      )
    }
  }
  const title =
    rect(0, 0, WIDTH, 74, 'fill="#2a6fbd"') +
    text(WIDTH / 2, 53, '示例云计算有限公司\u3000网站备案幕布', {
      size: 42,
      weight: 700,
      anchor: 'middle',
      fill: '#ffffff',
      spacing: 8,
    })
  return `${marks.join('')}${title}`
}
