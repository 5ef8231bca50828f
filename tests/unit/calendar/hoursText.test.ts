import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingHoursSchema } from '../../../shared/calendar/calendarData'
import { hoursText, readHours } from '../../../shared/calendar/hoursText'

describe('working hours as text', () => {
  it.each([
    ['09:00-12:00, 13:30-18:00', ['09:00-12:00', '13:30-18:00']],
    ['9:00–12:00，13:30 至 18:00', ['09:00-12:00', '13:30-18:00']],
    ['10：00~24：00', ['10:00-24:00']],
  ])('reads %s', (text, slots) => {
    expect(readHours(text)?.map(({ from, to }) => `${from}-${to}`)).toEqual(slots)
  })

  it.each([
    '',
    'all day',
    '09:00',
    '12:00-09:00',
    '09:00-12:00,11:00-13:00',
    '09:00-25:00',
    '9-12',
    '09:00-10:00-11:00',
  ])('refuses "%s"', (text) => {
    expect(readHours(text)).toBeNull()
  })

  it('reads what it wrote', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(minutes, (marks) => {
        const clock = (at: number) =>
          `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        const sorted = marks.toSorted((one, other) => one - other).map(clock)
        const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
          from: sorted[2 * index],
          to: sorted[2 * index + 1],
        }))
        const hours = workingHoursSchema.parse(pairs)
        expect(readHours(hoursText(hours))).toEqual(hours)
      }),
    )
  })
})
