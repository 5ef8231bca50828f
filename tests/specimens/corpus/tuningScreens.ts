import { rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'

export interface Viewer {
  readonly body: string
  /** Pixels above and below the picture that is shown. */
  readonly top: number
  readonly bottom: number
}

interface Colours {
  readonly ground: string
  readonly bar: string
  readonly ink: string
}

const COLOURS: readonly Colours[] = [
  { ground: '#000000', bar: '#101114', ink: '#f4f4f4' },
  { ground: '#ffffff', bar: '#f3f4f6', ink: '#18191b' },
  { ground: '#1c1c1e', bar: '#2c2c2e', ink: '#ececec' },
  { ground: '#f2f2f7', bar: '#ffffff', ink: '#1c1c1e' },
  { ground: '#0b141a', bar: '#1f2c34', ink: '#e9edef' },
  { ground: '#e5ddd3', bar: '#f0f2f5', ink: '#222222' },
]

/** What the programs of the tuning world's screens draw round a picture. */
export function tuningViewer(frame: Frame, random: Random): Viewer {
  const colours = random.pick(COLOURS)
  return frame.height > frame.width ? telephone(frame, colours, random) : desktop(frame, colours, random)
}

function telephone({ width, height }: Frame, { ground, bar, ink }: Colours, random: Random): Viewer {
  const unit = width / 100
  const top = height * random.between(0.035, 0.13)
  const bottom = height * random.pick([random.between(0.02, 0.05), random.between(0.06, 0.14)])
  const clock = `${String(random.int(8, 22))}:${String(random.int(10, 59))}`
  const hasTools = bottom > height * 0.055
  const words = random.pick([
    ['分享', '编辑', '删除', '更多'],
    ['发送', '标记', '识别文字'],
    ['旋转', '裁剪', '滤镜', '保存', '打印'],
    ['返回', '下一张'],
  ] as const)
  const tools = words.map((word, index) =>
    text((width * (index + 0.5)) / words.length, height - bottom * 0.42, word, {
      size: unit * 3.4,
      fill: ink,
      anchor: 'middle',
    }),
  )
  const status = [
    text(unit * 6, Math.min(top * 0.45, unit * 7) + unit, clock, {
      size: unit * 3.8,
      fill: ink,
      weight: 500,
    }),
    rect(
      width - unit * 13,
      unit * 3,
      unit * 7,
      unit * 3.2,
      `rx="${round(unit)}" fill="none" stroke="${ink}" stroke-width="2"`,
    ),
    `<circle cx="${round(width - unit * 18)}" cy="${round(unit * 4.6)}" r="${round(unit * 1.3)}" fill="${ink}"/>`,
  ]
  const title = random.chance(0.6)
    ? text(width / 2, top - unit * 3, random.pick(['图片详情', '相册', '文件预览', 'IMG_0412']), {
        size: unit * 4,
        fill: ink,
        anchor: 'middle',
      })
    : ''
  const body = [
    random.chance(0.2)
      ? gradient(width, height, ground, random)
      : rect(0, 0, width, height, `fill="${ground}"`),
    random.chance(0.7) ? rect(0, 0, width, top * 0.92, `fill="${bar}"`) : '',
    ...status,
    title,
    ...(hasTools ? [rect(0, height - bottom, width, bottom, `fill="${bar}"`), ...tools] : []),
    rect(
      width * 0.33,
      height - unit * 2.4,
      width * 0.34,
      unit * 1.1,
      `rx="${round(unit * 0.5)}" fill="${ink}"`,
    ),
  ]
  return { body: body.join(''), top, bottom }
}

function desktop({ width, height }: Frame, { ground, bar, ink }: Colours, random: Random): Viewer {
  const top = height * random.between(0.05, 0.15)
  const bottom = height * random.between(0.03, 0.09)
  const words = ['文件', '编辑', '视图', '缩放', '100%', '打印'].slice(0, random.int(2, 6))
  const size = height * 0.019
  const thumbnails = random.chance(0.3)
    ? Array.from({ length: 6 }, (_, index) =>
        rect(14, top + 16 + index * height * 0.13, height * 0.15, height * 0.11, 'fill="#8d949c"'),
      )
    : []
  const body = [
    random.chance(0.25)
      ? gradient(width, height, ground, random)
      : rect(0, 0, width, height, `fill="${ground}"`),
    rect(0, 0, width, top, `fill="${bar}"`),
    text(18, top * 0.4, random.pick(['看图', '证件扫描件.jpg', '预览', '浏览器 - 文件']), {
      size,
      fill: ink,
    }),
    text(width - 120, top * 0.4, '—  □  ×', { size, fill: ink }),
    ...words.map((word, index) => text(20 + index * size * 4.5, top * 0.82, word, { size, fill: ink })),
    ...thumbnails,
    rect(
      0,
      height - bottom * 0.85,
      width,
      bottom * 0.85,
      `fill="${random.pick(['#12263f', '#e7e9ec', '#1b1b1d'])}"`,
    ),
    text(width - 120, height - bottom * 0.3, '09:27', { size, fill: '#8fa0b3' }),
  ]
  return { body: body.join(''), top, bottom }
}

/** A ground that fades from one colour to another. */
function gradient(width: number, height: number, from: string, random: Random): string {
  const to = random.pick(['#2a3550', '#5b4a63', '#8fa3b8', '#303030'] as const)
  return `<defs><linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>${rect(0, 0, width, height, 'fill="url(#fade)"')}`
}
