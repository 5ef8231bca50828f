import { changeCalendar, EMPTY_CALENDAR } from '../../shared/calendar/changeCalendar'
import type { CallName, ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { TeamCalendar } from '../../shared/protocol/calendar'

type CalendarCalls = Exclude<Extract<CallName, `calendar.${string}`>, 'calendar.now'>

/** A made-up notice for screens: no such days were ever published. */
const FEED = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//holidays',
  ...eventLines('元旦', '20270101', '20270104'),
  ...eventLines('元旦 补班', '20261226', '20261227'),
  ...eventLines('春节', '20270205', '20270213'),
  ...eventLines('春节 补班', '20270220', '20270221'),
  'END:VCALENDAR',
  '',
].join('\r\n')

function eventLines(name: string, from: string, after: string): readonly string[] {
  return [
    ...['BEGIN:VEVENT', `UID:${from}@example.com`, `DTSTART;VALUE=DATE:${from}`],
    ...[`DTEND;VALUE=DATE:${after}`, `SUMMARY:${name}`, 'END:VEVENT'],
  ]
}

/** The team's calendar on a server that takes every change made on the calendar in force. */
export function createFakeCalendar(now: () => Date): {
  [N in CalendarCalls]: (request: ParsedRequestOf<N>) => ReplyOf<N>
} {
  let inForce: TeamCalendar = {
    revision: 3,
    calendar: {
      ...EMPTY_CALENDAR,
      overrides: [
        { kind: 'closed', from: '2026-12-24', to: '2026-12-25', reason: '机房搬迁，停电两天' },
        {
          ...{ kind: 'open', from: '2026-12-26', to: '2026-12-26', reason: '补审积压' },
          hours: [{ from: '10:00', to: '16:00' }],
        },
      ],
    },
    changed: { by: '王磊', at: '2026-11-18T06:12:00.000Z' },
  }
  return {
    'calendar.read': () => ({ state: 'in-force', ...inForce }),
    'calendar.change': ({ basis, changes }) => {
      const changed = changeCalendar(inForce.calendar ?? EMPTY_CALENDAR, changes)
      if (basis !== inForce.revision || !changed.ok) {
        return { outcome: 'overtaken', inForce }
      }
      inForce = {
        revision: basis + 1,
        calendar: changed.value,
        changed: { by: '周敏', at: now().toISOString() },
      }
      return { outcome: 'changed', inForce }
    },
    'calendar.chooseFeed': () => ({ outcome: 'chosen', text: FEED }),
  }
}
