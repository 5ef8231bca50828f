import type { CallPolicy } from './callPolicy'
import { isLadderEnded, mayCall, nextAttemptAt, type CallPermission, type CallTarget } from './mayCall'
import { chinaDate } from '../calendar/chinaTime'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { isInReview, type CaseState } from '../filing/caseStates'

/** Why somebody is to be called, the most pressing first; the last one is not to be called but decided. */
export const CALL_REASONS = [
  'sms-lapsing',
  'written-down',
  'call-back',
  'promise-passed',
  'try-again',
  'to-clear-up',
  'nobody-reached',
] as const
export type CallReason = (typeof CALL_REASONS)[number]

/** What the list goes by; instants are ISO-8601. */
export interface CallCandidate extends CallTarget {
  readonly state: CaseState
  readonly dueAt: string
  /** End of the SMS verification that is under way. */
  readonly smsDueAt: string | null
  /** The case is held here. */
  readonly isHeld: boolean
  /** Lines marked not ok in the draft of a case that is held here. */
  readonly notOk: number
}

export interface CallPlace {
  readonly reason: CallReason
  /** Since when, or from when on; epoch milliseconds. */
  readonly at: number
  /** Later: the time has not come. */
  readonly isLater: boolean
  readonly permission: CallPermission
  /** Of an SMS verification: which warning has been reached, from 1; 0 before the first. */
  readonly warning: number
}

const MS_PER_HOUR = 3_600_000

/** Why and when the case's applicant is to be called, or null when there is no reason. */
export function callPlace(
  candidate: CallCandidate,
  policy: CallPolicy,
  calendar: WorkingCalendar,
  now: number,
): CallPlace | null {
  const found = reasons(candidate, policy, calendar, now)
  const place = found.find(({ at }) => at <= now) ?? found.toSorted((one, other) => one.at - other.at)[0]
  if (place === undefined) {
    return null
  }
  return {
    ...place,
    isLater: place.at > now,
    permission: mayCall(candidate, policy, calendar, now),
    warning: smsWarning(candidate, policy, now),
  }
}

/** The order of the list: what is due by its reason, then by the case's own due time; what comes later by its time. */
export function compareCalls(
  one: { readonly place: CallPlace; readonly dueAt: string },
  other: { readonly place: CallPlace; readonly dueAt: string },
): number {
  if (one.place.isLater !== other.place.isLater) {
    return one.place.isLater ? 1 : -1
  }
  if (one.place.isLater) {
    return one.place.at - other.place.at
  }
  const byReason = CALL_REASONS.indexOf(one.place.reason) - CALL_REASONS.indexOf(other.place.reason)
  return byReason !== 0 ? byReason : Date.parse(one.dueAt) - Date.parse(other.dueAt)
}

/** In the order of `CALL_REASONS`. */
function reasons(
  candidate: CallCandidate,
  policy: CallPolicy,
  calendar: WorkingCalendar,
  now: number,
): ReadonlyArray<Pick<CallPlace, 'reason' | 'at'>> {
  const { calls, state } = candidate
  const found: Pick<CallPlace, 'reason' | 'at'>[] = []
  const smsEnd = state === 'sms-verification' ? candidate.smsDueAt : null
  if (smsEnd !== null) {
    const first = Math.max(...policy.smsWarningHours)
    found.push({ reason: 'sms-lapsing', at: Date.parse(smsEnd) - first * MS_PER_HOUR })
  }
  if (!isOpenToCalls(state)) {
    return found
  }
  const { callBackAt, promisedUntil } = calls ?? { callBackAt: null, promisedUntil: null }
  if (callBackAt !== null) {
    found.push({ reason: 'call-back', at: Date.parse(callBackAt) })
  }
  if (promisedUntil !== null && promisedUntil < chinaDate(now)) {
    found.push({ reason: 'promise-passed', at: now })
  }
  if (isLadderEnded(calls, policy)) {
    found.push({ reason: 'nobody-reached', at: now })
    return found
  }
  const retryAt = nextAttemptAt(calls, policy, calendar)
  if (retryAt !== null) {
    found.push({ reason: 'try-again', at: retryAt })
  } else if (candidate.isHeld && candidate.notOk > 0 && calls?.reached !== true) {
    found.push({ reason: 'to-clear-up', at: now })
  }
  return found
}

/** Waits for us or for the applicant; afterwards there is nothing to talk about. */
function isOpenToCalls(state: CaseState): boolean {
  return (
    isInReview(state) ||
    ['returned', 'awaiting-backdrop', 'awaiting-photo', 'sms-verification'].includes(state)
  )
}

function smsWarning({ state, smsDueAt }: CallCandidate, policy: CallPolicy, now: number): number {
  if (state !== 'sms-verification' || smsDueAt === null) {
    return 0
  }
  const hoursLeft = (Date.parse(smsDueAt) - now) / MS_PER_HOUR
  return policy.smsWarningHours.filter((hours) => hoursLeft <= hours).length
}
