import { describe, expect, it } from 'vitest'
import { pinsSchema } from '../../../shared/review/pin'

const PIN = { number: 1, documentId: 'd1', x: 0.5, y: 1, note: '' }

describe('pins of a review', () => {
  it('are told apart by their numbers, whatever their order', () => {
    const pins = [{ ...PIN, number: 7 }, PIN, { ...PIN, number: 3, page: 2, lineId: 'national:a' }]
    expect(pinsSchema.parse(pins)).toEqual(pins)
    expect(pinsSchema.safeParse([]).success).toBe(true)
    expect(pinsSchema.safeParse([PIN, { ...PIN, number: 2 }, PIN]).success).toBe(false)
    expect(pinsSchema.safeParse([PIN, { ...PIN, documentId: 'd2' }]).success).toBe(false)
  })

  it('are a hundred at most', () => {
    const pins = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...PIN, number: index + 1 }))
    expect(pinsSchema.safeParse(pins(100)).success).toBe(true)
    expect(pinsSchema.safeParse(pins(101)).success).toBe(false)
  })

  it.each([
    { x: -0.01 },
    { y: 1.01 },
    { number: 0 },
    { number: 1.5 },
    { page: 0 },
    { note: '字'.repeat(301) },
  ])('lie on a page and are counted: not %j', (change) => {
    expect(pinsSchema.safeParse([{ ...PIN, ...change }]).success).toBe(false)
  })
})
