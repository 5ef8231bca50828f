import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import {
  addWorkingDays,
  addWorkingMinutes,
  workingMinutesBetween,
  workingStateAt,
} from '../../../shared/calendar/workingTime'
import { china, deskCalendar } from './deskCalendars'

const calendar = deskCalendar()
const MINUTE = 60_000

/** Any whole minute from 2026-01-01 to 2026-11-30 in China. */
const minutesOf2026 = fc
  .integer({ min: 0, max: 333 * 1440 })
  .map((minute) => china('2026-01-01 00:00') + minute * MINUTE)

describe('addWorkingDays', () => {
  it.each([
    // A make-up Saturday before the Spring Festival, then the holiday.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-13', 20, '2026-03-19'],
    // A holiday Friday.
    ['2026-09-25', 20, '2026-10-29'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-09-30', 1, '2026-10-08'],
  ])('from %s, %i working days end on %s', (date, count, last) => {
    expect(addWorkingDays(calendar, date, count)).toEqual({ date: last, confirmed: true })
  })

  it('tells when it counted days without a notice', () => {
    expect(addWorkingDays(calendar, '2098-09-30', 1)).toEqual({ date: '2098-10-01', confirmed: false })
  })

  it.each([0, -1.5, 1.5, Number.NaN])('refuses to count %d days', (count) => {
    expect(() => addWorkingDays(calendar, '2026-11-20', count)).toThrow(RangeError)
  })

  it('stops on a calendar that never opens again', () => {
    const closed = deskCalendar([{ kind: 'closed', from: '2026-01-01', to: '2199-12-31', reason: 'closed' }])
    expect(() => addWorkingDays(closed, '2026-11-20', 1)).toThrow(/no working day/)
    expect(() => workingStateAt(closed, china('2026-11-20 10:00'))).toThrow(/no working day/)
  })
})

describe('addWorkingMinutes', () => {
  it.each([
    ['2026-11-20 11:30', 0, '2026-11-20 11:30'],
    ['2026-11-20 12:30', 0, '2026-11-20 12:30'],
    ['2026-11-20 11:30', 30, '2026-11-20 12:00'],
    ['2026-11-20 11:30', 31, '2026-11-20 13:31'],
    ['2026-11-20 08:00', 10, '2026-11-20 09:10'],
    ['2026-11-20 17:30', 60, '2026-11-23 09:30'],
    ['2026-11-21 10:00', 1, '2026-11-23 09:01'],
    ['2026-02-13 17:00', 60 + 450 + 1, '2026-02-24 09:01'],
  ])('%s and %i minutes of work make %s', (from, minutes, at) => {
    expect(addWorkingMinutes(calendar, china(from), minutes)).toEqual({ at: china(at), confirmed: true })
  })

  it('is undone by workingMinutesBetween', () => {
    fc.assert(
      fc.property(minutesOf2026, fc.nat(3000), (from, minutes) => {
        const { at } = addWorkingMinutes(calendar, from, minutes)
        expect(workingMinutesBetween(calendar, from, at).minutes).toBe(minutes)
        // The first such instant: one minute earlier the work was not done. No work is done at once.
        const before = minutes === 0 ? -1 : workingMinutesBetween(calendar, from, at - MINUTE).minutes
        expect(before).toBe(minutes - 1)
      }),
    )
  })
})

describe('workingMinutesBetween', () => {
  it.each([
    ['2026-11-20 09:00', '2026-11-20 18:00', 450],
    ['2026-11-20 12:00', '2026-11-20 13:30', 0],
    ['2026-11-20 17:00', '2026-11-23 10:00', 120],
    ['2026-02-14 00:00', '2026-02-24 09:00', 450],
    ['2026-11-20 18:00', '2026-11-20 09:00', -450],
    ['2026-11-20 13:00', '2026-11-20 12:30', 0],
  ])('from %s to %s: %i', (from, to, minutes) => {
    expect(workingMinutesBetween(calendar, china(from), china(to))).toEqual({ minutes, confirmed: true })
  })

  it('adds up over any point between', () => {
    fc.assert(
      fc.property(minutesOf2026, minutesOf2026, minutesOf2026, (one, two, three) => {
        const minutes = (from: number, to: number) => workingMinutesBetween(calendar, from, to).minutes
        expect(minutes(one, two) + minutes(two, three)).toBe(minutes(one, three))
      }),
    )
  })

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(minutesOf2026, fc.nat(4 * 1440), (from, length) => {
        let open = 0
        for (let minute = 0; minute < length; minute += 1) {
          open += workingStateAt(calendar, from + minute * MINUTE).state === 'open' ? 1 : 0
        }
        expect(workingMinutesBetween(calendar, from, from + length * MINUTE).minutes).toBe(open)
      }),
      { numRuns: 20 },
    )
  })

  it('tells when it crossed a day without a notice', () => {
    const span = workingMinutesBetween(calendar, china('2098-11-20 09:00'), china('2098-11-20 10:00'))
    expect(span).toEqual({ minutes: 60, confirmed: false })
  })
})

describe('workingStateAt', () => {
  it.each([
    ['2026-11-20 08:59', 'closed', undefined, '2026-11-20 09:00', 'workday'],
    ['2026-11-20 09:00', 'open', '2026-11-20 12:00', '2026-11-20 13:30', 'workday'],
    ['2026-11-20 12:00', 'lunch', undefined, '2026-11-20 13:30', 'workday'],
    ['2026-11-20 13:29', 'lunch', undefined, '2026-11-20 13:30', 'workday'],
    ['2026-11-20 13:30', 'open', '2026-11-20 18:00', '2026-11-23 09:00', 'workday'],
    ['2026-11-20 18:00', 'closed', undefined, '2026-11-23 09:00', 'workday'],
    ['2026-11-21 10:00', 'closed', undefined, '2026-11-23 09:00', 'weekend'],
    ['2026-02-14 10:00', 'open', '2026-02-14 12:00', '2026-02-14 13:30', 'make-up-day'],
    ['2026-02-14 20:00', 'closed', undefined, '2026-02-24 09:00', 'make-up-day'],
    // A Sunday within the Spring Festival.
    ['2026-02-15 10:00', 'holiday', undefined, '2026-02-24 09:00', 'holiday'],
  ])('%s: %s', (at, state, closesAt, nextOpeningAt, kind) => {
    const found = workingStateAt(calendar, china(at))
    expect(found).toMatchObject({ state, day: { kind }, confirmed: true })
    expect(chinaIso(found.nextOpeningAt)).toBe(chinaIso(china(nextOpeningAt)))
    expect(found.closesAt).toBe(closesAt === undefined ? undefined : china(closesAt))
  })

  it('shows a local closure as a holiday', () => {
    const closed = deskCalendar([{ kind: 'closed', from: '2026-11-20', to: '2026-11-20', reason: '年会' }])
    expect(workingStateAt(closed, china('2026-11-20 10:00'))).toMatchObject({
      state: 'holiday',
      day: { name: { zh: '年会' } },
      nextOpeningAt: china('2026-11-23 09:00'),
    })
  })
})
