import { z } from 'zod'
import {
  calendarFileSchema,
  calendarOverrideSchema,
  publishedYearSchema,
  workingHoursSchema,
  type CalendarFile,
} from './calendarData'
import { dayNumberOf } from './dayNumber'
import { canonicalJson } from '../canonicalJson'
import { refusal, success, type Result } from '../result'

/** What the team's calendar is while nobody has changed it: the shipped notices and the usual hours. */
export const EMPTY_CALENDAR: CalendarFile = calendarFileSchema.parse({
  format: 'beian-desk/calendar',
  version: 1,
})

/** A desk that is closed or open for longer than that is a slip of the pen. */
const LONGEST_SPAN_DAYS = 366

/**
 * One thing that is changed of the team's calendar. Changes are intentions, so those that somebody made on an older
 * calendar can be made again on a newer one.
 */
export const calendarChangeSchema = z.discriminatedUnion('kind', [
  /** Hours of every worked day that has none of its own. */
  z.strictObject({ kind: z.literal('hours'), hours: workingHoursSchema }),
  /** Days on which the team differs; over whatever was said of them before. */
  z.strictObject({
    kind: z.literal('add'),
    override: calendarOverrideSchema.refine(
      ({ from, to }) => (dayNumberOf(to) ?? 0) - (dayNumberOf(from) ?? 0) < LONGEST_SPAN_DAYS,
      { error: 'The span is longer than a year', path: ['to'] },
    ),
  }),
  /** Takes such days back, as they stand in the calendar. What is not there any more is taken back already. */
  z.strictObject({ kind: z.literal('remove'), override: calendarOverrideSchema }),
  /** A year's notice; in place of an earlier one of that year. */
  z.strictObject({ kind: z.literal('import'), notice: publishedYearSchema }),
  /** Takes an imported notice back: the shipped one of that year counts again, where there is one. */
  z.strictObject({ kind: z.literal('forget'), year: z.number().int().min(2004).max(2199) }),
])
export type CalendarChange = z.output<typeof calendarChangeSchema>

/** The calendar after these changes, in their order. `full`: it would have more entries than a calendar may. */
export function changeCalendar(
  calendar: CalendarFile,
  changes: readonly CalendarChange[],
): Result<CalendarFile, 'full'> {
  const changed = calendarFileSchema.safeParse(changes.reduce(withChange, calendar))
  return changed.success ? success(changed.data) : refusal('full')
}

function withChange(calendar: CalendarFile, change: CalendarChange): CalendarFile {
  const { publishedYears, overrides } = calendar
  switch (change.kind) {
    case 'hours':
      return { ...calendar, workingHours: change.hours }
    case 'add':
      return { ...calendar, overrides: [...overrides, change.override] }
    case 'remove': {
      const gone = canonicalJson(change.override)
      return { ...calendar, overrides: overrides.filter((override) => canonicalJson(override) !== gone) }
    }
    case 'import':
      return { ...calendar, publishedYears: [...without(publishedYears, change.notice.year), change.notice] }
    case 'forget':
      return { ...calendar, publishedYears: without(publishedYears, change.year) }
  }
}

function without(notices: CalendarFile['publishedYears'], forgotten: number): CalendarFile['publishedYears'] {
  return notices.filter(({ year }) => year !== forgotten)
}
