import type { Queryable } from './database'
import { NO_HOLD } from './endHolds'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { CommandOutcome } from '../../shared/protocol/commands'
import type { Decision } from '../../shared/review/decision'

/** What an earlier delivery of a command left behind. */
export interface KnownCommand {
  readonly accountId: string
  readonly contentSha256: string
  readonly outcome: CommandOutcome
}

/**
 * Enters the command, or answers what is known of it. While another delivery of the same command is being carried
 * out, waits for its end.
 */
export async function enterCommand(
  tx: Queryable,
  command: { readonly id: string; readonly accountId: string; readonly contentSha256: string },
  now: number,
): Promise<KnownCommand | null> {
  const entered = await tx.query(
    `INSERT INTO command (id, account_id, content_sha256, received_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [command.id, command.accountId, command.contentSha256, isoInstant(now)],
  )
  if (entered.length > 0) {
    return null
  }
  const [known] = await tx.query<{ account_id: string; content_sha256: string; outcome: CommandOutcome }>(
    'SELECT account_id, content_sha256, outcome FROM command WHERE id = $1',
    [command.id],
  )
  if (!known) {
    throw new Error('A command that was entered before has vanished')
  }
  return { accountId: known.account_id, contentSha256: known.content_sha256, outcome: known.outcome }
}

/** Stores the answer that every later delivery of the command gets. */
export async function storeOutcome(tx: Queryable, outcome: CommandOutcome): Promise<void> {
  await tx.query('UPDATE command SET outcome = $1 WHERE id = $2', [JSON.stringify(outcome), outcome.id])
}

/**
 * Moves a case to a state and its next version; whoever had it has it no longer. `trouble`: what this move adds to what
 * the order of the next case goes by. The row is locked by the caller.
 */
export async function moveCase(
  tx: Queryable,
  caseId: string,
  state: CaseState,
  trouble: 'return' | 'escalate' | 'none' = 'none',
): Promise<void> {
  await tx.query(
    `UPDATE filing_case SET state = $1, version = version + 1, earlier_returns = earlier_returns + $3,
       escalations = escalations + $4, ${NO_HOLD} WHERE id = $2`,
    [state, caseId, trouble === 'return' ? 1 : 0, trouble === 'escalate' ? 1 : 0],
  )
}

/** Moves a case to its next version, judged by this pack; whoever has it keeps it. The row is locked by the caller. */
export async function pinCase(tx: Queryable, caseId: string, rulePack: string): Promise<void> {
  await tx.query('UPDATE filing_case SET rule_pack = $1, version = version + 1 WHERE id = $2', [
    rulePack,
    caseId,
  ])
}

/**
 * Stores an acknowledged decision with the deadline that it was made under. `caseVersion`: the version that the decision made.
 * `counted` false: it is in no figure, as one about a control case.
 */
export async function insertDecision(
  tx: Queryable,
  decision: {
    readonly commandId: string
    readonly caseId: string
    readonly round: number
    readonly caseVersion: number
    readonly content: Decision
    readonly counted: boolean
    readonly accountId: string
    readonly auditHash: string
  },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO decision
       (command_id, case_id, round, case_version, content, account_id, decided_at, audit_hash, verdict, due_at)
     SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, due_at FROM filing_case WHERE id = $2`,
    [
      decision.commandId,
      decision.caseId,
      decision.round,
      decision.caseVersion,
      JSON.stringify(decision.content),
      decision.accountId,
      isoInstant(now),
      decision.auditHash,
      decision.counted ? decision.content.verdict : null,
    ],
  )
}

/** Whether any of these is the number of an order that is here. */
export async function areOrders(tx: Queryable, orderNumbers: readonly string[]): Promise<boolean> {
  const known = await tx.query('SELECT id FROM filing_case WHERE order_number = ANY ($1::text[]) LIMIT 1', [
    orderNumbers,
  ])
  return known.length > 0
}
