import { caseSchema, currentRound, type Case } from '../../../shared/protocol/case'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

/** Whole cases, with personal data. */
export function createCaseQueries(db: WritableDb) {
  const select = prepareRead<{ readonly body: string }, { caseId: string }>(
    db,
    'SELECT body FROM filing_case WHERE case_id = :caseId',
  )
  const selectAll = prepareRead<{ readonly body: string }>(db, 'SELECT body FROM filing_case')
  const selectVersion = prepareRead<{ readonly version: number }, { caseId: string }>(
    db,
    'SELECT version FROM filing_case WHERE case_id = :caseId',
  )
  const upsert = prepareWrite<{
    caseId: string
    version: number
    round: number
    dueAt: number
    wasHeld: number
    body: string
    storedAt: number
  }>(
    db,
    `INSERT INTO filing_case (case_id, version, round, due_at, was_held, body, stored_at)
     VALUES (:caseId, :version, :round, :dueAt, :wasHeld, :body, :storedAt)
     ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, round = excluded.round,
       due_at = excluded.due_at, was_held = MAX(was_held, excluded.was_held), body = excluded.body,
       stored_at = MAX(stored_at, excluded.stored_at)`,
  )
  const markHeld = prepareWrite<{ caseId: string }>(
    db,
    'UPDATE filing_case SET was_held = 1 WHERE case_id = :caseId AND was_held = 0',
  )
  const remove = prepareWrite<{ caseId: string }>(db, 'DELETE FROM filing_case WHERE case_id = :caseId')
  const unsentWork = `SELECT 1 FROM outbox WHERE outbox.case_id = filing_case.case_id
    AND outbox.state IN ('queued', 'sending', 'refused')`
  const selectAbandoned = prepareRead<{ readonly caseId: string }, { wasHeld: number }>(
    db,
    `SELECT case_id AS caseId FROM filing_case
     WHERE was_held = :wasHeld
       AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.case_id = filing_case.case_id)
       AND NOT EXISTS (${unsentWork})
     ORDER BY case_id`,
  )
  const selectReadUntil = prepareRead<
    { readonly caseId: string; readonly storedAt: number },
    { storedAt: number }
  >(
    db,
    `SELECT case_id AS caseId, stored_at AS storedAt FROM filing_case
     WHERE was_held = 0 AND stored_at <= :storedAt
       AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.case_id = filing_case.case_id)
       AND NOT EXISTS (${unsentWork})
     ORDER BY case_id`,
  )
  const selectToFetch = prepareRead<{ readonly caseId: string }>(
    db,
    `SELECT hold.case_id AS caseId FROM hold
     LEFT JOIN filing_case USING (case_id)
     LEFT JOIN queue_row USING (case_id)
     LEFT JOIN queue_body USING (row_id)
     WHERE filing_case.case_id IS NULL OR queue_row.version > filing_case.version
       -- A blind case comes without what the queue counts, however often it is fetched.
       OR (filing_case.body ->> '$.blind' IS NULL AND (
         coalesce(queue_body.body ->> '$.openProposals', 0) <> (
           SELECT COUNT(*) FROM json_each(filing_case.body, '$.proposals') AS proposal
           WHERE proposal.value ->> '$.answer' IS NULL)
         OR coalesce(queue_body.body ->> '$.calls.recorded', 0) > (
           SELECT COUNT(*) FROM json_each(filing_case.body, '$.calls') AS made
           WHERE made.value ->> '$.round' = filing_case.round)
         OR coalesce(queue_body.body ->> '$.notes', 0) > coalesce(json_array_length(filing_case.body, '$.notes'), 0)))
     ORDER BY hold.kind = 'reservation', coalesce(queue_row.due_at, filing_case.due_at, 0), hold.case_id`,
  )

  return {
    find(caseId: string): Case | null {
      const row = select.get({ caseId })
      return row === undefined ? null : parseStored(caseSchema, row.body, 'filing_case.body')
    },
    all: (): readonly Case[] =>
      selectAll.all(NO_PARAMETERS).map((row) => parseStored(caseSchema, row.body, 'filing_case.body')),
    version(caseId: string): number | null {
      return selectVersion.get({ caseId })?.version ?? null
    },
    /** `storedAt`: epoch milliseconds; 0 when it is the case that is here, changed. */
    write(filingCase: Case, isHeld: boolean, storedAt = 0): void {
      upsert.run({
        caseId: filingCase.id,
        version: filingCase.version,
        round: currentRound(filingCase).round,
        dueAt: Date.parse(filingCase.dueAt),
        wasHeld: isHeld ? 1 : 0,
        body: JSON.stringify(filingCase),
        storedAt,
      })
    },
    markHeld(caseId: string): void {
      markHeld.run({ caseId })
    },
    remove(caseId: string): void {
      remove.run({ caseId })
    },
    /** Cases without a right to them and without unsent or refused work: once held, or only read. */
    abandoned(which: 'once-held' | 'only-read'): readonly string[] {
      return selectAbandoned.all({ wasHeld: which === 'once-held' ? 1 : 0 }).map((row) => row.caseId)
    },
    /** Cases that were only read, came no later than this, and have no work on them. */
    readUntil: (storedAt: number): ReadonlyArray<{ readonly caseId: string; readonly storedAt: number }> =>
      selectReadUntil.all({ storedAt }),
    /** Held cases whose data is missing or older than the queue knows. */
    toFetch(): readonly string[] {
      return selectToFetch.all(NO_PARAMETERS).map((row) => row.caseId)
    },
  }
}
