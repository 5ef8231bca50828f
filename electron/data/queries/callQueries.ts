import { callDraftSchema, type CallDraft } from '../../../shared/calls/callRecord'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

interface StoredDraft {
  readonly draft: CallDraft
  readonly round: number
  readonly holdToken: number | null
  readonly savedAt: string
}

/** Drafts of calls, and which cases there may be a reason to call about. */
export function createCallQueries(db: WritableDb) {
  const select = prepareRead<
    {
      readonly round: number
      readonly holdToken: number | null
      readonly body: string
      readonly savedAt: string
    },
    { caseId: string }
  >(
    db,
    `SELECT round, hold_token AS holdToken, body, saved_at AS savedAt FROM call_draft WHERE case_id = :caseId`,
  )
  const upsert = prepareWrite<{
    caseId: string
    round: number
    holdToken: number | null
    body: string
    savedAt: string
  }>(
    db,
    `INSERT INTO call_draft (case_id, round, hold_token, body, saved_at)
     VALUES (:caseId, :round, :holdToken, :body, :savedAt)
     ON CONFLICT (case_id) DO UPDATE SET round = excluded.round,
       hold_token = coalesce(excluded.hold_token, hold_token), body = excluded.body, saved_at = excluded.saved_at`,
  )
  const remove = prepareWrite<{ caseId: string }>(db, 'DELETE FROM call_draft WHERE case_id = :caseId')
  const removeMoot = prepareWrite<{ caseId: string }>(
    db,
    `DELETE FROM call_draft WHERE case_id = :caseId AND EXISTS (SELECT 1 FROM queue_row
       WHERE queue_row.case_id = call_draft.case_id AND queue_row.state IN ('approved', 'rejected', 'withdrawn'))`,
  )
  const selectCandidates = prepareRead<{ readonly caseId: string }>(
    db,
    `SELECT case_id AS caseId FROM queue_row JOIN queue_body USING (row_id) WHERE body ->> '$.calls' IS NOT NULL
     UNION SELECT case_id FROM queue_row WHERE decided_here IN (0, 1) AND state = 'sms-verification'
     UNION SELECT case_id FROM hold WHERE kind = 'hold'
     UNION SELECT case_id FROM call_draft`,
  )

  return {
    draftOf(caseId: string): StoredDraft | null {
      const row = select.get({ caseId })
      return row === undefined
        ? null
        : { ...row, draft: parseStored(callDraftSchema, row.body, 'call_draft.body') }
    },
    writeDraft(caseId: string, { draft, round, holdToken, savedAt }: StoredDraft): void {
      upsert.run({ caseId, round, holdToken, body: JSON.stringify(draft), savedAt })
    },
    removeDraft(caseId: string): void {
      remove.run({ caseId })
    },
    /** A case that is closed is called about no more. */
    removeMoot(caseId: string): void {
      removeMoot.run({ caseId })
    },
    candidates: (): readonly string[] => selectCandidates.all(NO_PARAMETERS).map((row) => row.caseId),
  }
}
