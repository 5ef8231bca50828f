import type { Queryable } from './database'

/** Who had a case under which token, as that person says. */
export interface ClaimedHold {
  readonly caseId: string
  readonly accountId: string
  readonly token: number
}

/** Whether this person was ever given this case under this token. */
export async function wasGiven(tx: Queryable, claimed: ClaimedHold): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM hold_grant WHERE token = $1 AND case_id = $2 AND account_id = $3',
    [claimed.token, claimed.caseId, claimed.accountId],
  )
  return rows.length > 0
}
