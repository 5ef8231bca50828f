import { refused, type CommandParts, type Judged } from './judged'
import { moveTo } from './moveTo'
import { appendAudit } from '../store/auditChain'
import { publishChanges } from '../store/changeFeed'
import { moveCase } from '../store/commands'
import { findControl } from '../store/controls'
import { storeSmsDuty } from '../store/notices'
import type { Queryable } from '../store/database'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'

/** Records that the package of a passed case has been handed to the administration. The case is locked. */
export async function recordSubmission(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filingCase: Case,
  command: Extract<Command, { kind: 'record-submission' }>,
): Promise<Judged> {
  const move = moveTo(filingCase, 'submit', { actor: person.role, userId: person.id })
  if (!move.ok) {
    return move
  }
  if ((await findControl(tx, filingCase.id)) !== null) {
    return refused('illegal-move', 'A control case is never handed over')
  }
  const now = parts.clock.now()
  const sms = parts.ruleBook.smsDutyOf(filingCase, now)
  if (!sms.ok) {
    return refused('rule-pack-unknown', `This server does not have rule pack ${filingCase.rulePack}`)
  }
  await moveCase(tx, filingCase.id, move.value)
  await storeSmsDuty(tx, filingCase.id, sms.value)
  const caseVersion = filingCase.version + 1
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: 'submitted',
    caseId: filingCase.id,
    round: currentRound(filingCase).round,
    actorId: person.id,
    detail: {
      commandId: command.id,
      caseVersion,
      packageSha256: command.packageSha256,
      fileName: command.fileName,
      recordedAt: command.recordedAt,
      smsRule: sms.value?.ruleId ?? null,
    },
  })
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion, auditHash } }
}
