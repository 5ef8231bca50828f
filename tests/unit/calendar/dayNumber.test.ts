import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumberOf } from '../../../shared/calendar/dayNumber'
import { daysInMonth } from '../../../shared/domain/daysInMonth'

const MS_PER_DAY = 86_400_000

describe('days counted from 1970-01-01', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-03-01', 59],
    ['1972-02-29', 789],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2026-11-21', 20_778],
    ['0000-03-01', -719_468],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (date, number) => {
    expect(dayNumberOf(date)).toBe(number)
    expect(dateOfDay(number)).toBe(date)
  })

  it('agree with the calendar of the platform on every day of four centuries', () => {
    const days = Array.from({ length: 160_000 }, (_, index) => index - 80_000)
    const wrong = days.filter((number) => {
      const date = new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
      return dateOfDay(number) !== date || dayNumberOf(date) !== number
    })
    expect(wrong).toEqual([])
  })

  it('agree with it on any day of ten millennia', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
        const date = new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
        expect([dateOfDay(number), dayNumberOf(date)]).toEqual([date, number])
      }),
    )
  })

  it.each(['', '2026-11-31', '2026-02-29', '2026-00-01', '2026-13-01', '2026-01-00', '1900-02-29'])(
    'take %j for no date',
    (text) => {
      expect(dayNumberOf(text)).toBeUndefined()
    },
  )

  it.each(['2026-1-01', '26-01-01', '2026-01-01T00:00', ' 2026-01-01', '2026/01/01', '２026-01-01'])(
    'take no other spelling: %j',
    (text) => {
      expect(dayNumberOf(text)).toBeUndefined()
    },
  )

  it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY])('are whole: %d', (number) => {
    expect(() => dateOfDay(number)).toThrow(RangeError)
  })
})

describe('daysInMonth', () => {
  it.each([
    [2026, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('of %i', (year, days) => {
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1))).toEqual(days)
  })

  it('are none in a month that there is not', () => {
    expect([daysInMonth(2026, 0), daysInMonth(2026, 13)]).toEqual([0, 0])
  })
})
