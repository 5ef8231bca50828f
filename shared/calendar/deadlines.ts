import { z } from 'zod'
import table from '../../resources/deadlines/deadlines.json' with { type: 'json' }
import { chinaDate, chinaInstant, chinaTimeOfDay } from './chinaTime'
import type { CalendarDay, WorkingCalendar } from './workingCalendar'
import { addWorkingDays, workingMinutesBetween, type WorkingDate, type WorkingInstant } from './workingTime'

const DEADLINE_IDS = ['provider-review', 'administration-review'] as const
type DeadlineId = (typeof DEADLINE_IDS)[number]

const deadlinesSchema = z.strictObject({
  format: z.literal('beian-desk/deadlines'),
  version: z.literal(1),
  deadlines: z.array(
    z
      .strictObject({
        id: z.enum(DEADLINE_IDS),
        from: z.iso.date(),
        /** Last day on which it counts; null while it does. */
        to: z.iso.date().nullable(),
        workingDays: z.strictObject({
          least: z.number().int().positive(),
          most: z.number().int().positive(),
        }),
        source: z.string().min(1),
      })
      .refine(({ workingDays }) => workingDays.least <= workingDays.most, {
        error: 'A time limit has its least before its most',
      }),
  ),
})

/** A time limit in working days with the place that states it: what is usual at least, and the limit itself. */
export type DeadlineRule = Readonly<z.output<typeof deadlinesSchema>['deadlines'][number]>

const DEADLINES: readonly DeadlineRule[] = deadlinesSchema.parse(table).deadlines

/** The time limit of that kind on this China date; before the first one that is known, that one. */
export function deadlineRule(id: DeadlineId, on: string): DeadlineRule {
  const known = DEADLINES.filter((rule) => rule.id === id)
  const rule = known.find(({ from, to }) => from <= on && (to === null || on <= to)) ?? known[0]
  if (rule === undefined) {
    throw new Error(`No time limit ${id} is known`)
  }
  return rule
}

/** The days between which an answer is to be expected, when everything was complete on this date. */
export function expectedDays(
  calendar: WorkingCalendar,
  { workingDays }: DeadlineRule,
  completeOn: string,
): { readonly earliest: WorkingDate; readonly latest: WorkingDate } {
  return {
    earliest: addWorkingDays(calendar, completeOn, workingDays.least),
    latest: addWorkingDays(calendar, completeOn, workingDays.most),
  }
}

export interface Countdown {
  readonly late: boolean
  /** Working minutes left, or overdue when late; whole and never negative. */
  readonly minutes: number
  readonly confirmed: boolean
}

const MS_PER_MINUTE = 60_000

/**
 * When a task received at this instant is due: so many working days later at the same wall time. Wall time outside
 * the hours of the due day moves to the next opening of that day, or to its closing when there is none. What arrives
 * on a day that is not worked has its last day whole, so it is due at that day's closing.
 * With equal hours on all days every task has exactly `workingDays.most` times a day's working minutes.
 */
export function dueAt(calendar: WorkingCalendar, rule: DeadlineRule, receivedAt: number): WorkingInstant {
  const received = calendar.day(chinaDate(receivedAt))
  const last = addWorkingDays(calendar, received.date, rule.workingDays.most)
  const lastDay = calendar.day(last.date)
  const minute =
    received.slots.length > 0
      ? clampToHours(chinaTimeOfDay(receivedAt) / MS_PER_MINUTE, lastDay)
      : closingOf(lastDay)
  return { at: chinaInstant(last.date, minute), confirmed: received.confirmed && last.confirmed }
}

/** How much working time is left until `due`, or has passed since, at the instant `now`. */
export function countdown(calendar: WorkingCalendar, due: WorkingInstant, now: number): Countdown {
  const { minutes, confirmed } = workingMinutesBetween(calendar, now, due.at)
  return { late: now > due.at, minutes: Math.abs(minutes), confirmed: confirmed && due.confirmed }
}

function clampToHours(minute: number, day: CalendarDay): number {
  const slot = day.slots.find(({ to }) => minute <= to)
  return slot === undefined ? closingOf(day) : Math.max(minute, slot.from)
}

function closingOf(day: CalendarDay): number {
  return Math.max(...day.slots.map(({ to }) => to))
}
