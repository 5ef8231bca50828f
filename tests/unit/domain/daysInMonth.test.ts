import { describe, expect, it } from 'vitest'
import { daysInMonth } from '../../../shared/domain/daysInMonth'

describe('days of a month', () => {
  it('are those of the calendar, month by month', () => {
    const days = (year: number) => Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1))
    expect(days(2026)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(days(2028)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  })

  it.each([
    [2023, 28],
    [2024, 29],
    [1900, 28],
    [2000, 29],
    [2100, 28],
    [2400, 29],
  ])('February of %d has %d', (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days)
  })

  it.each([0, 13, -1, 1.5])('are none in month %d', (month) => {
    expect(daysInMonth(2026, month)).toBe(0)
  })
})
