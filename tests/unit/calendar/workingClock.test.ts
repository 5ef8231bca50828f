import { describe, expect, it } from 'vitest'
import { createWorkingClock } from '../../../shared/calendar/workingClock'
import { deskCalendar } from './deskCalendars'

const calendar = deskCalendar()

describe('workingClock', () => {
  it('counts within a day, over lunch and over a weekend', () => {
    const clock = createWorkingClock(calendar)
    const minutes = (from: string, to: string) => clock.minutesBetween(Date.parse(from), Date.parse(to))
    expect(minutes('2026-11-20T11:30:00+08:00', '2026-11-20T14:00:00+08:00')).toBe(60)
    expect(minutes('2026-11-20T17:30:00+08:00', '2026-11-23T09:30:00+08:00')).toBe(60)
    expect(minutes('2026-11-23T09:30:00+08:00', '2026-11-20T17:30:00+08:00')).toBe(-60)
    expect(minutes('2026-11-20T12:10:00+08:00', '2026-11-20T12:20:00+08:00')).toBe(0)
    expect(Object.is(minutes('2026-11-20T10:00:30+08:00', '2026-11-20T10:00:00+08:00'), 0)).toBe(true)
  })

  it('begins its sums anew for an instant that lies before them', () => {
    const clock = createWorkingClock(calendar)
    const friday = Date.parse('2026-11-20T11:00:00+08:00')
    expect(clock.addMinutes(friday, 60).at).toBe(friday + 60 * 60_000)
    const longAgo = Date.parse('2006-03-03T11:00:00+08:00')
    expect(clock.addMinutes(longAgo, 60).at).toBe(longAgo + 60 * 60_000)
    // A machine whose clock is set back asks for an earlier time than before.
    expect(clock.minutesBetween(friday, longAgo)).toBeLessThan(-2_000_000)
  })

  it('stops on a calendar that never opens again', () => {
    const closed = deskCalendar([{ kind: 'closed', from: '2026-01-01', to: '2199-12-31', reason: '停业' }])
    const clock = createWorkingClock(closed)
    expect(() => clock.dueAfter(Date.parse('2026-11-20T11:00:00+08:00'), 1)).toThrow(/no working day/)
  })
})
