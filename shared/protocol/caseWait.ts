import { z } from 'zod'
import type { Case, TIMELINE_KINDS } from './case'
import { chinaDate } from '../calendar/chinaTime'
import { deadlineRule, expectedDays } from '../calendar/deadlines'
import { unpausedMinutes, type Pause } from '../calendar/pauses'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { workingMinutesBetween } from '../calendar/workingTime'
import { instantSchema } from '../domain/filing'
import type { CaseState } from '../filing/caseStates'

/**
 * Whom outside of the desk a filing waits for. The applicant: since when, how much working time of it, and how much the filing has spent
 * with anybody else. The administration: the working days between which its answer is to be expected.
 */
export const caseWaitSchema = z.discriminatedUnion('waitsFor', [
  z.strictObject({
    waitsFor: z.literal('applicant'),
    since: instantSchema,
    minutes: z.number().int().nonnegative(),
    elsewhere: z.number().int().nonnegative(),
  }),
  z.strictObject({
    waitsFor: z.literal('administration'),
    since: instantSchema,
    earliest: z.iso.date(),
    latest: z.iso.date(),
    /** False while a day on the way is not in a published notice. */
    confirmed: z.boolean(),
    isOver: z.boolean(),
  }),
])
export type CaseWait = z.output<typeof caseWaitSchema>

type Kind = (typeof TIMELINE_KINDS)[number]

/** From here on the applicant has to do something, until one of `BACK`. */
const WITH_APPLICANT: readonly Kind[] = ['returned', 'rejected', 'sms-failed', 'backdrop-sent']
const BACK: readonly Kind[] = ['resubmitted', 'photo-received', 'withdrawn']
const WAITS_FOR_APPLICANT: readonly CaseState[] = ['returned', 'rejected', 'awaiting-photo']
/** The latest of these begins the administration's time. */
const WITH_ADMINISTRATION: readonly Kind[] = ['submitted', 'sms-verified', 'administration-review-begun']
const WAITS_FOR_ADMINISTRATION: readonly CaseState[] = ['submitted', 'administration-review']

/** Whom the case waits for at the instant `now` (epoch ms), or null when that is nobody outside. */
export function caseWait(filingCase: Case, calendar: WorkingCalendar, now: number): CaseWait | null {
  const { state, timeline, rounds } = filingCase
  if (WAITS_FOR_ADMINISTRATION.includes(state)) {
    const begun = timeline.findLast(({ kind }) => WITH_ADMINISTRATION.includes(kind))
    if (begun === undefined) {
      return null
    }
    const on = chinaDate(Date.parse(begun.at))
    const { earliest, latest } = expectedDays(calendar, deadlineRule('administration-review', on), on)
    return {
      waitsFor: 'administration',
      since: begun.at,
      earliest: earliest.date,
      latest: latest.date,
      confirmed: earliest.confirmed && latest.confirmed,
      isOver: latest.date < chinaDate(now),
    }
  }
  const [first] = rounds
  const pauses = pausesOf(timeline)
  const present = pauses.at(-1)
  if (!WAITS_FOR_APPLICANT.includes(state) || first === undefined || present?.to !== null) {
    return null
  }
  const since = Math.min(present.from, now)
  const span = { from: Math.min(Date.parse(first.submittedAt), now), to: now }
  return {
    waitsFor: 'applicant',
    since: new Date(since).toISOString(),
    minutes: workingMinutesBetween(calendar, since, now).minutes,
    elsewhere: unpausedMinutes(calendar, span, pauses),
  }
}

/** Spans in which the applicant was waited for, in order; the last has no end while it lasts. */
function pausesOf(timeline: Case['timeline']): readonly Pause[] {
  const pauses: Pause[] = []
  for (const { kind, at } of timeline) {
    const last = pauses.at(-1)
    if (WITH_APPLICANT.includes(kind) && last?.to !== null) {
      pauses.push({ from: Date.parse(at), to: null })
    } else if (BACK.includes(kind) && last?.to === null) {
      pauses[pauses.length - 1] = { from: last.from, to: Date.parse(at) }
    }
  }
  return pauses
}
