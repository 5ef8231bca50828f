import { refused, type Judged } from './judged'
import { appendAudit } from '../store/auditChain'
import type { HeldCase } from '../store/cases'
import { publishChanges } from '../store/changeFeed'
import type { Queryable } from '../store/database'
import { answerProposal } from '../store/proposals'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { may } from '../../shared/review/rights'

/**
 * Records that somebody has looked at a late decision. Taking over needs the hold, for it goes into the holder's own
 * work; a supervisor may put aside without one. The case itself does not change. It is locked.
 */
export async function settleProposal(
  tx: Queryable,
  person: User,
  { filingCase, holder }: HeldCase,
  command: Extract<Command, { kind: 'answer-proposal' }>,
  now: number,
): Promise<Judged> {
  const isHolder = holder?.userId === person.id && holder.token === command.holdToken
  const isSupervisor = command.answer === 'put-aside' && may(person.role, 'read-any-case')
  if (!isHolder && !isSupervisor) {
    return refused('hold-lost', 'The case is not held under this token')
  }
  const { proposalId, answer } = command
  const place = { id: proposalId, caseId: filingCase.id }
  const found = await answerProposal(tx, place, { answer, by: person.id }, now)
  if (found === 'not-found') {
    return refused('not-found', 'The case has no such proposal')
  }
  if (found === 'answered-before') {
    return refused('illegal-move', 'Somebody has looked at this proposal before')
  }
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: 'proposal-answered',
    caseId: filingCase.id,
    round: currentRound(filingCase).round,
    actorId: person.id,
    detail: { commandId: command.id, proposalId, answer, recordedAt: command.recordedAt },
  })
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion: filingCase.version, auditHash } }
}
