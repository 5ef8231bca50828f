import { describe, expect, it } from 'vitest'
import {
  calendarOverrideSchema,
  DEFAULT_WORKING_HOURS,
  publishedYearSchema,
  workingHoursSchema,
} from '../../../shared/calendar/calendarData'
import { chinaIso } from '../../../shared/calendar/chinaTime'
import { deadlineRule, dueAt } from '../../../shared/calendar/deadlines'
import { dayNumberOf } from '../../../shared/calendar/dayNumber'
import { createWorkingCalendar } from '../../../shared/calendar/workingCalendar'
import { addWorkingDays } from '../../../shared/calendar/workingTime'
import { china, deskCalendar } from './deskCalendars'

const PROVIDER_REVIEW = deadlineRule('provider-review', '2026-11-22')

const NAMES = { nameZh: '元旦', nameEn: "New Year's Day" }

function notice(daysOff: readonly string[], makeUpDays: readonly string[] = []) {
  return {
    year: 2027,
    source: 'Invented notice of this test',
    daysOff: daysOff.map((date) => ({ date, ...NAMES })),
    makeUpDays: makeUpDays.map((date) => ({ date, ...NAMES })),
  }
}

describe('where a desk differs from the published calendar', () => {
  const closed = { kind: 'closed', from: '2026-11-18', to: '2026-11-20', reason: '停电' } as const
  const open = { kind: 'open', from: '2026-11-19', to: '2026-11-22', reason: '加班' } as const
  const isWorked = (overrides: Parameters<typeof deskCalendar>[0], date: string) =>
    deskCalendar(overrides).day(date).slots.length > 0

  it('the last word on a day decides', () => {
    const days = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23']
    expect(days.map((day) => isWorked([closed, open], day))).toEqual([false, true, true, true, true])
    expect(days.map((day) => isWorked([open, closed], day))).toEqual([false, false, false, true, true])
  })

  it('has the usual hours on a day that is open without hours of its own', () => {
    const usual = deskCalendar().day('2026-11-20').slots
    expect(deskCalendar([open]).day('2026-11-22').slots).toEqual(usual)
    const short = { ...open, hours: [{ from: '10:00', to: '11:00' }] }
    expect(deskCalendar([short]).day('2026-11-22').slots).toEqual([{ from: 600, to: 660 }])
  })

  it.each([
    ['2026-11-18', '2026-11-20', true],
    ['2026-11-18', '2026-11-18', true],
    ['2026-11-20', '2026-11-18', false],
  ])('from %s to %s is a span: %s', (from, to, expected) => {
    expect(calendarOverrideSchema.safeParse({ ...closed, from, to }).success).toBe(expected)
  })

  it.each([
    [
      [
        ['09:00', '12:00'],
        ['12:00', '18:00'],
      ],
      true,
    ],
    [
      [
        ['09:00', '12:00'],
        ['11:59', '18:00'],
      ],
      false,
    ],
    [
      [
        ['13:00', '18:00'],
        ['09:00', '12:00'],
      ],
      false,
    ],
    [[['00:00', '24:00']], true],
    [[['12:00', '12:00']], false],
  ])('hours in order and without overlap: %j', (slots, expected) => {
    const hours = slots.map(([from, to]) => ({ from, to }))
    expect(workingHoursSchema.safeParse(hours).success).toBe(expected)
  })
})

describe('the days of a notice', () => {
  it.each([
    [['2027-01-01'], [], true],
    [['2026-12-31', '2027-01-01'], ['2026-12-26'], true],
    [['2027-01-01', '2026-11-30'], [], false],
    [['2026-11-30', '2027-01-01'], [], false],
    [['2027-01-01', '2028-12-31'], [], false],
    [['2027-01-01'], ['2028-01-02'], false],
    [['2027-01-01', '2027-01-02'], ['2027-01-02'], false],
  ])('are of its own year or the December before: %j, %j', (daysOff, makeUpDays, expected) => {
    expect(publishedYearSchema.safeParse(notice(daysOff, makeUpDays)).success).toBe(expected)
  })

  it('confirm a due day only together with the day of receipt', () => {
    const calendar = createWorkingCalendar({
      publishedYears: [publishedYearSchema.parse(notice(['2027-01-01']))],
      workingHours: DEFAULT_WORKING_HOURS,
      overrides: [],
    })
    const due = (receivedAt: string) => dueAt(calendar, PROVIDER_REVIEW, china(receivedAt))
    expect(due('2026-12-31 10:00').confirmed).toBe(false)
    expect(due('2027-01-04 10:00').confirmed).toBe(true)
  })
})

describe('the edge of the hours', () => {
  it.each([
    ['2026-11-19 12:00', '2026-11-20 12:00'],
    ['2026-11-19 12:01', '2026-11-20 13:30'],
    ['2026-11-19 13:30', '2026-11-20 13:30'],
    ['2026-11-19 18:00', '2026-11-20 18:00'],
  ])('belongs to them: received %s, due %s', (receivedAt, due) => {
    const found = dueAt(deskCalendar(), PROVIDER_REVIEW, china(receivedAt))
    expect(chinaIso(found.at)).toBe(chinaIso(china(due)))
  })
})

describe('a date', () => {
  it.each(['x2026-11-20', '2026-11-20x', '2026-11-2', '20261120', '+2026-11-20'])('is not %s', (text) => {
    expect(dayNumberOf(text)).toBeUndefined()
    expect(() => addWorkingDays(deskCalendar(), text, 1)).toThrow(RangeError)
  })
})
