import sharp from 'sharp'
import { FONT_FAMILY } from '../pictures/fonts'
import { renderArtwork } from '../pictures/renderArtwork'
import type { Raster } from '../pictures/raster'
import { rect, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { WorldName } from './labels'
import type { Rgb } from './pixels'
import { tuningViewer, type Viewer } from './tuningScreens'

/** Sizes of screens in pixels: telephones upright, then desktops. */
export const SCREENS: Readonly<Record<WorldName, readonly (readonly [number, number])[]>> = {
  tuning: [
    [1080, 2340],
    [1170, 2532],
    [1080, 2400],
    [1290, 2796],
    [1242, 2688],
    [750, 1334],
    [1080, 1920],
    [720, 1600],
    [1260, 2800],
    [1200, 2000],
    [1920, 1080],
    [1536, 864],
    [1600, 900],
    [1680, 1050],
    [1920, 1200],
  ],
  report: [
    [1125, 2436],
    [1179, 2556],
    [1220, 2712],
    [1080, 2376],
    [1440, 3200],
    [828, 1792],
    [1366, 768],
    [2560, 1440],
  ],
}

export interface Screenshot {
  readonly pixels: Rgb
  readonly frame: Frame
  /** Where the picture is shown, in pixels. */
  readonly shown: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

/** A screen that shows the picture in a viewer, with everything around it that a screen has. */
export async function takeScreenshot(
  world: WorldName,
  picture: { readonly pixels: Rgb; readonly frame: Frame },
  random: Random,
): Promise<Screenshot> {
  const [width, height] = random.pick(SCREENS[world])
  const frame = { width, height }
  const viewer = world === 'tuning' ? tuningViewer(frame, random) : reportViewer(frame, random)
  const scale = Math.min(
    width / picture.frame.width,
    (height - viewer.top - viewer.bottom) / picture.frame.height,
  )
  const shown = {
    width: Math.floor(picture.frame.width * scale),
    height: Math.floor(picture.frame.height * scale),
    left: 0,
    top: 0,
  }
  shown.left = Math.floor((width - shown.width) / 2)
  shown.top = Math.floor(viewer.top + (height - viewer.top - viewer.bottom - shown.height) / 2)
  const chrome = await renderArtwork(
    {
      ...frame,
      body: viewer.body,
      setting: 'plain',
      fontFamily: FONT_FAMILY,
    },
    width,
  )
  const inner = await sharp(picture.pixels, { raw: { ...picture.frame, channels: 3 } })
    .resize(shown.width, shown.height, { fit: 'fill' })
    .raw()
    .toBuffer()
  const { data } = await sharp(chrome.data, { raw: { ...frame, channels: 4 } })
    .composite([
      {
        input: inner,
        raw: { width: shown.width, height: shown.height, channels: 3 },
        left: shown.left,
        top: shown.top,
      },
    ])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: new Uint8ClampedArray(data), frame, shown }
}

function reportViewer(frame: Frame, random: Random): Viewer {
  const { width, height } = frame
  const dark = random.chance(0.5)
  return height > width
    ? { body: telephone(frame, dark, random), top: height * 0.1, bottom: height * 0.12 }
    : { body: desktop(frame, dark), top: height * 0.12, bottom: height * 0.06 }
}

function telephone({ width, height }: Frame, dark: boolean, random: Random): string {
  const [ground, ink] = dark ? ['#000000', '#f4f4f4'] : ['#ffffff', '#18191b']
  const unit = width / 100
  const clock = `${String(random.int(8, 19))}:${String(random.int(10, 59))}`
  const bar = (top: number, high: number): string =>
    rect(0, top, width, high, `fill="${dark ? '#101114' : '#f3f4f6'}"`)
  const tools = ['转发', '收藏', '下载', '查看原图'].map((word, index) =>
    text(width * (0.125 + index * 0.25), height * 0.955, word, {
      size: unit * 3.6,
      fill: ink,
      anchor: 'middle',
    }),
  )
  return [
    rect(0, 0, width, height, `fill="${ground}"`),
    bar(0, height * 0.09),
    bar(height * 0.9, height * 0.1),
    text(unit * 6, height * 0.03, clock, { size: unit * 4, fill: ink, weight: 500 }),
    rect(
      width - unit * 13,
      height * 0.03 - unit * 3,
      unit * 7,
      unit * 3.4,
      `rx="${String(unit)}" fill="${ink}"`,
    ),
    ...[0, 1, 2, 3].map((index) =>
      rect(
        width - unit * (26 - index * 2),
        height * 0.03 - unit * (1 + index * 0.7),
        unit * 1.2,
        unit * (1 + index * 0.7),
        `fill="${ink}"`,
      ),
    ),
    text(unit * 6, height * 0.074, '‹', { size: unit * 7, fill: ink }),
    text(width / 2, height * 0.07, '3/12', {
      size: unit * 4.4,
      fill: ink,
      anchor: 'middle',
    }),
    ...tools,
    rect(width * 0.34, height * 0.985, width * 0.32, unit * 1.2, `rx="${String(unit * 0.6)}" fill="${ink}"`),
  ].join('')
}

function desktop({ width, height }: Frame, dark: boolean): string {
  const [ground, ink] = dark ? ['#1f2124', '#e6e6e6'] : ['#eceff2', '#202226']
  return [
    rect(0, 0, width, height, `fill="${ground}"`),
    rect(0, 0, width, height * 0.04, `fill="${dark ? '#2c2f33' : '#ffffff'}"`),
    text(16, height * 0.029, '照片 - 查看', { size: height * 0.018, fill: ink }),
    text(width - 110, height * 0.029, '—  □  ×', { size: height * 0.02, fill: ink }),
    rect(0, height * 0.04, width, height * 0.055, `fill="${dark ? '#25282c' : '#f7f8fa'}"`),
    ...['打开', '旋转', '打印', '缩放 68%'].map((word, index) =>
      text(24 + index * height * 0.11, height * 0.075, word, { size: height * 0.02, fill: ink }),
    ),
    rect(0, height * 0.955, width, height * 0.045, 'fill="#12263f"'),
    text(width - 150, height * 0.985, '15:42', { size: height * 0.02, fill: '#ffffff' }),
  ].join('')
}

/** What is round a document on a screen that is photographed: a window, and perhaps the rim of the screen. */
export async function drawScreenGround(world: WorldName, frame: Frame, random: Random): Promise<Raster> {
  const { width, height } = frame
  const rim = random.chance(0.5) ? random.between(0.02, 0.05) * width : 0
  const window = random.pick(
    world === 'tuning'
      ? (['#26282b', '#e9ebee', '#101010', '#f9f9f9', '#3f4f63', '#c8ccd2'] as const)
      : (['#3b3d40', '#f6f6f6', '#525659', '#d7dbe0'] as const),
  )
  const body = [
    rect(0, 0, width, height, 'fill="#0b0c0d"'),
    rect(rim, rim, width - rim * 2, height - rim * 2, `fill="${window}"`),
    rect(rim, rim, width - rim * 2, height * 0.03, 'fill="#c9ced6"'),
    text(
      rim + 20,
      rim + height * 0.022,
      world === 'tuning' ? random.pick(['图片查看器', '相册', '附件预览'] as const) : '扫描件.pdf — 100%',
      {
        size: height * 0.018,
      },
    ),
  ]
  return renderArtwork({ ...frame, body: body.join(''), setting: 'plain', fontFamily: FONT_FAMILY }, width)
}
