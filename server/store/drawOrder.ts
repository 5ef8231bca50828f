import type { SqlValue } from './database'
import { HOLD_BEFORE } from './heldCases'
import { isoInstant } from '../system'
import type { WorkingCalendar } from '../../shared/calendar/workingCalendar'
import { addWorkingMinutes, workingStateAt } from '../../shared/calendar/workingTime'

/**
 * Working minutes within which a case counts as due soon: Tencent's reviewers call a second time after about an hour,
 * so a case that needs both calls can still be finished in twice that.
 */
const SOON_MINUTES = 120

/** What the order of the next case depends on besides the cases, at one instant. */
export interface DrawTerms {
  /** Epoch milliseconds. */
  readonly now: number
  /** Instant up to which a case that is due counts as due soon, in working time. */
  readonly soon: number
  /** Whether applicants can be telephoned now. */
  readonly callable: boolean
  readonly calendar: WorkingCalendar
}

/** The terms of this instant (epoch ms) by the calendar of the desk. */
export function drawTermsAt(calendar: WorkingCalendar, now: number): DrawTerms {
  const soon = addWorkingMinutes(calendar, now, SOON_MINUTES).at
  return { now, soon, callable: workingStateAt(calendar, now).state === 'open', calendar }
}

/** Values of the placeholders $5, $6 and $7 of `nextCases`, in their order. */
export function drawOrderValues(
  { soon, callable }: DrawTerms,
  provinces: readonly string[] | undefined,
): readonly SqlValue[] {
  return [isoInstant(soon), callable, provinces ?? null]
}

/**
 * Review order. What must be settled above comes first, then applicants who wait for their photo. Then by how little
 * working time is left: late, due soon, the rest. Among those alike in that: provinces of the person, then what fits
 * the hour, which is filings with an earlier return or escalation while their applicants can be telephoned and the
 * others while they cannot, and last the due time itself.
 */
const DRAW_ORDER = `CASE state WHEN 'escalated' THEN 0 WHEN 'second-review' THEN 1 WHEN 'photo-review' THEN 2 ELSE 3 END,
  CASE WHEN due_at <= $2 THEN 0 WHEN due_at <= $5 THEN 1 ELSE 2 END,
  CASE WHEN $7::text[] IS NULL OR province = ANY ($7::text[]) THEN 0 ELSE 1 END,
  CASE WHEN (earlier_returns + escalations > 0) = $6::boolean THEN 0 ELSE 1 END,
  due_at, order_number`

/** Of each state only so many cases that are due first are compared: a draw reads as much of a long queue as of a short one. */
export const DRAW_WINDOW = 400
/** Cases that may just be taken by others before a draw looks further. */
const TAKEN_MEANWHILE = 50

/**
 * Statement part `next (id)`: the next cases in review order, locked; what somebody else is just taking is passed over.
 * `isFree` is the condition under which a case may be taken, asked again on its newest version once it is locked.
 * $1 person, $2 now, $3 states, $5 end of what is due soon, $6 whether applicants can be telephoned, $7 provinces of
 * the person or null, $8 `DRAW_WINDOW` or null for all, $9 how many.
 */
export function nextCases(isFree: string): string {
  return `candidate AS MATERIALIZED (
      SELECT first.* FROM unnest($3::text[]) AS offered (name) CROSS JOIN LATERAL (
        SELECT id, state, due_at, province, earlier_returns, escalations, order_number FROM filing_case
        WHERE state = offered.name AND ${isFree} ORDER BY due_at, order_number LIMIT $8::bigint) AS first
    ), near AS MATERIALIZED (
      SELECT id FROM candidate ORDER BY ${DRAW_ORDER}
      LIMIT CASE WHEN $8::bigint IS NULL THEN NULL ELSE $9::bigint + ${TAKEN_MEANWHILE} END
    ), next AS MATERIALIZED (
      SELECT id, ${HOLD_BEFORE} FROM filing_case WHERE id = ANY (ARRAY(SELECT id FROM near))
        AND state = ANY ($3::text[]) AND ${isFree}
      ORDER BY ${DRAW_ORDER} LIMIT $9::bigint FOR UPDATE SKIP LOCKED
    )`
}
