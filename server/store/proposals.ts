import { onlyRow, type Queryable } from './database'
import { wasGiven, type ClaimedHold } from './wasGiven'
import { isoInstant } from '../system'
import {
  MOST_FATES,
  MOST_OPEN_PROPOSALS,
  type LATE_REFUSALS,
  type Proposal,
  type ProposalAnswer,
  type ProposalFate,
} from '../../shared/protocol/proposals'

interface AnswerColumns {
  readonly answer: ProposalAnswer | null
  readonly answered_by: string | null
  readonly answerer_name: string | null
  readonly answered_at: Date | null
}

const ANSWER = 'answer, answered_by, answerer.display_name AS answerer_name, answered_at'

/**
 * Whether this person really was given this case under this token, at whatever time, and has room for one more
 * proposal on it. The row of the case is locked by the caller.
 */
export async function mayLeaveProposal(tx: Queryable, claimed: ClaimedHold): Promise<boolean> {
  const { open } = onlyRow(
    await tx.query<{ open: number }>(
      'SELECT count(*) AS open FROM proposal WHERE case_id = $1 AND account_id = $2 AND answer IS NULL',
      [claimed.caseId, claimed.accountId],
    ),
  )
  return open < MOST_OPEN_PROPOSALS && (await wasGiven(tx, claimed))
}

/** Keeps a late decision beside its case, whose row is locked by the caller. */
export async function insertProposal(
  tx: Queryable,
  proposal: ClaimedHold &
    Pick<Proposal, 'id' | 'recordedAt' | 'caseVersionSeen' | 'decision'> & {
      readonly refusal: (typeof LATE_REFUSALS)[number]
    },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO proposal (command_id, case_id, account_id, hold_token, case_version_seen, refusal, content,
       recorded_at, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      proposal.id,
      proposal.caseId,
      proposal.accountId,
      proposal.token,
      proposal.caseVersionSeen,
      proposal.refusal,
      JSON.stringify(proposal.decision),
      proposal.recordedAt,
      isoInstant(now),
    ],
  )
  await tx.query('UPDATE filing_case SET open_proposals = open_proposals + 1 WHERE id = $1', [
    proposal.caseId,
  ])
}

/** Records what became of an open proposal of this case. The row of the case is locked by the caller. */
export async function answerProposal(
  tx: Queryable,
  proposal: { readonly id: string; readonly caseId: string },
  { answer, by }: { readonly answer: ProposalAnswer; readonly by: string },
  now: number,
): Promise<'answered' | 'not-found' | 'answered-before'> {
  const answered = await tx.query(
    `UPDATE proposal SET answer = $3, answered_by = $4, answered_at = $5
     WHERE command_id = $1 AND case_id = $2 AND answer IS NULL RETURNING command_id`,
    [proposal.id, proposal.caseId, answer, by, isoInstant(now)],
  )
  if (answered.length > 0) {
    await tx.query('UPDATE filing_case SET open_proposals = open_proposals - 1 WHERE id = $1', [
      proposal.caseId,
    ])
    return 'answered'
  }
  const known = await tx.query('SELECT 1 AS known FROM proposal WHERE command_id = $1 AND case_id = $2', [
    proposal.id,
    proposal.caseId,
  ])
  return known.length > 0 ? 'answered-before' : 'not-found'
}

/** All proposals of a case, oldest first, words included: for whoever may read the case. */
export async function readProposals(database: Queryable, caseId: string): Promise<readonly Proposal[]> {
  const rows = await database.query<
    AnswerColumns & {
      readonly command_id: string
      readonly account_id: string
      readonly author_name: string
      readonly recorded_at: Date
      readonly received_at: Date
      readonly case_version_seen: number
      readonly refusal: Proposal['refusal']
      readonly content: Proposal['decision']
    }
  >(
    `SELECT command_id, account_id, author.display_name AS author_name, recorded_at, received_at, case_version_seen,
       refusal, content, ${ANSWER}
     FROM proposal JOIN account author ON author.id = account_id LEFT JOIN account answerer ON answerer.id = answered_by
     WHERE case_id = $1 ORDER BY received_at, command_id`,
    [caseId],
  )
  return rows.map((row) => ({
    id: row.command_id,
    author: { id: row.account_id, displayName: row.author_name },
    recordedAt: row.recorded_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    caseVersionSeen: row.case_version_seen,
    refusal: row.refusal,
    decision: row.content,
    answer: answerOf(row),
  }))
}

/** What became of a person's own proposals, newest first; without words, for the hold on the case is gone. */
export async function readFates(database: Queryable, accountId: string): Promise<ProposalFate[]> {
  const rows = await database.query<
    AnswerColumns & { readonly command_id: string; readonly case_id: string; readonly received_at: Date }
  >(
    `SELECT command_id, case_id, received_at, ${ANSWER}
     FROM proposal LEFT JOIN account answerer ON answerer.id = answered_by
     WHERE account_id = $1 ORDER BY received_at DESC, command_id DESC LIMIT $2`,
    [accountId, MOST_FATES],
  )
  return rows.map((row) => ({
    id: row.command_id,
    caseId: row.case_id,
    receivedAt: row.received_at.toISOString(),
    answer: answerOf(row),
  }))
}

function answerOf(row: AnswerColumns): ProposalFate['answer'] {
  if (row.answer === null || row.answered_by === null || row.answered_at === null) {
    return null
  }
  const by = { id: row.answered_by, displayName: row.answerer_name ?? '' }
  return { answer: row.answer, by, at: row.answered_at.toISOString() }
}
