import type { Judged, Refusal } from './judged'
import { appendAudit } from '../store/auditChain'
import { publishChanges } from '../store/changeFeed'
import type { Queryable } from '../store/database'
import { insertProposal, mayLeaveProposal } from '../store/proposals'
import { sha256 } from '../store/sha256'
import { canonicalJson } from '../../shared/canonicalJson'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { LATE_REFUSALS } from '../../shared/protocol/proposals'
import { refusal } from '../../shared/result'

/**
 * Keeps a decision that was refused because it came too late, and answers the refusal with word of that. Other
 * refusals are answered as they are, and so is whoever never had the case. The case is locked.
 */
export async function keepProposal(
  tx: Queryable,
  person: User,
  filingCase: Case,
  command: Extract<Command, { kind: 'decide' }>,
  refused: Refusal,
  now: number,
): Promise<Extract<Judged, { readonly ok: false }>> {
  const code = LATE_REFUSALS.find((late) => late === refused.code)
  const claimed = { caseId: filingCase.id, accountId: person.id, token: command.holdToken }
  if (code === undefined || !(await mayLeaveProposal(tx, claimed))) {
    return refusal(refused)
  }
  const { id, recordedAt, decision, expectedVersion: caseVersionSeen } = command
  await insertProposal(tx, { ...claimed, id, recordedAt, caseVersionSeen, decision, refusal: code }, now)
  await appendAudit(tx, {
    at: now,
    kind: 'proposal-kept',
    caseId: filingCase.id,
    round: currentRound(filingCase).round,
    actorId: person.id,
    detail: {
      commandId: id,
      caseVersion: filingCase.version,
      caseVersionSeen,
      holdToken: command.holdToken,
      refusal: code,
      recordedAt,
      decisionSha256: sha256(canonicalJson(decision)),
    },
  })
  await publishChanges(tx, [filingCase.id])
  return refusal({ ...refused, kept: 'proposal' as const })
}
