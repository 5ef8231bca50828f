import { IS_CONTROL } from './controls'
import type { Queryable } from './database'
import { isoInstant } from '../system'
import { addDays, chinaDate, chinaInstant } from '../../shared/calendar/chinaTime'
import { CASE_STATES, isInReview } from '../../shared/filing/caseStates'
import {
  OLDEST_AGE,
  type BacklogFigure,
  type DayFigure,
  type LoadFigure,
} from '../../shared/protocol/figures'
import { may } from '../../shared/review/rights'
import { ROLES } from '../../shared/review/roles'

/** China keeps UTC+08:00 the whole year. */
const CHINA_DAY = "to_char((decided_at AT TIME ZONE 'UTC') + interval '8 hours', 'YYYY-MM-DD')"

/** Cases that wait for the desk, by division, days since they were submitted and stand to the deadline. */
export const BACKLOG_SQL = `
  SELECT province, least(greatest(ceil(extract(epoch FROM $2::timestamptz - submitted_at) / 86400) - 1, 0), ${String(OLDEST_AGE)})::int AS age,
    (count(*) FILTER (WHERE due_at < $3))::int AS overdue,
    (count(*) FILTER (WHERE due_at >= $3 AND due_at < $2))::int AS today,
    (count(*) FILTER (WHERE due_at >= $2))::int AS later
  FROM filing_case WHERE state = ANY ($1::text[]) AND NOT ${IS_CONTROL} GROUP BY 1, 2 ORDER BY 1, 2`

/** Passes and returns by China day. In time: before the deadline as it stood when they were made. */
export const DAYS_SQL = `
  SELECT ${CHINA_DAY} AS day,
    (count(*) FILTER (WHERE verdict = 'pass'))::int AS passed,
    (count(*) FILTER (WHERE verdict = 'return'))::int AS returned,
    (count(*) FILTER (WHERE due_at IS NOT NULL))::int AS timed,
    (count(*) FILTER (WHERE decided_at <= due_at))::int AS "inTime"
  FROM decision WHERE decided_at >= $1 AND decided_at < $2 AND verdict IN ('pass', 'return') GROUP BY 1 ORDER BY 1`

/** What open accounts have in their hands, and decided today and in seven days. */
export const LOAD_SQL = `
  WITH had AS (
    SELECT hold_account_id AS id, (count(*) FILTER (WHERE hold_kind = 'hold'))::int AS held,
      (count(*) FILTER (WHERE hold_kind = 'reservation'))::int AS reserved
    FROM filing_case WHERE hold_account_id IS NOT NULL AND hold_expires_at > $1 GROUP BY 1),
  made AS (
    SELECT account_id AS id, (count(*) FILTER (WHERE decided_at >= $2))::int AS today, count(*)::int AS week
    FROM decision WHERE decided_at >= $3 AND decided_at < $4 AND verdict IN ('pass', 'return') GROUP BY 1)
  SELECT account.id, display_name AS "displayName", role, coalesce(held, 0) AS held, coalesce(reserved, 0) AS reserved,
    coalesce(made.today, 0) AS "decidedToday", coalesce(week, 0) AS "decidedIn7Days"
  FROM account LEFT JOIN had USING (id) LEFT JOIN made USING (id)
  WHERE role = ANY ($5::text[]) AND (closed_at IS NULL OR week > 0 OR held > 0 OR reserved > 0)
  ORDER BY held DESC NULLS LAST, week DESC NULLS LAST, display_name`

export async function readBacklog(database: Queryable, now: number): Promise<readonly BacklogFigure[]> {
  return database.query<BacklogFigure>(BACKLOG_SQL, [
    CASE_STATES.filter((state) => isInReview(state)),
    isoInstant(startOf(addDays(chinaDate(now), 1))),
    isoInstant(now),
  ])
}

/** Days without a decision are not there. */
export async function readDays(database: Queryable, from: string, to: string): Promise<readonly DayFigure[]> {
  return database.query<DayFigure>(DAYS_SQL, [isoInstant(startOf(from)), isoInstant(startOf(addDays(to, 1)))])
}

export async function readLoad(database: Queryable, now: number): Promise<readonly LoadFigure[]> {
  const today = chinaDate(now)
  return database.query<LoadFigure>(LOAD_SQL, [
    isoInstant(now),
    isoInstant(startOf(today)),
    isoInstant(startOf(addDays(today, -6))),
    isoInstant(startOf(addDays(today, 1))),
    ROLES.filter((role) => may(role, 'draw')),
  ])
}

function startOf(date: string): number {
  return chinaInstant(date, 0)
}
