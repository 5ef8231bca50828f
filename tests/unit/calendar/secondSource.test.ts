import { LegalHoliday } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { addDays, isoWeekday } from '../../../shared/calendar/chinaTime'
import { PUBLISHED_YEARS } from '../../../shared/calendar/publishedYears'
import { deskCalendar } from './deskCalendars'

const calendar = deskCalendar()
const years = PUBLISHED_YEARS.map(({ year }) => year)

/** Worked days that the second source lacks; both stand in the notice on 2013 of the General Office of the State Council. */
const SECOND_SOURCE_LACKS = ['2013-04-07', '2013-10-12']

/** What the second source, of another author and another collection, says of a day. */
function isWorkedElsewhere(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const named = LegalHoliday.fromYmd(year, month, day)
  return named === null ? isoWeekday(date) <= 5 : named.isWork()
}

function daysOf(year: number): readonly string[] {
  const days = [`${year}-01-01`]
  for (let next = addDays(`${year}-01-01`, 1); next < `${year + 1}-01-01`; next = addDays(next, 1)) {
    days.push(next)
  }
  return days
}

describe('the published calendar', () => {
  it('covers every year from 2004 to 2026', () => {
    expect(years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
  })

  it.each(years)('agrees with a second source on every day of %i', (year) => {
    const differing = daysOf(year).filter(
      (date) => calendar.day(date).slots.length > 0 !== isWorkedElsewhere(date),
    )
    expect(differing).toEqual(SECOND_SOURCE_LACKS.filter((date) => date.startsWith(String(year))))
  })

  it('knows every make-up day and named day off of the second source by its kind', () => {
    const kinds = years
      .flatMap((year) => daysOf(year))
      .filter((date) => isoWeekday(date) >= 6 && isWorkedElsewhere(date))
      .map((date) => calendar.day(date).kind)
    expect(kinds.length).toBeGreaterThan(130)
    expect(new Set(kinds)).toEqual(new Set(['make-up-day']))
  })
})
