import { onlyRow, type Queryable } from './database'
import { CASE_STATES, isInReview } from '../../shared/filing/caseStates'

/** What the whole team's database holds, counted. */
interface TeamFigures {
  readonly cases: ReadonlyArray<{ readonly state: string; readonly count: number }>
  readonly overdue: number
  readonly holds: number
  readonly reservations: number
  readonly deliveriesWaiting: number
  readonly openProposals: number
  readonly auditEntries: number
}

/** Counts by the database's own clock: nothing depends on these figures. */
export async function readTeamFigures(database: Queryable): Promise<TeamFigures> {
  const inReview = CASE_STATES.filter((state) => isInReview(state))
  const cases = await database.query<{ state: string; count: number }>(
    'SELECT state, count(*) AS count FROM filing_case GROUP BY state ORDER BY state',
  )
  const others = onlyRow(
    await database.query<{
      overdue: number
      holds: number
      reservations: number
      deliveries: number
      proposals: number
      entries: number
    }>(
      `SELECT
         (SELECT count(*) FROM filing_case WHERE state = ANY ($1::text[]) AND due_at < now()) AS overdue,
         (SELECT count(*) FROM filing_case WHERE hold_kind = 'hold' AND hold_expires_at > now()) AS holds,
         (SELECT count(*) FROM filing_case WHERE hold_kind = 'reservation' AND hold_expires_at > now()) AS reservations,
         (SELECT count(*) FROM delivery WHERE delivered_at IS NULL) AS deliveries,
         (SELECT coalesce(sum(open_proposals), 0)::bigint FROM filing_case WHERE open_proposals > 0) AS proposals,
         (SELECT sequence FROM audit_head) AS entries`,
      [inReview],
    ),
  )
  return {
    cases,
    overdue: others.overdue,
    holds: others.holds,
    reservations: others.reservations,
    deliveriesWaiting: others.deliveries,
    openProposals: others.proposals,
    auditEntries: others.entries,
  }
}
