import { describe, expect, it } from 'vitest'
import { createDeskCalendar, workingMinutesLeft } from '../../../shared/calendar/deskCalendar'

describe('the calendar of the desk', () => {
  const calendar = createDeskCalendar()

  it('knows the holidays that the State Council has published', () => {
    expect(workingMinutesLeft(calendar, '2026-10-09T18:00:00+08:00', '2026-09-30T18:00:00+08:00')).toBe(
      workingMinutesLeft(calendar, '2026-10-09T18:00:00+08:00', '2026-10-08T09:00:00+08:00'),
    )
  })

  it('counts what is left in working time, whatever the offset of the instants', () => {
    const left = workingMinutesLeft(calendar, '2026-11-20T18:00:00+08:00', '2026-11-20T17:00:00+08:00')
    expect(left).toBe(60)
    expect(workingMinutesLeft(calendar, '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z')).toBe(60)
    // Friday evening to Monday morning.
    expect(workingMinutesLeft(calendar, '2026-11-23T09:30:00+08:00', '2026-11-20T18:00:00+08:00')).toBe(30)
  })

  it('is behind by the working time since', () => {
    expect(workingMinutesLeft(calendar, '2026-11-20T17:00:00+08:00', '2026-11-20T17:30:00+08:00')).toBe(-30)
  })
})
