import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import { MOST_LEFT_NOTES, type OnShift } from '../../shared/protocol/onShift'

/** Not those of a second review: there a note tells who decided first, whom the second reviewer is not to know. */
const SHOWN_STATES: readonly CaseState[] = ['pending-review', 'escalated', 'photo-review']

/**
 * The newest hand-over note of the round, of each case that somebody else has by now, or nobody; newest first. `holderId`: of that
 * person's cases alone, null for all. `now`: epoch ms.
 */
export async function readLeftNotes(
  database: Queryable,
  holderId: string | null,
  now: number,
): Promise<OnShift['notes']> {
  const rows = await database.query<{
    case_id: string
    order_number: string
    author: string
    holder: string | null
    received_at: Date
  }>(
    `SELECT case_id, order_number, author.display_name AS author, holder.display_name AS holder, received_at
     FROM filing_case
     JOIN LATERAL (
       SELECT case_id, account_id, received_at FROM case_note
       WHERE case_id = filing_case.id AND round = filing_case.round ORDER BY received_at DESC, command_id DESC LIMIT 1
     ) AS note ON true
     JOIN account AS author ON author.id = note.account_id
     LEFT JOIN account AS holder
       ON holder.id = hold_account_id AND hold_kind = 'hold' AND hold_expires_at > $1
     WHERE note_count > 0 AND state = ANY ($2::text[]) AND ($3::uuid IS NULL OR holder.id = $3::uuid)
       AND author.id IS DISTINCT FROM holder.id
     ORDER BY received_at DESC, case_id LIMIT ${MOST_LEFT_NOTES}`,
    [isoInstant(now), SHOWN_STATES, holderId],
  )
  return rows.map((row) => ({
    caseId: row.case_id,
    orderNumber: row.order_number,
    from: row.author,
    holder: row.holder,
    leftAt: row.received_at.toISOString(),
  }))
}
