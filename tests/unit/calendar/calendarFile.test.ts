import { describe, expect, it } from 'vitest'
import { changeCalendar, type CalendarChange } from '../../../cli/calendar/changeCalendar'
import { describeCalendar } from '../../../cli/calendar/describeCalendar'
import { readHolidayFeed } from '../../../cli/calendar/readHolidayFeed'
import { calendarFileSchema, type CalendarFile } from '../../../shared/calendar/calendarData'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import { createReplaceableCalendar, createReplaceableClock } from '../../../shared/calendar/replaceable'
import { addWorkingDays } from '../../../shared/calendar/workingTime'
import { china } from './deskCalendars'

const EMPTY = calendarFileSchema.parse({ format: 'beian-desk/calendar', version: 1 })

function event(name: string, start: string, end?: string): string {
  const lines = [`DTSTART;VALUE=DATE:${start}`, ...(end === undefined ? [] : [`DTEND;VALUE=DATE:${end}`])]
  return ['BEGIN:VEVENT', `UID:${start}@example.com`, ...lines, `SUMMARY:${name}`, 'END:VEVENT'].join('\r\n')
}

function feed(...events: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//holidays',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const NOTICE = feed(event('元旦 假期', '20270101', '20270104'), event('元旦 补班', '20261226'))

function changed(calendar: CalendarFile, change: CalendarChange): CalendarFile {
  const result = changeCalendar(calendar, change)
  if (!result.ok) {
    throw new Error(result.error)
  }
  return result.value
}

const withNotice = (): CalendarFile =>
  changed(EMPTY, {
    kind: 'import',
    notice: { year: 2027, source: 'made-up notice', ...readHolidayFeed(NOTICE) },
  })

describe('a notice that is imported', () => {
  it('has its days off, last day included, and its worked weekend', () => {
    const { daysOff, makeUpDays } = readHolidayFeed(NOTICE)
    expect(daysOff.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
    expect(makeUpDays).toEqual([{ date: '2026-12-26', nameZh: '元旦 补班', nameEn: '元旦 补班' }])
  })

  it('confirms what was provisional, and moves a due day', () => {
    const before = createDeskCalendar(EMPTY)
    const after = createDeskCalendar(withNotice())
    expect(addWorkingDays(before, '2026-12-31', 1)).toEqual({ date: '2027-01-01', confirmed: false })
    expect(addWorkingDays(after, '2026-12-31', 1)).toEqual({ date: '2027-01-04', confirmed: true })
    expect(after.day('2026-12-26').kind).toBe('make-up-day')
    expect(describeCalendar(withNotice())).toContain('confirmed until the end of 2027')
  })

  it('imported again replaces itself', () => {
    const notice = { year: 2027, source: 'corrected', ...readHolidayFeed(NOTICE) }
    expect(
      changed(withNotice(), { kind: 'import', notice }).publishedYears.map(({ source }) => source),
    ).toEqual(['corrected'])
  })

  it.each([
    [
      'a time of day',
      feed(event('元旦', '20270101').replace('VALUE=DATE:20270101', 'VALUE=DATE-TIME:20270101T090000')),
    ],
    ['a worked weekday', feed(event('元旦 上班', '20270105'))],
    ['no calendar', 'nothing of the kind'],
    [
      'an event that repeats',
      feed(event('元旦', '20270101').replace('END:VEVENT', 'RRULE:FREQ=YEARLY\r\nEND:VEVENT')),
    ],
  ])('is refused with %s', (_, text) => {
    expect(() => readHolidayFeed(text)).toThrow()
  })

  it('is refused with days of another year', () => {
    const notice = { year: 2028, source: 'made-up notice', ...readHolidayFeed(NOTICE) }
    expect(changeCalendar(EMPTY, { kind: 'import', notice })).toMatchObject({ ok: false })
  })
})

describe('the team’s calendar', () => {
  it('closes and opens days and has hours of its own', () => {
    const closed = changed(EMPTY, { kind: 'close', from: '2026-12-24', to: '2026-12-25', reason: '停电' })
    const open = changed(closed, {
      kind: 'open',
      from: '2026-12-26',
      to: '2026-12-26',
      reason: '加班',
      hours: '10:00-11:00',
    })
    const calendar = createDeskCalendar(changed(open, { kind: 'hours', hours: '08:30-12:00,14:00-17:30' }))
    expect(calendar.day('2026-12-24')).toMatchObject({ kind: 'local-closure', slots: [] })
    expect(calendar.day('2026-12-26').slots).toEqual([{ from: 600, to: 660 }])
    expect(calendar.day('2026-12-28').slots[0]).toEqual({ from: 510, to: 720 })
  })

  it.each<[string, CalendarChange]>([
    ['hours that overlap', { kind: 'hours', hours: '09:00-12:00,11:00-18:00' }],
    ['hours that are none', { kind: 'hours', hours: 'all day' }],
    [
      'a span that ends before it begins',
      { kind: 'close', from: '2026-12-25', to: '2026-12-24', reason: '停电' },
    ],
    ['no reason', { kind: 'close', from: '2026-12-24', to: '2026-12-24', reason: ' ' }],
  ])('refuses %s', (_, change) => {
    expect(changeCalendar(EMPTY, change).ok).toBe(false)
  })

  it('counts at once for whoever was given a calendar or a clock before', () => {
    const calendar = createReplaceableCalendar()
    const clock = createReplaceableClock(createDeskCalendar())
    const minutes = () => clock.minutesBetween(china('2026-12-24 09:00'), china('2026-12-24 18:00'))
    expect([calendar.day('2026-12-24').kind, minutes()]).toEqual(['workday', 450])
    const closed = changed(EMPTY, { kind: 'close', from: '2026-12-24', to: '2026-12-24', reason: '停电' })
    calendar.replace(closed)
    clock.replace(closed)
    expect([calendar.day('2026-12-24').kind, minutes()]).toEqual(['local-closure', 0])
    clock.replace(null)
    expect(minutes()).toBe(450)
  })
})
