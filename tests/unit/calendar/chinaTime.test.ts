import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  chinaDate,
  chinaInstant,
  chinaIso,
  chinaTimeOfDay,
  isCalendarDate,
  isoWeekday,
} from '../../../shared/calendar/chinaTime'

describe('China wall time', () => {
  it('turns the date at midnight in China, eight hours before UTC does', () => {
    expect(chinaDate(Date.parse('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20')
    expect(chinaDate(Date.parse('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
    expect(chinaIso(Date.parse('2026-11-21T06:32:00Z'))).toBe('2026-11-21T14:32:00+08:00')
    expect(chinaTimeOfDay(Date.parse('2026-11-20T16:00:00Z'))).toBe(0)
    expect(chinaTimeOfDay(Date.parse('1969-12-31T15:59:00Z'))).toBe(86_340_000)
  })

  it('agrees with the zone tables for Asia/Shanghai since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2099, 0) }), (at) => {
        expect(chinaIso(at).slice(0, 19).replace('T', ' ')).toBe(format.format(at))
      }),
    )
  })

  it('puts date and time of day together again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 4e12 }), (at) => {
        expect(chinaInstant(chinaDate(at), 0) + chinaTimeOfDay(at)).toBe(at)
      }),
    )
  })

  it('counts days across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(isoWeekday('2026-11-20')).toBe(5)
    expect(isoWeekday('2026-11-22')).toBe(7)
  })

  it('knows a calendar date from other text', () => {
    expect(isCalendarDate('2028-02-29')).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', ''].some(isCalendarDate)).toBe(false)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  })
})
