import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CallRecord, CallStand } from '../../shared/calls/callRecord'
import type { CaseCall } from '../../shared/protocol/calls'

/** The calls of a case in the order in which they were made; nothing where there are none. */
export async function readCalls(tx: Queryable, caseId: string): Promise<{ readonly calls?: CaseCall[] }> {
  const rows = await tx.query<{
    command_id: string
    round: number
    content: CallRecord
    account_id: string
    display_name: string
    received_at: Date
  }>(
    `SELECT command_id, round, content, account_id, display_name, received_at
     FROM case_call JOIN account ON account.id = account_id
     WHERE case_id = $1 ORDER BY started_at, received_at, command_id`,
    [caseId],
  )
  const calls = rows.map((row) => ({
    id: row.command_id,
    round: row.round,
    call: row.content,
    by: { userId: row.account_id, displayName: row.display_name },
    receivedAt: row.received_at.toISOString(),
  }))
  return calls.length > 0 ? { calls } : {}
}

/** Keeps a call beside its case, whose row is locked by the caller. */
export async function insertCall(
  tx: Queryable,
  kept: Pick<CaseCall, 'id' | 'round' | 'call'> & { readonly caseId: string; readonly accountId: string },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_call (command_id, case_id, round, account_id, content, started_at, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      kept.id,
      kept.caseId,
      kept.round,
      kept.accountId,
      JSON.stringify(kept.call),
      kept.call.startedAt,
      isoInstant(now),
    ],
  )
}

/** What the calls of the present round come to, for the queue. */
export async function storeCallStand(tx: Queryable, caseId: string, stand: CallStand | null): Promise<void> {
  await tx.query('UPDATE filing_case SET call_stand = $1 WHERE id = $2', [
    stand === null ? null : JSON.stringify(stand),
    caseId,
  ])
}
