import { draftSchema, type Draft } from '../../../shared/ipc/models'
import { prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

interface StoredDraft {
  readonly draft: Draft
  readonly savedAt: string
  /** The decision that it went into; null when it was saved since. */
  readonly decidedBy: string | null
}

export const EMPTY_DRAFT: Draft = { answers: [], reasons: [], internalNote: '' }

/** Unfinished work, one draft a round of a case. */
export function createDraftQueries(db: WritableDb) {
  const select = prepareRead<
    { readonly body: string } & Pick<StoredDraft, 'savedAt' | 'decidedBy'>,
    { caseId: string; round: number }
  >(
    db,
    `SELECT body, saved_at AS savedAt, decided_by AS decidedBy FROM draft
     WHERE case_id = :caseId AND round = :round`,
  )
  const upsert = prepareWrite<{ caseId: string; round: number; body: string; savedAt: string }>(
    db,
    `INSERT INTO draft (case_id, round, body, saved_at) VALUES (:caseId, :round, :body, :savedAt)
     ON CONFLICT (case_id, round) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at, decided_by = NULL`,
  )
  const updateDecided = prepareWrite<{ caseId: string; round: number; commandId: string }>(
    db,
    'UPDATE draft SET decided_by = :commandId WHERE case_id = :caseId AND round = :round',
  )
  const remove = prepareWrite<{ caseId: string; round: number }>(
    db,
    'DELETE FROM draft WHERE case_id = :caseId AND round = :round',
  )
  // A draft is moot once its round is over. One whose case is still held or whose decision is unsent is never touched.
  const removeMoot = prepareWrite<{ caseId: string }>(
    db,
    `DELETE FROM draft WHERE case_id = :caseId
       AND EXISTS (SELECT 1 FROM queue_row WHERE queue_row.case_id = draft.case_id
         AND (queue_row.round > draft.round
           OR queue_row.state NOT IN ('pending-review', 'escalated', 'photo-review')))
       AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.case_id = draft.case_id)
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.case_id = draft.case_id
         AND outbox.state IN ('queued', 'sending', 'refused'))`,
  )

  return {
    find(caseId: string, round: number): StoredDraft | null {
      const row = select.get({ caseId, round })
      if (row === undefined) {
        return null
      }
      const { body, savedAt, decidedBy } = row
      return { draft: parseStored(draftSchema, body, 'draft.body'), savedAt, decidedBy }
    },
    write(caseId: string, round: number, draft: Draft, savedAt: string): void {
      upsert.run({ caseId, round, body: JSON.stringify(draft), savedAt })
    },
    /** The draft as it is went into this decision. */
    markDecided(caseId: string, round: number, commandId: string): void {
      updateDecided.run({ caseId, round, commandId })
    },
    remove(caseId: string, round: number): void {
      remove.run({ caseId, round })
    },
    removeMoot(caseId: string): void {
      removeMoot.run({ caseId })
    },
  }
}
