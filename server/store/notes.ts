import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseNote } from '../../shared/review/day/handOverNote'

/** Notes left with the case, oldest first; nothing where there are none. */
export async function readNotes(tx: Queryable, caseId: string): Promise<{ readonly notes?: CaseNote[] }> {
  const rows = await tx.query<{
    command_id: string
    round: number
    content: CaseNote['note']
    account_id: string
    display_name: string
    received_at: Date
  }>(
    `SELECT command_id, round, content, account_id, display_name, received_at
     FROM case_note JOIN account ON account.id = account_id
     WHERE case_id = $1 ORDER BY received_at, command_id`,
    [caseId],
  )
  const notes = rows.map((row) => ({
    id: row.command_id,
    round: row.round,
    note: row.content,
    by: { userId: row.account_id, displayName: row.display_name },
    receivedAt: row.received_at.toISOString(),
  }))
  return notes.length > 0 ? { notes } : {}
}

/** Keeps a note beside its case, whose row is locked by the caller. */
export async function insertNote(
  tx: Queryable,
  kept: Pick<CaseNote, 'id' | 'round' | 'note'> & { readonly caseId: string; readonly accountId: string },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_note (command_id, case_id, round, account_id, content, received_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [kept.id, kept.caseId, kept.round, kept.accountId, JSON.stringify(kept.note), isoInstant(now)],
  )
  await tx.query('UPDATE filing_case SET note_count = note_count + 1 WHERE id = $1', [kept.caseId])
}
