import type { Queryable } from './database'
import type { Holder } from './holds'
import { isoInstant } from '../system'

/**
 * Whether the person may read a whole case: `held` with a live hold or reservation, `supervised` by role alone.
 */
export async function readRight(
  database: Queryable,
  person: Holder,
  caseId: string,
  now: number,
): Promise<'held' | 'supervised' | 'forbidden' | 'not-found'> {
  const [row] = await database.query<{ held: boolean }>(
    'SELECT coalesce(hold_account_id = $2 AND hold_expires_at > $3, false) AS held FROM filing_case WHERE id = $1',
    [caseId, person.id, isoInstant(now)],
  )
  if (!row) {
    return 'not-found'
  }
  if (row.held) {
    return 'held'
  }
  return person.role === 'supervisor' ? 'supervised' : 'forbidden'
}
