import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorkingClock } from '../../../electron/data/workingClock'
import { DEFAULT_WORKING_HOURS } from '../../../shared/calendar/calendarData'
import { PUBLISHED_YEARS } from '../../../shared/calendar/publishedYears'
import { createWorkingCalendar } from '../../../shared/calendar/workingCalendar'
import { workingMinutesBetween } from '../../../shared/calendar/workingTime'

const calendar = createWorkingCalendar({
  publishedYears: PUBLISHED_YEARS,
  workingHours: DEFAULT_WORKING_HOURS,
  overrides: [],
})

describe('workingClock', () => {
  it('counts exactly as the calendar does, forwards and backwards, across years', () => {
    const clock = createWorkingClock(calendar)
    const instant = fc.integer({ min: Date.parse('2025-06-01'), max: Date.parse('2026-12-31') })
    fc.assert(
      fc.property(instant, instant, (from, to) => {
        expect(clock.minutesBetween(from, to)).toBe(workingMinutesBetween(calendar, from, to).minutes)
      }),
      { numRuns: 60 },
    )
  })

  it('counts within a day, over lunch and over a weekend', () => {
    const clock = createWorkingClock(calendar)
    const minutes = (from: string, to: string) => clock.minutesBetween(Date.parse(from), Date.parse(to))
    expect(minutes('2026-11-20T11:30:00+08:00', '2026-11-20T14:00:00+08:00')).toBe(60)
    expect(minutes('2026-11-20T17:30:00+08:00', '2026-11-23T09:30:00+08:00')).toBe(60)
    expect(minutes('2026-11-23T09:30:00+08:00', '2026-11-20T17:30:00+08:00')).toBe(-60)
    expect(minutes('2026-11-20T12:10:00+08:00', '2026-11-20T12:20:00+08:00')).toBe(0)
    expect(Object.is(minutes('2026-11-20T10:00:30+08:00', '2026-11-20T10:00:00+08:00'), 0)).toBe(true)
  })
})
