import { calendarFileSchema, type CalendarFile } from '../../shared/calendar/calendarData'
import { refusal, success, type Result } from '../../shared/result'

/** What a supervisor changes of the team's calendar. Hours as `09:00-12:00,13:30-18:00`. */
export type CalendarChange =
  | {
      readonly kind: 'import'
      readonly notice: { readonly year: number; readonly source: string } & Pick<
        CalendarFile['publishedYears'][number],
        'daysOff' | 'makeUpDays'
      >
    }
  | { readonly kind: 'hours'; readonly hours: string }
  | {
      readonly kind: 'close' | 'open'
      readonly from: string
      readonly to: string
      readonly reason: string
      readonly hours?: string
    }

/** The calendar with the change, or what is wrong with it in one line. A year imported again replaces itself. */
export function changeCalendar(calendar: CalendarFile, change: CalendarChange): Result<CalendarFile, string> {
  const parsed = calendarFileSchema.safeParse({ ...calendar, ...partOf(calendar, change) })
  return parsed.success
    ? success(parsed.data)
    : refusal(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
}

function partOf(calendar: CalendarFile, change: CalendarChange): object {
  switch (change.kind) {
    case 'import': {
      const others = calendar.publishedYears.filter(({ year }) => year !== change.notice.year)
      return { publishedYears: [...others, change.notice] }
    }
    case 'hours':
      return { workingHours: hoursOf(change.hours) }
    case 'close':
    case 'open': {
      const { from, to, reason, hours } = change
      const kind = change.kind === 'close' ? 'closed' : 'open'
      const override = { kind, from, to, reason, ...(hours === undefined ? {} : { hours: hoursOf(hours) }) }
      return { overrides: [...calendar.overrides, override] }
    }
  }
}

function hoursOf(text: string): unknown {
  return text.split(',').map((slot) => {
    const [from = '', to = ''] = slot.trim().split('-')
    return { from, to }
  })
}
