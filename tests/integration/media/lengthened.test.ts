import { describe, expect, it } from 'vitest'
import { lengthened, setApart } from '../../../electron/media/reading/lengthened'
import type { TextBox } from '../../../electron/media/reading/quad'

function box(x: number, y: number, length: number, height = 30, angle = 0): TextBox {
  return { origin: { x, y }, along: { x: Math.cos(angle), y: Math.sin(angle) }, length, height }
}

describe('boxes of lines in one row', () => {
  it('stand apart in the middle of what they share', () => {
    const [label, value] = [box(100, 50, 160), box(240, 52, 90)]
    expect(setApart([label, value])).toEqual([
      { ...label, length: 150 },
      { ...value, origin: { x: 250, y: 52 }, length: 80 },
    ])
  })

  it('are cut at both ends, and along the line where it leans', () => {
    const angle = 0.2
    const at = (l: number): TextBox =>
      box(100 + l * Math.cos(angle), 50 + l * Math.sin(angle), 100, 30, angle)
    const [, middle] = setApart([at(0), at(90), at(180)])
    expect(middle?.length).toBeCloseTo(90)
    expect(middle?.origin.x).toBeCloseTo(100 + 95 * Math.cos(angle))
    expect(middle?.origin.y).toBeCloseTo(50 + 95 * Math.sin(angle))
  })

  it.each([
    ['do not touch', box(100, 50, 100), box(210, 50, 90)],
    ['are of rows one above the other', box(100, 50, 160), box(240, 75, 90)],
    ['share more than a character', box(100, 50, 160), box(200, 50, 90)],
    ['lie in one another', box(100, 50, 160), box(120, 55, 60, 20)],
  ])('stay as they are where they %s', (_, one, other) => {
    expect(setApart([one, other])).toEqual([one, other])
  })
})

describe('the box of running text', () => {
  it('is made longer where nothing stands beside it', () => {
    const line = box(100, 50, 300)
    expect(lengthened(line, [line])).toMatchObject({ origin: { x: 89.5, y: 50 }, length: 321 })
    const beside = box(410, 50, 60)
    expect(lengthened(line, [line, beside])).toMatchObject({ origin: { x: 89.5, y: 50 }, length: 310.5 })
  })

  it('stays where it is short', () => {
    const short = box(100, 50, 140)
    expect(lengthened(short, [short])).toBe(short)
  })
})
