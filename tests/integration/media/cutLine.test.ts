import { describe, expect, it } from 'vitest'
import { cutLine, LINE_HEIGHT } from '../../../electron/media/reading/cutLine'
import { evenOut } from '../../../electron/media/reading/evenOut'
import type { TextBox } from '../../../electron/media/reading/quad'

const WIDTH = 200
const HEIGHT = 80
const BOX: TextBox = { origin: { x: 10, y: 10 }, along: { x: 1, y: 0 }, length: 180, height: 60 }
/** Rows of ink in the picture: the box has ten free rows above them and twenty below. */
const INK = { from: 20, to: 50 }
const PAPER_COLOUR = [200, 190, 170]
const INK_COLOUR = [90, 90, 100]

/** Grey ink on yellow paper, in every other column of ten. */
function picture(): { readonly data: Buffer; readonly width: number; readonly height: number } {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let place = 0; place < WIDTH * HEIGHT; place += 1) {
    const [x, y] = [place % WIDTH, Math.floor(place / WIDTH)]
    const isInk = y >= INK.from && y < INK.to && Math.floor(x / 10) % 4 === 0
    data.set(isInk ? INK_COLOUR : PAPER_COLOUR, place * 3)
  }
  return { data, width: WIDTH, height: HEIGHT }
}

/** Values of one colour of one row of a strip; blue is the first. */
function rowOf(planes: Float32Array, width: number, row: number, colour = 0): readonly number[] {
  const from = colour * LINE_HEIGHT * width + row * width
  return [...planes.subarray(from, from + width)]
}

describe('a line that is cut out', () => {
  it('is as wide as its characters are pressed', () => {
    expect(cutLine(picture(), BOX, { press: 1 }).width).toBe(144)
    expect(cutLine(picture(), BOX, { press: 0.75 }).width).toBe(108)
  })

  it('keeps the middle of its box where it is cut tighter, and its characters become larger', () => {
    const whole = cutLine(picture(), BOX, { press: 1 })
    const tight = cutLine(picture(), BOX, { press: 1, height: 0.5 })
    expect(tight.width).toBe(whole.width * 2)
    expect(tight.press).toBe(2)
    const inkRows = ({ planes, width }: typeof whole): number =>
      Array.from({ length: LINE_HEIGHT }, (_, row) => Math.min(...rowOf(planes, width, row))).filter(
        (darkest) => darkest < 0,
      ).length
    expect(inkRows(whole)).toBe(24)
    // Rows 25 to 55 of the picture are kept, in 48.
    expect(inkRows(tight)).toBe(40)
  })
})

describe('ink and paper made even', () => {
  it('are black and white in every colour, whatever the paper', () => {
    const { planes, width } = cutLine(picture(), BOX, { press: 1, isEvened: true })
    for (const colour of [0, 1, 2]) {
      const row = rowOf(planes, width, 20, colour)
      expect(Math.min(...row)).toBeCloseTo(-1, 1)
      expect(Math.max(...row)).toBeCloseTo(1, 1)
    }
  })

  it('leave what lies between lighter than it was: strokes become thinner', () => {
    const plane = [...Array<number>(10).fill(-1), 0, ...Array<number>(30).fill(1)]
    const planes = Float32Array.from([...plane, ...plane, ...plane])
    evenOut(planes)
    expect(planes[10]).toBeCloseTo(2 * 0.5 ** 0.7 - 1, 2)
    expect([planes[0], planes[11]].map((value) => Math.round((value ?? 0) * 100) / 100)).toEqual([-1, 1])
  })

  it('make no ink of a blank strip', () => {
    const planes = Float32Array.from({ length: 300 }, (_, place) => 0.8 + (place % 3) * 0.001)
    evenOut(planes)
    expect(new Set([...planes].map((value) => Math.abs(value) <= 1))).toEqual(new Set([true]))
    const [darkest, lightest] = [Math.min(...planes), Math.max(...planes)]
    expect(lightest - darkest).toBeLessThan(0.5)
  })
})
