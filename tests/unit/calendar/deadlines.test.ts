import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countdown, deadlineRule, dueAt, expectedDays } from '../../../shared/calendar/deadlines'
import { chinaDate, chinaIso } from '../../../shared/calendar/chinaTime'
import { addWorkingDays, workingMinutesBetween } from '../../../shared/calendar/workingTime'
import { china, deskCalendar } from './deskCalendars'

const PROVIDER_REVIEW = deadlineRule('provider-review', '2026-11-22')

const calendar = deskCalendar()
const MINUTE = 60_000
const WORKING_DAY_MINUTES = 450

const minutesOf2026 = fc
  .integer({ min: 0, max: 333 * 1440 })
  .map((minute) => china('2026-01-01 00:00') + minute * MINUTE)

describe('dueAt for the provider review', () => {
  it.each([
    // Within the hours: the same wall time on the next working day.
    ['2026-11-19 14:32', '2026-11-20 14:32'],
    ['2026-11-20 14:32', '2026-11-23 14:32'],
    ['2026-02-13 10:00', '2026-02-14 10:00'],
    ['2026-02-14 10:00', '2026-02-24 10:00'],
    ['2026-09-30 09:00', '2026-10-08 09:00'],
    ['2026-11-19 18:00', '2026-11-20 18:00'],
    // Before opening, at lunch, after closing.
    ['2026-11-19 07:00', '2026-11-20 09:00'],
    ['2026-11-19 12:30', '2026-11-20 13:30'],
    ['2026-11-19 20:00', '2026-11-20 18:00'],
    // A weekend, a holiday: the first working day whole.
    ['2026-11-21 10:00', '2026-11-23 18:00'],
    ['2026-02-17 03:00', '2026-02-24 18:00'],
  ])('received %s, due %s', (receivedAt, due) => {
    const found = dueAt(calendar, PROVIDER_REVIEW, china(receivedAt))
    expect(chinaIso(found.at)).toBe(chinaIso(china(due)))
    expect(found.confirmed).toBe(true)
  })

  it('keeps within the hours that a local override gives the due day', () => {
    const morning = deskCalendar([
      {
        kind: 'open',
        from: '2026-11-20',
        to: '2026-11-20',
        reason: '半天',
        hours: [{ from: '09:00', to: '11:00' }],
      },
    ])
    expect(dueAt(morning, PROVIDER_REVIEW, china('2026-11-19 14:32')).at).toBe(china('2026-11-20 11:00'))
  })

  it('gives every task the same working time and ends it on the day the count says', () => {
    fc.assert(
      fc.property(minutesOf2026, fc.integer({ min: 1, max: 8 }), (receivedAt, workingDays) => {
        const due = dueAt(
          calendar,
          { ...PROVIDER_REVIEW, workingDays: { least: 1, most: workingDays } },
          receivedAt,
        )
        expect(workingMinutesBetween(calendar, receivedAt, due.at).minutes).toBe(
          workingDays * WORKING_DAY_MINUTES,
        )
        expect(chinaDate(due.at)).toBe(addWorkingDays(calendar, chinaDate(receivedAt), workingDays).date)
      }),
    )
  })

  it('tells when the due day has no notice', () => {
    expect(dueAt(calendar, PROVIDER_REVIEW, china('2098-11-20 10:00')).confirmed).toBe(false)
  })
})

describe('countdown', () => {
  const due = { at: china('2026-11-23 10:00'), confirmed: true }

  it.each([
    ['2026-11-20 17:00', false, 120],
    ['2026-11-21 12:00', false, 60],
    ['2026-11-23 09:59', false, 1],
    ['2026-11-23 10:00', false, 0],
    ['2026-11-23 10:01', true, 1],
    ['2026-11-24 09:00', true, 390],
  ])('at %s: late %s, %i minutes of work', (now, late, minutes) => {
    expect(countdown(calendar, due, china(now))).toEqual({ late, minutes, confirmed: true })
  })

  it('is late from the first millisecond, before a whole minute has passed', () => {
    expect(countdown(calendar, due, due.at + 1)).toEqual({ late: true, minutes: 0, confirmed: true })
  })

  it('carries on that the due time itself is unconfirmed', () => {
    expect(countdown(calendar, { ...due, confirmed: false }, due.at).confirmed).toBe(false)
  })
})

describe('the time of the administration', () => {
  it('is counted in working days over a holiday, from the fewest to the limit', () => {
    const rule = deadlineRule('administration-review', '2026-09-25')
    expect(expectedDays(calendar, rule, '2026-09-25')).toEqual({
      earliest: { date: '2026-09-30', confirmed: true },
      latest: { date: '2026-10-29', confirmed: true },
    })
  })

  it('is not confirmed once it reaches past the last published notice', () => {
    const rule = deadlineRule('administration-review', '2026-12-21')
    const { earliest, latest } = expectedDays(calendar, rule, '2026-12-21')
    expect(earliest).toEqual({ date: '2026-12-24', confirmed: true })
    expect(latest.confirmed).toBe(false)
  })

  it('of a day before the first rule is that of the first', () => {
    expect(deadlineRule('provider-review', '1999-01-01').from).toBe('2005-03-20')
  })
})
