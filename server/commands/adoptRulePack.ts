import { refused, type CommandParts, type Judged } from './judged'
import { appendAudit } from '../store/auditChain'
import type { HeldCase } from '../store/cases'
import { publishChanges } from '../store/changeFeed'
import { pinCase } from '../store/commands'
import type { Queryable } from '../store/database'
import { isInReview } from '../../shared/filing/caseStates'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { comparePacks } from '../../shared/rules/rulePack'

/**
 * From now on the case's round is judged by the pack in force today. Only forward, and only to that one: nobody
 * chooses the rules of a case. The case is locked and of the expected version.
 */
export async function adoptRulePack(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  { filingCase, holder }: HeldCase,
  command: Extract<Command, { kind: 'adopt-rule-pack' }>,
): Promise<Judged> {
  if (holder?.userId !== person.id || holder.token !== command.holdToken) {
    return refused('hold-lost', 'The case is not held under this token')
  }
  if (!isInReview(filingCase.state)) {
    return refused('illegal-move', `A case in state ${filingCase.state} is judged no more`)
  }
  const wanted = parts.ruleBook.find(command.rulePack)
  if (!wanted) {
    return refused('rule-pack-unknown', `This server does not have rule pack ${command.rulePack}`)
  }
  const pinned = parts.ruleBook.find(filingCase.rulePack)
  const now = parts.clock.now()
  const isNewer = !pinned || comparePacks(wanted, pinned) > 0
  if (!isNewer || parts.ruleBook.inForce(now).version !== wanted.version) {
    return refused('illegal-move', 'Only a later pack that is in force can be adopted')
  }
  await pinCase(tx, filingCase.id, wanted.version)
  const caseVersion = filingCase.version + 1
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: 'rule-pack-adopted',
    caseId: filingCase.id,
    round: currentRound(filingCase).round,
    actorId: person.id,
    detail: {
      commandId: command.id,
      caseVersion,
      holdToken: command.holdToken,
      from: filingCase.rulePack,
      to: wanted.version,
      recordedAt: command.recordedAt,
    },
  })
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion, auditHash } }
}
