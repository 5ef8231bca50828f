import type { Queryable } from './database'
import type { Holder } from './heldCases'
import { isoInstant } from '../system'
import { may } from '../../shared/review/rights'

/**
 * Whether the person may read a whole case: `held` with a live hold or reservation, `supervised` by right alone.
 */
export async function readRight(
  database: Queryable,
  person: Holder,
  caseId: string,
  now: number,
): Promise<'held' | 'supervised' | 'forbidden' | 'not-found'> {
  const [row] = await database.query<{ held: boolean }>(
    'SELECT coalesce(hold_account_id = $2 AND hold_expires_at > $3, false) AS held FROM filing_case WHERE id = $1 AND purged_at IS NULL',
    [caseId, person.id, isoInstant(now)],
  )
  if (!row) {
    return 'not-found'
  }
  if (row.held) {
    return 'held'
  }
  return may(person.role, 'read-any-case') ? 'supervised' : 'forbidden'
}
