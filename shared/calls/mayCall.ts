import type { CallPolicy } from './callPolicy'
import type { CallStand } from './callRecord'
import { chinaTimeOfDay, chinaInstant, chinaDate } from '../calendar/chinaTime'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { addWorkingMinutes, workingStateAt } from '../calendar/workingTime'

export const CALL_BARS = ['lunch', 'closed', 'holiday', 'province-hours', 'too-soon', 'ladder-ended'] as const
export type CallBar = (typeof CALL_BARS)[number]

/** `nextAt` (epoch ms): when the bar is gone; null when it is not by waiting. */
export type CallPermission =
  { readonly may: true } | { readonly may: false; readonly bar: CallBar; readonly nextAt: number | null }

/** What is known of an applicant whom somebody wants to call. */
export interface CallTarget {
  readonly province: string
  readonly calls: CallStand | null
}

const MS_PER_MINUTE = 60_000
const MOST_DAYS_AHEAD = 40

/**
 * Whether the applicant may be called at the instant `now` (epoch ms). A time that the applicant has named goes before
 * habits of the province, pauses and the end of the ladder; working time is kept always.
 */
export function mayCall(
  { province, calls }: CallTarget,
  policy: CallPolicy,
  calendar: WorkingCalendar,
  now: number,
): CallPermission {
  const { state, nextOpeningAt } = workingStateAt(calendar, now)
  if (state !== 'open') {
    return { may: false, bar: state, nextAt: nextOpeningAt }
  }
  if (isAgreed(calls, now)) {
    return { may: true }
  }
  if (isLadderEnded(calls, policy)) {
    return { may: false, bar: 'ladder-ended', nextAt: null }
  }
  const retryAt = nextAttemptAt(calls, policy, calendar)
  if (retryAt !== null && retryAt > now) {
    return { may: false, bar: 'too-soon', nextAt: windowFrom(province, policy, calendar, retryAt) }
  }
  const opensAt = windowFrom(province, policy, calendar, now)
  return opensAt === now ? { may: true } : { may: false, bar: 'province-hours', nextAt: opensAt }
}

/** Whether nobody was reached by the last call that the policy knows. */
export function isLadderEnded(calls: CallStand | null, { ladder }: CallPolicy): boolean {
  return (calls?.unanswered ?? 0) > ladder.pausesInWorkingMinutes.length
}

/** When the next try is due after an unanswered call; null when none is waited for. */
export function nextAttemptAt(
  calls: CallStand | null,
  { ladder }: CallPolicy,
  calendar: WorkingCalendar,
): number | null {
  const pause = ladder.pausesInWorkingMinutes[(calls?.unanswered ?? 0) - 1]
  return calls === null || pause === undefined
    ? null
    : addWorkingMinutes(calendar, Date.parse(calls.lastAt), pause).at
}

function isAgreed(calls: CallStand | null, now: number): boolean {
  const agreedAt = calls?.callBackAt ?? null
  return agreedAt !== null && Date.parse(agreedAt) <= now
}

/** The first instant from `from` on that is working time here and usual in the province. */
function windowFrom(
  province: string,
  { provinces }: CallPolicy,
  calendar: WorkingCalendar,
  from: number,
): number | null {
  const habit = provinces.find((candidate) => candidate.province === province)
  let at = from
  for (let tried = 0; tried < MOST_DAYS_AHEAD; tried += 1) {
    const working = workingStateAt(calendar, at)
    const open = working.state === 'open' ? at : working.nextOpeningAt
    const usual = habit === undefined ? open : usualFrom(habit.hours, open)
    if (usual === open) {
      return open
    }
    at = usual
  }
  return null
}

type Hours = CallPolicy['provinces'][number]['hours']

/** The first instant from `at` on within these hours of the day. */
function usualFrom(hours: Hours, at: number): number {
  const minute = chinaTimeOfDay(at) / MS_PER_MINUTE
  const slot = hours.find(({ to }) => minute < minuteOf(to))
  const date = chinaDate(at)
  if (slot !== undefined) {
    return Math.max(at, chinaInstant(date, minuteOf(slot.from)))
  }
  const [first] = hours
  return chinaInstant(date, 24 * 60 + minuteOf(first?.from ?? '00:00'))
}

function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5))
}
