import { describe, expect, it } from 'vitest'
import { decodePixels, type Pixels } from '../../../electron/media/images/decodePixels'
import { openPicture } from '../../../electron/media/images/openPicture'
import { findPaper, paperPercent, type Point } from '../../../electron/media/images/paper/findPaper'
import { tiltOfPaper } from '../../../electron/media/images/paper/tiltOfPaper'
import { FAULT_NAMES } from '../../specimens/corpus/faults'
import { makePicture } from '../../specimens/corpus/makePicture'
import { CORPUS_SIZES, planCorpus } from '../../specimens/corpus/planCorpus'

const WIDE = 1024
const HIGH = 768

type Colour = readonly [number, number, number]
/** Colour at a place of the scene. */
type Paint = (x: number, y: number) => Colour

const CARPET: Paint = (x, y) => {
  const shade = (((x >> 2) * 7919 + (y >> 2) * 104_729) % 97) / 4
  return [104 + shade, 80 + shade, 60 + shade]
}
const STRIPES: Paint = (x) => ((x >> 7) % 2 === 0 ? [176, 160, 128] : [60, 64, 70])

interface Lying {
  /** Middle, width and height in shares of the frame. */
  readonly at: Point
  readonly wide: number
  readonly high: number
  /** Degrees clockwise. */
  readonly tilt?: number
}

/** A white sheet with lines of print and a printed frame, on a ground. */
function scene(ground: Paint, { at, wide, high, tilt = 0 }: Lying): { pixels: Pixels; corners: Point[] } {
  const data = new Uint8Array(WIDE * HIGH * 3)
  const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)]
  const [halfWide, halfHigh] = [(wide * WIDE) / 2, (high * HIGH) / 2]
  for (let y = 0; y < HIGH; y += 1) {
    for (let x = 0; x < WIDE; x += 1) {
      const [dx, dy] = [x - at.x * WIDE, y - at.y * HIGH]
      const [u, v] = [dx * cos + dy * sin, -dx * sin + dy * cos]
      const isPaper = Math.abs(u) < halfWide && Math.abs(v) < halfHigh
      data.set(isPaper ? sheetAt(u / halfWide, v / halfHigh) : ground(x, y), (y * WIDE + x) * 3)
    }
  }
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx = 0, sy = 0]) => {
    const [u, v] = [sx * halfWide, sy * halfHigh]
    return { x: at.x + (u * cos - v * sin) / WIDE, y: at.y + (u * sin + v * cos) / HIGH }
  })
  return { pixels: { data, width: WIDE, height: HIGH }, corners }
}

/** Print in the middle, a red frame near the rim; places from -1 to 1. */
function sheetAt(u: number, v: number): Colour {
  const rim = Math.max(Math.abs(u), Math.abs(v))
  if (rim > 0.88 && rim < 0.9) {
    return [205, 160, 140]
  }
  const [column, row] = [Math.floor((u + 1) * 60), Math.floor((v + 1) * 36)]
  const isPrint = Math.abs(u) < 0.7 && Math.abs(v) < 0.7 && row % 2 === 0
  return isPrint && (column * 7919 + row * 104_729) % 5 < 2 ? [60, 60, 64] : [244, 243, 238]
}

function farthest(found: readonly Point[], drawn: readonly Point[]): number {
  return Math.max(
    ...found.map(({ x, y }, index) => Math.hypot(x - (drawn[index]?.x ?? 9), y - (drawn[index]?.y ?? 9))),
  )
}

describe('findPaper', () => {
  it.each([
    ['level on a carpet', CARPET, { at: { x: 0.5, y: 0.5 }, wide: 0.8, high: 0.75 }],
    ['tilted by 15 degrees', CARPET, { at: { x: 0.5, y: 0.5 }, wide: 0.7, high: 0.62, tilt: 15 }],
    [
      'tilted by -4 degrees on stripes',
      STRIPES,
      { at: { x: 0.48, y: 0.52 }, wide: 0.75, high: 0.7, tilt: -4 },
    ],
    ['off the middle', CARPET, { at: { x: 0.46, y: 0.53 }, wide: 0.8, high: 0.75 }],
  ] as const)('finds the corners of a sheet %s, and none of them cut off', (_, ground, lying) => {
    const { pixels, corners } = scene(ground, lying)
    const paper = findPaper(pixels, false)
    expect(farthest(paper.corners, corners)).toBeLessThan(0.04)
    expect(paper.seen).toEqual(['top', 'right', 'bottom', 'left'])
    expect(paper.cut).toEqual([])
  })

  it.each([
    ['right', { x: 0.66, y: 0.5 }],
    ['left', { x: 0.34, y: 0.5 }],
    ['top', { x: 0.5, y: 0.34 }],
    ['bottom', { x: 0.5, y: 0.66 }],
  ] as const)('sees that the frame cuts the sheet off at its %s', (side, at) => {
    const { pixels } = scene(CARPET, { at, wide: 0.85, high: 0.85 })
    const paper = findPaper(pixels, false)
    expect(paper.cut).toEqual([side])
    expect(paper.seen).toHaveLength(3)
  })

  it('sees that the frame cuts through a portrait on a card', () => {
    const { pixels } = scene(CARPET, { at: { x: 0.66, y: 0.5 }, wide: 0.85, high: 0.7 })
    const data = Uint8Array.from(pixels.data)
    for (let y = Math.round(HIGH * 0.25); y < HIGH * 0.63; y += 1) {
      for (let x = Math.round(WIDE * 0.84); x < WIDE; x += 1) {
        data.set([40, 42, 58], (y * WIDE + x) * 3)
      }
    }
    expect(findPaper({ ...pixels, data }, true)).toMatchObject({ cut: ['right'], hasShape: false })
  })

  it('sees that the frame cuts one corner off', () => {
    const { pixels } = scene(CARPET, { at: { x: 0.61, y: 0.5 }, wide: 0.78, high: 0.7, tilt: 8 })
    expect(findPaper(pixels, false).cut).toEqual(['right'])
  })

  it.each(['left', 'right', 'top', 'bottom'] as const)(
    'takes a sheet that ends just before the %s of the frame for whole',
    (side) => {
      const near = 0.016 + 0.39
      const at = {
        left: { x: near, y: 0.5 },
        right: { x: 1 - near, y: 0.5 },
        top: { x: 0.5, y: near },
        bottom: { x: 0.5, y: 1 - near },
      }
      const { pixels } = scene(CARPET, { at: at[side], wide: 0.78, high: 0.78 })
      expect(findPaper(pixels, false)).toMatchObject({ cut: [] })
    },
  )

  it.each([
    ['cropped-edge-029', 'a card of which the portrait has the stronger edges', 'right'],
    ['cropped-edge-031', 'a licence with a printed border near the frame', 'bottom'],
  ] as const)('sees in %s, %s, where the frame cuts it off', async (id, _, side) => {
    const [item] = planCorpus('tuning', CORPUS_SIZES.full).filter((planned) => planned.id === id)
    const picture = item && (await makePicture(item))
    const opened = picture && (await openPicture(picture.bytes))
    const decoded = opened?.ok ? await decodePixels(opened.value) : opened
    const paper = decoded?.ok ? findPaper(decoded.value, id !== 'cropped-edge-031') : null
    expect(paper?.cut).toEqual([side])
  })

  it.each([
    [
      'no-signature-1038',
      'filing-commitment',
      'page',
      'a sheet that ends just before the border of a narrow frame',
    ],
    ['edited-metadata-1022', 'authenticity-commitment', 'page', 'a sheet on stripes that run beside it'],
    ['far-away-1008', 'residence-permit', 'back', 'a card far away on stripes that run through the frame'],
  ] as const)('sees in %s, a %s (%s), nothing cut off: %s', async (id, kind, face, _) => {
    const isCard = kind === 'residence-permit'
    const { bytes } = await makePicture({
      id,
      world: 'tuning',
      paper: { kind, face, entityKind: isCard ? 'individual' : 'organization' },
      fault: FAULT_NAMES.find((fault) => id.startsWith(fault)) ?? null,
      trap: null,
    })
    const opened = await openPicture(bytes)
    const decoded = opened.ok ? await decodePixels(opened.value) : opened
    expect(decoded.ok ? findPaper(decoded.value, isCard).cut : null).toEqual([])
  })

  it('tells the tilt of a sheet to half a degree', () => {
    for (const tilt of [-20, -8, 0, 3, 12]) {
      const { pixels } = scene(CARPET, { at: { x: 0.5, y: 0.5 }, wide: 0.62, high: 0.6, tilt })
      const paper = findPaper(pixels, false)
      expect(tiltOfPaper(paper, pixels)).toBeGreaterThan(tilt - 0.6)
      expect(tiltOfPaper(paper, pixels)).toBeLessThan(tilt + 0.6)
    }
  })

  it('finds a card far away by its shape', () => {
    const { pixels, corners } = scene(STRIPES, {
      at: { x: 0.3, y: 0.6 },
      wide: 0.3,
      high: (0.3 * WIDE) / HIGH / 1.586,
      tilt: 6,
    })
    const paper = findPaper(pixels, true)
    expect(farthest(paper.corners, corners)).toBeLessThan(0.03)
    expect(paper.hasShape).toBe(true)
    expect(paperPercent(paper)).toBeGreaterThan(5)
    expect(paperPercent(paper)).toBeLessThan(9)
  })

  it('takes the whole frame where there are no edges', () => {
    const grey: Paint = (x, y) => [128 + ((x * 7 + y * 13) % 5), 128, 128]
    const { pixels } = scene(grey, { at: { x: 0.5, y: 0.5 }, wide: 0, high: 0 })
    expect(findPaper(pixels, false)).toMatchObject({ seen: [], cut: [] })
    expect(paperPercent(findPaper(pixels, false))).toBe(100)
  })

  it('survives pictures of a few pixels', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [8, 300],
      [400, 5],
    ] as const) {
      const pixels = { data: new Uint8Array(width * height * 3).fill(90), width, height }
      expect(findPaper(pixels, true)).toMatchObject({ seen: [], cut: [] })
    }
  })
})
