import { outboxItemSchema, type OutboxItem } from '../../../shared/ipc/result'
import { commandSchema, type Command, type CommandOutcome } from '../../../shared/protocol/commands'
import { proposalFateSchema, type ProposalFate } from '../../../shared/protocol/proposals'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

type OutboxState = OutboxItem['state']

/** How many applied commands stay in the list, without their content. */
const APPLIED_KEPT = 200
const APPLIED_SHOWN = 50

interface OutboxRow extends Omit<OutboxItem, 'late' | 'nextTryAt'> {
  readonly round: number
  readonly kept: string | null
  readonly fateJson: string | null
  readonly nextTryAt: number | null
  readonly command: string | null
}

const fateSchema = proposalFateSchema.shape.answer
const ITEM = `SELECT id, case_id AS caseId, order_number AS orderNumber, kind, verdict, state,
  recorded_at AS recordedAt, attempts, refusal, kept, fate_json AS fateJson,
  next_try_at AS nextTryAt, round, command_json AS command FROM outbox`

/** A command in the outbox with the round it is about. `command` is null once it has been applied. */
export interface StoredCommand {
  readonly item: OutboxItem
  readonly round: number
  readonly command: Command | null
}

/** Commands on their way to the server. */
export function createOutboxQueries(db: WritableDb) {
  const selectOne = prepareRead<OutboxRow, { id: string }>(db, `${ITEM} WHERE id = :id`)
  const selectWaiting = prepareRead<OutboxRow>(
    db,
    `${ITEM} WHERE state IN ('queued', 'sending', 'refused') ORDER BY sequence`,
  )
  const selectApplied = prepareRead<OutboxRow, { limit: number }>(
    db,
    `${ITEM} WHERE state = 'applied' ORDER BY sequence DESC LIMIT :limit`,
  )
  const selectOfCase = prepareRead<OutboxRow, { caseId: string }>(
    db,
    `${ITEM} WHERE case_id = :caseId AND state IN ('queued', 'sending', 'refused') ORDER BY sequence`,
  )
  const insert = prepareWrite<{
    id: string
    kind: string
    caseId: string
    round: number
    orderNumber: string
    verdict: string | null
    commandJson: string
    recordedAt: string
  }>(
    db,
    `INSERT INTO outbox (id, kind, case_id, round, order_number, verdict, command_json, state, recorded_at)
     VALUES (:id, :kind, :caseId, :round, :orderNumber, :verdict, :commandJson, 'queued', :recordedAt)`,
  )
  // The oldest waiting command of each case that has none under way.
  const selectSendable = prepareRead<{ readonly id: string }, { limit: number; now: number | null }>(
    db,
    `SELECT id FROM outbox WHERE state = 'queued'
       AND (next_try_at IS NULL OR :now IS NULL OR next_try_at <= :now)
       AND NOT EXISTS (SELECT 1 FROM outbox earlier WHERE earlier.case_id = outbox.case_id
         AND (earlier.state = 'sending' OR (earlier.state = 'queued' AND earlier.sequence < outbox.sequence)))
     ORDER BY sequence LIMIT :limit`,
  )
  const markSending = prepareWrite<{ id: string }>(
    db,
    `UPDATE outbox SET state = 'sending', next_try_at = NULL WHERE id = :id AND state = 'queued'`,
  )
  const requeue = prepareWrite<{ id: string }>(
    db,
    `UPDATE outbox SET state = 'queued', attempts = attempts + 1 WHERE id = :id AND state = 'sending'`,
  )
  const defer = prepareWrite<{ id: string; nextTryAt: number }>(
    db,
    `UPDATE outbox SET state = 'queued', attempts = attempts + 1, next_try_at = :nextTryAt
     WHERE id = :id AND state = 'sending'`,
  )
  const forgetNextTries = prepareWrite(
    db,
    `UPDATE outbox SET next_try_at = NULL WHERE state = 'queued' AND next_try_at IS NOT NULL`,
  )
  const requeueAll = prepareWrite(db, `UPDATE outbox SET state = 'queued' WHERE state = 'sending'`)
  const markApplied = prepareWrite<{ id: string; caseVersion: number }>(
    db,
    `UPDATE outbox SET state = 'applied', case_version = :caseVersion, command_json = NULL, refusal = NULL
     WHERE id = :id AND state <> 'applied'`,
  )
  const markRefused = prepareWrite<{ id: string; code: string; kept: string | null }>(
    db,
    `UPDATE outbox SET state = 'refused', refusal = :code, kept = :kept, attempts = attempts + 1
     WHERE id = :id AND state IN ('queued', 'sending')`,
  )
  const setFate = prepareWrite<{ id: string; fateJson: string }>(
    db,
    `UPDATE outbox SET fate_json = :fateJson WHERE id = :id AND kept = 'proposal' AND fate_json IS NULL`,
  )
  const selectAnswering = prepareRead<{ readonly id: string }, { proposalId: string }>(
    db,
    `SELECT id FROM outbox WHERE kind = 'answer-proposal' AND state IN ('queued', 'sending')
       AND command_json ->> '$.proposalId' = :proposalId`,
  )
  const countUnanswered = prepareRead<{ readonly count: number }>(
    db,
    `SELECT COUNT(*) AS count FROM outbox WHERE state = 'refused' AND kept = 'proposal' AND fate_json IS NULL`,
  )
  const removeRefused = prepareWrite<{ id: string }>(
    db,
    `DELETE FROM outbox WHERE id = :id AND state = 'refused'`,
  )
  const forgetOldest = prepareWrite<{ kept: number }>(
    db,
    `DELETE FROM outbox WHERE state = 'applied' AND sequence NOT IN (
       SELECT sequence FROM outbox WHERE state = 'applied' ORDER BY sequence DESC LIMIT :kept)`,
  )
  const countStates = prepareRead<{ readonly state: OutboxState; readonly count: number }>(
    db,
    'SELECT state, COUNT(*) AS count FROM outbox GROUP BY state',
  )

  return {
    add(command: Command, about: { readonly round: number; readonly orderNumber: string }): void {
      insert.run({
        id: command.id,
        kind: command.kind,
        caseId: command.caseId,
        round: about.round,
        orderNumber: about.orderNumber,
        verdict: command.kind === 'decide' ? command.decision.verdict : null,
        commandJson: JSON.stringify(commandSchema.parse(command)),
        recordedAt: command.recordedAt,
      })
    },
    find(id: string): StoredCommand | null {
      const row = selectOne.get({ id })
      return row === undefined ? null : toStoredCommand(row)
    },
    /** Everything that waits, oldest first, then the latest applied ones. */
    list(): readonly OutboxItem[] {
      return [...selectWaiting.all(NO_PARAMETERS), ...selectApplied.all({ limit: APPLIED_SHOWN })].map(toItem)
    },
    /** Everything that waits or was refused, oldest first. */
    waiting: (): readonly StoredCommand[] => selectWaiting.all(NO_PARAMETERS).map(toStoredCommand),
    /** What waits or was refused on this case. */
    ofCase(caseId: string): readonly StoredCommand[] {
      return selectOfCase.all({ caseId }).map(toStoredCommand)
    },
    hasUnsentWork(caseId: string): boolean {
      return selectOfCase.get({ caseId }) !== undefined
    },
    /** Without `now`: also what is to be tried later. */
    sendable(limit: number, now: number | null): readonly string[] {
      return selectSendable.all({ limit, now }).map((row) => row.id)
    },
    markSending: (id: string): boolean => markSending.run({ id }) === 1,
    requeue: (id: string): boolean => requeue.run({ id }) === 1,
    /** The server could not answer it; `nextTryAt` in epoch milliseconds. */
    defer: (id: string, nextTryAt: number): boolean => defer.run({ id, nextTryAt }) === 1,
    /** The person asked: nothing waits for its next try. */
    retryAll(): void {
      forgetNextTries.run(NO_PARAMETERS)
    },
    /** What was being sent when the application ended: the server knows the same command by its id. */
    requeueInterrupted(): void {
      requeueAll.run(NO_PARAMETERS)
    },
    markApplied(id: string, caseVersion: number): boolean {
      const isChanged = markApplied.run({ id, caseVersion }) === 1
      forgetOldest.run({ kept: APPLIED_KEPT })
      return isChanged
    },
    markRefused: (id: string, refused: Extract<CommandOutcome, { outcome: 'refused' }>): boolean =>
      markRefused.run({ id, code: refused.code, kept: refused.kept ?? null }) === 1,
    /** True when a late decision is here that had no fate yet. */
    storeFate: (id: string, fate: ProposalFate['answer']): boolean =>
      setFate.run({ id, fateJson: JSON.stringify(fate) }) === 1,
    unansweredLate: (): number => countUnanswered.get(NO_PARAMETERS)?.count ?? 0,
    /** Whether an answer to this late decision is on its way. */
    answersTo: (proposalId: string): boolean => selectAnswering.get({ proposalId }) !== undefined,
    removeRefused: (id: string): boolean => removeRefused.run({ id }) === 1,
    count(...states: readonly OutboxState[]): number {
      return countStates
        .all(NO_PARAMETERS)
        .filter((row) => states.includes(row.state))
        .reduce((sum, row) => sum + row.count, 0)
    },
  }
}

function toItem(row: OutboxRow): OutboxItem {
  const { id, caseId, orderNumber, kind, verdict, state, recordedAt, attempts, refusal, fateJson } = row
  const answer = fateJson === null ? null : parseStored(fateSchema, fateJson, 'outbox.fate_json')
  return outboxItemSchema.parse({
    id,
    caseId,
    orderNumber,
    kind,
    verdict,
    state,
    recordedAt,
    attempts,
    refusal,
    ...(row.kept === null ? {} : { late: { answer } }),
    ...(row.nextTryAt === null ? {} : { nextTryAt: new Date(row.nextTryAt).toISOString() }),
  })
}

function toStoredCommand(row: OutboxRow): StoredCommand {
  const command = row.command === null ? null : parseStored(commandSchema, row.command, 'outbox.command_json')
  return { item: toItem(row), round: row.round, command }
}
