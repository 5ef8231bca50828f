import { describe, expect, it } from 'vitest'
import { describeCalendar } from '../../../cli/calendar/describeCalendar'
import { importOf, readChange } from '../../../cli/calendar/readChange'
import type { CalendarFile } from '../../../shared/calendar/calendarData'
import { changeCalendar, EMPTY_CALENDAR, type CalendarChange } from '../../../shared/calendar/changeCalendar'
import { compareCalendars, confirmedUntil, partsMissingIn } from '../../../shared/calendar/compareCalendars'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import { createReplaceableCalendar, createReplaceableClock } from '../../../shared/calendar/replaceable'
import { noticeOf, readHolidayFeed } from '../../../shared/calendar/readHolidayFeed'
import { addWorkingDays } from '../../../shared/calendar/workingTime'
import { china } from './deskCalendars'

function event(name: string, start: string, end?: string): string {
  const lines = [`DTSTART;VALUE=DATE:${start}`, ...(end === undefined ? [] : [`DTEND;VALUE=DATE:${end}`])]
  return ['BEGIN:VEVENT', `UID:${start}@example.com`, ...lines, `SUMMARY:${name}`, 'END:VEVENT'].join('\r\n')
}

function feedOf(...events: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//holidays',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const NOTICE = feedOf(event('元旦 假期', '20270101', '20270104'), event('元旦 补班', '20261226'))

function changed(calendar: CalendarFile, ...changes: readonly CalendarChange[]): CalendarFile {
  const result = changeCalendar(calendar, changes)
  if (!result.ok) {
    throw new Error(result.error)
  }
  return result.value
}

function imported(year: number, source = 'made-up notice', text = NOTICE): CalendarChange {
  const feed = readHolidayFeed(text)
  const notice = feed.ok ? noticeOf(feed.value, year, source) : feed
  if (!notice.ok) {
    throw new Error(notice.error.code)
  }
  return { kind: 'import', notice: notice.value }
}

const closed = (from: string, to = from, reason = '停电'): CalendarChange => ({
  kind: 'add',
  override: { kind: 'closed', from, to, reason },
})

describe('a notice that is imported', () => {
  it('has its days off, last day included, and its worked weekend', () => {
    expect(readHolidayFeed(NOTICE)).toEqual({
      ok: true,
      value: new Map([
        [
          2027,
          {
            daysOff: ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({
              date,
              nameZh: '元旦 假期',
              nameEn: '元旦 假期',
            })),
            makeUpDays: [{ date: '2026-12-26', nameZh: '元旦 补班', nameEn: '元旦 补班' }],
          },
        ],
      ]),
    })
  })

  it('is one of several years of a feed, by the year that names the day', () => {
    const feed = readHolidayFeed(feedOf(event('元旦', '20261231', '20270103'), event('国庆节', '20261001')))
    const years = feed.ok ? [...feed.value].map(([year, { daysOff }]) => [year, daysOff.length]) : null
    expect(years).toEqual([
      [2026, 1],
      [2027, 3],
    ])
  })

  it('confirms what was provisional, and moves a due day', () => {
    const before = createDeskCalendar(EMPTY_CALENDAR)
    const file = changed(EMPTY_CALENDAR, imported(2027))
    const after = createDeskCalendar(file)
    expect(addWorkingDays(before, '2026-12-31', 1)).toEqual({ date: '2027-01-01', confirmed: false })
    expect(addWorkingDays(after, '2026-12-31', 1)).toEqual({ date: '2027-01-04', confirmed: true })
    expect(after.day('2026-12-26').kind).toBe('make-up-day')
    expect(describeCalendar(file)).toContain('confirmed until the end of 2027')
    expect(confirmedUntil(before, '2026-11-21')).toBe('2026-12-27')
    expect(confirmedUntil(after, '2026-11-21')).toBe('2027-12-27')
    expect(confirmedUntil(after, '2028-01-01')).toBeNull()
  })

  it('imported again replaces itself, and is forgotten by its year', () => {
    const file = changed(EMPTY_CALENDAR, imported(2027), imported(2027, 'corrected'))
    expect(file.publishedYears.map(({ source }) => source)).toEqual(['corrected'])
    expect(changed(file, { kind: 'forget', year: 2027 })).toEqual(EMPTY_CALENDAR)
  })

  it.each<[string, string, { code: string; what: string }]>([
    [
      'a time of day',
      feedOf(event('元旦', '20270101').replace('VALUE=DATE:20270101', 'VALUE=DATE-TIME:20270101T090000')),
      { code: 'no-whole-day', what: '元旦' },
    ],
    [
      'a worked weekday',
      feedOf(event('元旦 上班', '20270105')),
      { code: 'worked-weekday', what: '2027-01-05' },
    ],
    [
      'a day that is off and worked',
      feedOf(event('元旦', '20270102'), event('元旦 上班', '20270102')),
      { code: 'twice', what: '2027-01-02' },
    ],
    ['no calendar', 'nothing of the kind', { code: 'no-calendar', what: '' }],
    ['no events', feedOf(), { code: 'no-calendar', what: '' }],
    ['a day that there is not', feedOf(event('元旦', '20270230')), { code: 'no-whole-day', what: '元旦' }],
    [
      'a span of months',
      feedOf(event('停业', '20270101', '20270401')),
      { code: 'no-whole-day', what: '停业' },
    ],
    [
      'an event that repeats',
      feedOf(event('元旦', '20270101').replace('END:VEVENT', 'RRULE:FREQ=YEARLY\r\nEND:VEVENT')),
      { code: 'no-whole-day', what: '元旦' },
    ],
  ])('is refused with %s, which is named', (_, text, error) => {
    expect(readHolidayFeed(text)).toEqual({ ok: false, error })
  })

  it('takes an event without a name', () => {
    const text = feedOf(event('x', '20270101').replace('SUMMARY:x\r\n', ''))
    const [change] = [imported(2027, 'made-up notice', text)]
    expect(change).toMatchObject({ notice: { daysOff: [{ date: '2027-01-01', nameZh: '节假日' }] } })
  })

  it('is refused with a year of which it names no day', () => {
    expect(importOf(NOTICE, 2028, 'made-up notice')).toEqual({
      ok: false,
      error: 'the feed is not taken: no-calendar 2028',
    })
  })
})

describe('the team’s calendar', () => {
  it('closes and opens days and has hours of its own', () => {
    const file = changed(
      EMPTY_CALENDAR,
      closed('2026-12-24', '2026-12-25'),
      {
        kind: 'add',
        override: {
          ...{ kind: 'open', from: '2026-12-26', to: '2026-12-26', reason: '加班' },
          hours: [{ from: '10:00', to: '11:00' }],
        },
      },
      {
        kind: 'hours',
        hours: [
          { from: '08:30', to: '12:00' },
          { from: '14:00', to: '17:30' },
        ],
      },
    )
    const calendar = createDeskCalendar(file)
    expect(calendar.day('2026-12-24')).toMatchObject({ kind: 'local-closure', slots: [] })
    expect(calendar.day('2026-12-26').slots).toEqual([{ from: 600, to: 660 }])
    expect(calendar.day('2026-12-28').slots[0]).toEqual({ from: 510, to: 720 })
  })

  it('has days taken back, and what is not there any more is taken back already', () => {
    const file = changed(EMPTY_CALENDAR, closed('2026-12-24'), closed('2026-12-25'))
    const remove = { kind: 'remove', override: file.overrides[0] } as CalendarChange
    expect(changed(file, remove, remove).overrides).toEqual([file.overrides[1]])
  })

  it('is full at some point', () => {
    const many = Array.from({ length: 501 }, (_, index) => closed('2026-12-24', '2026-12-24', String(index)))
    expect(changeCalendar(EMPTY_CALENDAR, many)).toEqual({ ok: false, error: 'full' })
  })

  it.each<[string, string, readonly string[], { readonly hours?: string; readonly reason?: string }]>([
    ['hours that overlap', 'hours', ['09:00-12:00,11:00-18:00'], {}],
    ['hours that are none', 'hours', ['all day'], {}],
    ['a span that ends before it begins', 'close', ['2026-12-25', '2026-12-24'], { reason: '停电' }],
    ['a span of years', 'close', ['2026-12-25', '2126-12-24'], { reason: '停电' }],
    ['no reason', 'close', ['2026-12-24'], { reason: ' ' }],
    ['no such day', 'close', ['2026-02-30'], { reason: '停电' }],
  ])('refuses %s', async (_, command, words, options) => {
    expect(await readChange(command, words, options)).toMatchObject({ ok: false })
  })

  it('reads what a command asks for', async () => {
    const hours = '10:00-11:00'
    expect(await readChange('open', ['2026-12-26'], { reason: '加班', hours })).toEqual({
      ok: true,
      value: {
        kind: 'add',
        override: {
          ...{ kind: 'open', from: '2026-12-26', to: '2026-12-26', reason: '加班' },
          hours: [{ from: '10:00', to: '11:00' }],
        },
      },
    })
    expect(await readChange('close', ['2026-12-26'], {})).toBeNull()
    expect(await readChange('burn', [], {})).toBeNull()
  })

  it('counts at once for whoever was given a calendar or a clock before', () => {
    const calendar = createReplaceableCalendar()
    const clock = createReplaceableClock(createDeskCalendar())
    const minutes = () => clock.minutesBetween(china('2026-12-24 09:00'), china('2026-12-24 18:00'))
    expect([calendar.day('2026-12-24').kind, minutes()]).toEqual(['workday', 450])
    const file = changed(EMPTY_CALENDAR, closed('2026-12-24'))
    calendar.replace(file)
    clock.replace(file)
    expect([calendar.day('2026-12-24').kind, minutes()]).toEqual(['local-closure', 0])
    clock.replace(null)
    expect(minutes()).toBe(450)
  })
})

describe('the difference between two calendars', () => {
  const kindsOf = (before: CalendarFile, after: CalendarFile) =>
    compareCalendars(before, after).days.map((day) => [day.after.date, day.before.kind, day.after.kind])

  it('is every day that is worked otherwise, and no other', () => {
    const after = changed(EMPTY_CALENDAR, closed('2026-12-25', '2026-12-26'))
    expect(kindsOf(EMPTY_CALENDAR, after)).toEqual([
      ['2026-12-25', 'workday', 'local-closure'],
      ['2026-12-26', 'weekend', 'local-closure'],
    ])
    expect(kindsOf(after, EMPTY_CALENDAR).map(([date]) => date)).toEqual(['2026-12-25', '2026-12-26'])
    expect(compareCalendars(after, after)).toEqual({ days: [], hours: null })
  })

  it('has the days of a notice, which it replaces or not', () => {
    const after = changed(EMPTY_CALENDAR, imported(2027))
    expect(kindsOf(EMPTY_CALENDAR, after)).toEqual([
      ['2026-12-26', 'weekend', 'make-up-day'],
      ['2027-01-01', 'workday', 'holiday'],
      ['2027-01-02', 'weekend', 'holiday'],
      ['2027-01-03', 'weekend', 'holiday'],
    ])
    const other = feedOf(event('元旦', '20260101'))
    const less = compareCalendars(EMPTY_CALENDAR, changed(EMPTY_CALENDAR, imported(2026, 'made up', other)))
    expect(less.days.find((day) => day.after.date === '2026-10-01')).toMatchObject({
      before: { kind: 'holiday' },
      after: { kind: 'workday' },
    })
  })

  it('tells usual hours once, and hours of a day where they differ', () => {
    const hours = [{ from: '10:00', to: '16:00' }]
    const open = { kind: 'open', from: '2026-12-24', to: '2026-12-24', reason: '加班' } as const
    const usual = changed(EMPTY_CALENDAR, { kind: 'hours', hours })
    expect(compareCalendars(EMPTY_CALENDAR, usual)).toEqual({
      days: [],
      hours: { before: EMPTY_CALENDAR.workingHours, after: hours },
    })
    const one = changed(EMPTY_CALENDAR, { kind: 'add', override: open })
    const other = changed(EMPTY_CALENDAR, { kind: 'add', override: { ...open, hours } })
    expect(kindsOf(one, other)).toEqual([['2026-12-24', 'local-opening', 'local-opening']])
  })

  it('keeps for the audit what only one of the two says', () => {
    const before = changed(EMPTY_CALENDAR, closed('2026-12-24'), imported(2027))
    const after = changed(before, closed('2026-12-25'), { kind: 'forget', year: 2027 })
    expect(partsMissingIn(after, before)).toEqual({ publishedYears: before.publishedYears })
    expect(partsMissingIn(before, after)).toEqual({ overrides: [after.overrides[1]] })
    expect(
      partsMissingIn(before, changed(before, { kind: 'hours', hours: [{ from: '10:00', to: '16:00' }] })),
    ).toEqual({ workingHours: [{ from: '10:00', to: '16:00' }] })
  })
})
