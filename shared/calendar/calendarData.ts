import { z } from 'zod'

/**
 * What a calendar is made of. All of it is data with a source: the State Council's yearly notice, the desk's hours,
 * and days on which this desk differs. These schemas are the edge at which an administrator's import is parsed.
 */

const namedDaySchema = z.strictObject({
  date: z.iso.date(),
  nameZh: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(60),
})
/** A day that a notice names, with the holiday it belongs to. */
export type NamedDay = Readonly<z.output<typeof namedDaySchema>>

/** One yearly notice. A New Year holiday can reach back into the last days of the year before. */
export const publishedYearSchema = z
  .strictObject({
    year: z.number().int().min(2004).max(2199),
    /** Title, date or address of the notice. */
    source: z.string().trim().min(1).max(300),
    /** Every day off that the notice names, weekends within it included. */
    daysOff: z.array(namedDaySchema).min(1).max(100).readonly(),
    /** Weekend days that are worked instead (调休). */
    makeUpDays: z.array(namedDaySchema).max(30).readonly(),
  })
  .refine(
    ({ year, daysOff, makeUpDays }) =>
      [...daysOff, ...makeUpDays].every(
        ({ date }) => date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`),
      ),
    { error: 'A notice names days of its own year or of the December before' },
  )
  .refine(
    ({ daysOff, makeUpDays }) => !makeUpDays.some(({ date }) => daysOff.some((off) => off.date === date)),
    { error: 'A day cannot be off and worked' },
  )
export type PublishedYear = Readonly<z.output<typeof publishedYearSchema>>

const clockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** Working hours of a day, in order and without overlap, `[{ from: '09:00', to: '12:00' }, …]`, China time. */
export const workingHoursSchema = z
  .array(z.strictObject({ from: clockTimeSchema, to: clockTimeSchema }))
  .min(1)
  .max(6)
  .readonly()
  .refine(
    (slots) =>
      slots.every((slot, index) => slot.from < slot.to && (slots[index - 1]?.to ?? '00:00') <= slot.from),
    { error: 'Hours must be in order and must not overlap' },
  )
export type WorkingHours = z.output<typeof workingHoursSchema>

/** Usual office hours; no provider or authority publishes those of its reviewers, so a desk sets its own. */
export const DEFAULT_WORKING_HOURS: WorkingHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
]

/** A span of days on which this desk differs from the published calendar; the last one that covers a day decides. */
export const calendarOverrideSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('closed'),
      from: z.iso.date(),
      to: z.iso.date(),
      /** Why, and who said so: shown beside the day. */
      reason: z.string().trim().min(1).max(200),
    }),
    z.strictObject({
      kind: z.literal('open'),
      from: z.iso.date(),
      to: z.iso.date(),
      reason: z.string().trim().min(1).max(200),
      /** Hours of these days; the usual ones when absent. */
      hours: workingHoursSchema.optional(),
    }),
  ])
  .refine(({ from, to }) => from <= to, { error: 'The span must not end before it starts' })
export type CalendarOverride = Readonly<z.output<typeof calendarOverrideSchema>>

/**
 * What a team's own calendar adds to the shipped one: notices that came later, the desk's hours, and the days on which
 * it differs. The file that an operator or supervisor keeps beside the server.
 */
export const calendarFileSchema = z.strictObject({
  format: z.literal('beian-desk/calendar'),
  version: z.literal(1),
  workingHours: workingHoursSchema.default(DEFAULT_WORKING_HOURS),
  publishedYears: z.array(publishedYearSchema).max(50).default([]).readonly(),
  overrides: z.array(calendarOverrideSchema).max(500).default([]).readonly(),
})
export type CalendarFile = Readonly<z.output<typeof calendarFileSchema>>
