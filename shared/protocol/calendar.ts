import { z } from 'zod'
import { calendarFileSchema } from '../calendar/calendarData'
import { calendarChangeSchema } from '../calendar/changeCalendar'
import { instantSchema } from '../domain/filing'

/** The team's own calendar as the server keeps it. See docs/calls.md. */

/** Changes of one sending, and how many of them may be notices, which are large. */
export const MOST_CALENDAR_CHANGES = 40
const MOST_IMPORTS = 5

/** How often the calendar was changed; 0: never. */
const revisionSchema = z.number().int().min(0).max(2_000_000_000)

/** `calendar` null: the team has none, and the published one counts. */
export const teamCalendarSchema = z.strictObject({
  revision: revisionSchema,
  calendar: calendarFileSchema.nullable(),
  /** Who changed it last, null for the operator's file; null as a whole where nobody has. */
  changed: z.strictObject({ by: z.string().nullable(), at: instantSchema }).nullable(),
})
export type TeamCalendar = z.output<typeof teamCalendarSchema>

/** `basis`: the revision that the changes were made on. With a later one in force they are refused as `conflict`. */
export const changeCalendarRequestSchema = z.strictObject({
  basis: revisionSchema,
  changes: z
    .array(calendarChangeSchema)
    .min(1)
    .max(MOST_CALENDAR_CHANGES)
    .refine((changes) => changes.filter(({ kind }) => kind === 'import').length <= MOST_IMPORTS, {
      error: 'Too many notices at once',
    }),
})
export type ChangeCalendarRequest = z.output<typeof changeCalendarRequestSchema>
