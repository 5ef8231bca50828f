import { z } from 'zod'
import { calendarFileSchema } from '../calendar/calendarData'
import { teamCalendarSchema } from '../protocol/calendar'

/** A feed has some hundred lines a year. */
export const MOST_FEED_BYTES = 256 * 1024

/**
 * The team's calendar for the screen. `in-force`: as the server has it now. `kept`: there is no network, and this is the one
 * that the desk counts by; it cannot be changed now.
 */
export const calendarViewSchema = z.discriminatedUnion('state', [
  teamCalendarSchema.extend({ state: z.literal('in-force') }),
  z.strictObject({ state: z.literal('kept'), calendar: calendarFileSchema.nullable() }),
])
export type CalendarView = z.output<typeof calendarViewSchema>

/** `overtaken`: somebody changed it meanwhile; nothing was changed, and this is what is in force. */
export const calendarChangedSchema = z.strictObject({
  outcome: z.enum(['changed', 'overtaken']),
  inForce: teamCalendarSchema,
})

/** The text of a file that the person chose; it is read where it is shown, in the page, which can do nothing else. */
export const feedFileSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['cancelled', 'too-large']) }),
  z.strictObject({ outcome: z.literal('chosen'), text: z.string().max(MOST_FEED_BYTES) }),
])
