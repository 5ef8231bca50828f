import { describe, expect, it } from 'vitest'
import {
  calendarOverrideSchema,
  DEFAULT_WORKING_HOURS,
  publishedYearSchema,
  workingHoursSchema,
} from '../../../shared/calendar/calendarData'
import { addDays } from '../../../shared/calendar/chinaTime'
import { PUBLISHED_YEARS } from '../../../shared/calendar/publishedYears'
import { createWorkingCalendar, type CalendarDay } from '../../../shared/calendar/workingCalendar'
import { deskCalendar } from './deskCalendars'

/** A notice in the form an administrator imports; its days are invented. */
const NOTICE_2027 = publishedYearSchema.parse({
  year: 2027,
  source: 'Invented notice of this test',
  daysOff: [
    { date: '2026-12-31', nameZh: '元旦', nameEn: "New Year's Day" },
    { date: '2027-01-01', nameZh: '元旦', nameEn: "New Year's Day" },
  ],
  makeUpDays: [{ date: '2027-01-03', nameZh: '元旦', nameEn: "New Year's Day" }],
})

function daysOfYear(year: number): readonly CalendarDay[] {
  const calendar = deskCalendar()
  return Array.from({ length: 365 }, (_, index) => calendar.day(addDays(`${year}-01-01`, index)))
}

function span(from: string, to: string): readonly string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    dates.push(date)
  }
  return dates
}

describe('the year 2026 as the notice of 2025-11-04 orders it', () => {
  it('has exactly these days off', () => {
    const daysOff = daysOfYear(2026).filter(({ kind }) => kind === 'holiday')
    expect(daysOff.map(({ date }) => date)).toEqual([
      ...span('2026-01-01', '2026-01-03'),
      ...span('2026-02-15', '2026-02-23'),
      ...span('2026-04-04', '2026-04-06'),
      ...span('2026-05-01', '2026-05-05'),
      ...span('2026-06-19', '2026-06-21'),
      ...span('2026-09-25', '2026-09-27'),
      ...span('2026-10-01', '2026-10-07'),
    ])
    expect(daysOff.every(({ slots }) => slots.length === 0)).toBe(true)
  })

  it('works exactly these weekend days', () => {
    const makeUpDays = daysOfYear(2026).filter(({ kind }) => kind === 'make-up-day')
    expect(makeUpDays.map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(makeUpDays.every(({ slots }) => slots.length === 2)).toBe(true)
  })

  it('works 248 days', () => {
    expect(daysOfYear(2026).filter(({ slots }) => slots.length > 0)).toHaveLength(248)
  })

  it('names a day off and a make-up day in both languages', () => {
    expect(deskCalendar().day('2026-02-17').name).toEqual({ zh: '春节', en: 'Spring Festival' })
    expect(deskCalendar().day('2026-02-14').name).toEqual({ zh: '春节', en: 'Spring Festival' })
    expect(deskCalendar().day('2026-02-13').name).toBeUndefined()
  })

  it('gives the slots of the hours it was given', () => {
    expect(deskCalendar().day('2026-11-20')).toEqual({
      date: '2026-11-20',
      kind: 'workday',
      slots: [
        { from: 540, to: 720 },
        { from: 810, to: 1080 },
      ],
      name: undefined,
      confirmed: true,
    })
    const oneSlot = createWorkingCalendar({
      publishedYears: PUBLISHED_YEARS,
      workingHours: [{ from: '08:15', to: '24:00' }],
      overrides: [],
    })
    expect(oneSlot.day('2026-11-20').slots).toEqual([{ from: 495, to: 1440 }])
  })
})

describe('shipped notices', () => {
  it('pass the schema that an import has to pass, one for each year since 2004', () => {
    for (const published of PUBLISHED_YEARS) {
      expect(publishedYearSchema.parse(published)).toEqual(published)
    }
    expect(PUBLISHED_YEARS.map(({ year }) => year)).toEqual(
      Array.from({ length: PUBLISHED_YEARS.length }, (_, index) => 2004 + index),
    )
    expect(PUBLISHED_YEARS.length).toBeGreaterThanOrEqual(2026 - 2004 + 1)
  })
})

describe('a day without a notice', () => {
  it.each([
    ['2098-10-01', 'workday'],
    ['2098-10-04', 'weekend'],
    ['1998-10-01', 'workday'],
  ])('%s falls back on the weekday %s and says so', (date, kind) => {
    expect(deskCalendar().day(date)).toMatchObject({ kind, confirmed: false })
  })

  it('leaves the last days of December open until the next notice: it can move them', () => {
    const upTo2026 = createWorkingCalendar({
      publishedYears: PUBLISHED_YEARS.filter(({ year }) => year <= 2026),
      workingHours: DEFAULT_WORKING_HOURS,
      overrides: [],
    })
    expect(upTo2026.day('2026-12-27').confirmed).toBe(true)
    expect(upTo2026.day('2026-12-28').confirmed).toBe(false)
    expect(upTo2026.day('2025-12-31').confirmed).toBe(true)
  })

  it('is settled by an imported notice', () => {
    const calendar = deskCalendar([], [NOTICE_2027])
    expect(calendar.day('2026-12-28')).toMatchObject({ kind: 'workday', confirmed: true })
    expect(calendar.day('2026-12-31')).toMatchObject({ kind: 'holiday', confirmed: true })
    expect(calendar.day('2027-01-03')).toMatchObject({ kind: 'make-up-day', confirmed: true })
    expect(calendar.day('2027-05-03')).toMatchObject({ kind: 'workday', confirmed: true })
  })

  it('lets a later notice for a year replace the shipped one whole', () => {
    const corrected = publishedYearSchema.parse({
      year: 2026,
      source: 'Invented correction of this test',
      daysOff: [{ date: '2026-10-01', nameZh: '国庆节', nameEn: 'National Day' }],
      makeUpDays: [],
    })
    const calendar = deskCalendar([], [corrected])
    expect(calendar.day('2026-10-01').kind).toBe('holiday')
    expect(calendar.day('2026-10-02').kind).toBe('workday')
    expect(calendar.day('2026-02-14').kind).toBe('weekend')
    expect(calendar.day('2025-10-02').kind).toBe('holiday')
  })
})

describe('local overrides', () => {
  const calendar = deskCalendar([
    { kind: 'closed', from: '2026-11-23', to: '2026-11-25', reason: '机房搬迁' },
    {
      kind: 'open',
      from: '2026-11-24',
      to: '2026-11-24',
      reason: '值班',
      hours: [{ from: '10:00', to: '11:30' }],
    },
    { kind: 'open', from: '2026-11-28', to: '2026-11-28', reason: '补班' },
  ])

  it('close and open days against the published calendar; the last that covers a day decides', () => {
    expect(calendar.day('2026-11-23')).toMatchObject({
      kind: 'local-closure',
      slots: [],
      name: { zh: '机房搬迁' },
    })
    expect(calendar.day('2026-11-24')).toMatchObject({
      kind: 'local-opening',
      slots: [{ from: 600, to: 690 }],
    })
    expect(calendar.day('2026-11-25').kind).toBe('local-closure')
    expect(calendar.day('2026-11-26').kind).toBe('workday')
    expect(calendar.day('2026-11-28')).toMatchObject({ kind: 'local-opening' })
    expect(calendar.day('2026-11-28').slots).toHaveLength(2)
  })

  it('settle a day whose notice is missing', () => {
    const later = deskCalendar([{ kind: 'closed', from: '2098-10-01', to: '2098-10-01', reason: '国庆' }])
    expect(later.day('2098-10-01')).toMatchObject({ kind: 'local-closure', confirmed: true })
  })
})

describe('what an import may not say', () => {
  it.each([
    [
      'overlap',
      [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
    ],
    [
      'order',
      [
        { from: '13:00', to: '18:00' },
        { from: '09:00', to: '12:00' },
      ],
    ],
    ['nothing', []],
    ['an empty slot', [{ from: '09:00', to: '09:00' }]],
    ['no clock time', [{ from: '09:00', to: '25:00' }]],
  ])('hours: %s', (_name, hours) => {
    expect(workingHoursSchema.safeParse(hours).success).toBe(false)
  })

  it('hours: the default ones pass', () => {
    expect(workingHoursSchema.parse(DEFAULT_WORKING_HOURS)).toEqual(DEFAULT_WORKING_HOURS)
  })

  it.each([
    ['a span that ends first', { kind: 'closed', from: '2026-11-24', to: '2026-11-23', reason: 'x' }],
    ['hours on a closure', { kind: 'closed', from: '2026-11-24', to: '2026-11-24', reason: 'x', hours: [] }],
    ['no reason', { kind: 'open', from: '2026-11-24', to: '2026-11-24', reason: ' ' }],
    ['no date', { kind: 'open', from: '2026-02-30', to: '2026-03-01', reason: 'x' }],
  ])('an override: %s', (_name, override) => {
    expect(calendarOverrideSchema.safeParse(override).success).toBe(false)
  })

  it('a notice: days of another year, or a day both off and worked', () => {
    const [day] = NOTICE_2027.daysOff
    expect(publishedYearSchema.safeParse({ ...NOTICE_2027, year: 2028 }).success).toBe(false)
    expect(publishedYearSchema.safeParse({ ...NOTICE_2027, makeUpDays: [day] }).success).toBe(false)
  })
})
