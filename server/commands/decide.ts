import { refused, type CommandParts, type Judged } from './judged'
import { moveTo } from './moveTo'
import { deliveryBody } from '../delivery/deliveryBody'
import { appendAudit, type AuditKind } from '../store/auditChain'
import { canonicalJson } from '../../shared/canonicalJson'
import type { HeldCase } from '../store/cases'
import { publishChanges } from '../store/changeFeed'
import { insertDecision, moveCase } from '../store/commands'
import type { Queryable } from '../store/database'
import { queueDelivery } from '../store/deliveries'
import { sha256 } from '../store/sha256'
import type { CaseState } from '../../shared/filing/caseStates'
import type { User } from '../../shared/protocol/api'
import { currentRound } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { gateProblems } from '../../shared/review/decisionGate'
import type { DecisionVerdict } from '../../shared/review/decision'

type DecideCommand = Extract<Command, { kind: 'decide' }>

const AUDIT_KINDS = {
  pass: 'passed',
  return: 'returned',
  escalate: 'escalated',
} as const satisfies Record<DecisionVerdict, AuditKind>

/** Decides the current round for the one who holds the case. The case is locked and of the expected version. */
export async function decide(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  held: HeldCase,
  command: DecideCommand,
): Promise<Judged> {
  const { filingCase, holder } = held
  if (holder?.userId !== person.id || holder.token !== command.holdToken) {
    return refused('hold-lost', 'The case is not held under this token')
  }
  const move = moveTo(filingCase, command.decision.verdict, { actor: person.role, userId: person.id })
  if (!move.ok) {
    return move
  }
  const gate = gateRefusal(parts, held, command, holder.since)
  return gate ?? carryOut(tx, parts, person, held, command, move.value)
}

/** What the checklist, as it stood when the person decided, keeps from being decided; null when nothing. */
function gateRefusal(
  parts: CommandParts,
  { filingCase }: HeldCase,
  { decision, recordedAt }: DecideCommand,
  heldSince: number,
): Judged | null {
  if (decision.rulePack !== filingCase.rulePack) {
    return refused('rule-pack-unknown', `The case is judged by rule pack ${filingCase.rulePack}`)
  }
  // A workstation's clock is told, not trusted: the decision was made between drawing the case and now.
  const decidedAt = Math.min(Math.max(Date.parse(recordedAt), heldSince), parts.clock.now())
  const lines = parts.ruleBook.checklistOf(filingCase, decidedAt)
  if (!lines) {
    return refused('rule-pack-unknown', `This server does not have rule pack ${filingCase.rulePack}`)
  }
  const { verdict, lines: answers, reasons, internalNote } = decision
  // What may be carried is worked out from what this server has; the workstation's word for it counts nothing.
  const carriable = parts.ruleBook.resubmissionOf(filingCase, decidedAt)?.carried
  const problems = gateProblems(lines, { verdict, answers, reasons, internalNote }, carriable)
  return problems.length > 0
    ? refused('gate', problems.map(({ code, lineIds }) => [code, ...lineIds].join(' ')).join('; '))
    : null
}

async function carryOut(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  { filingCase }: HeldCase,
  command: DecideCommand,
  state: CaseState,
): Promise<Judged> {
  const { decision } = command
  const { round } = currentRound(filingCase)
  const now = parts.clock.now()
  const caseVersion = filingCase.version + 1
  await moveCase(tx, filingCase.id, state)
  const auditHash = await appendAudit(tx, {
    at: now,
    // A pass that somebody else has to agree with has not passed anything yet.
    kind: state === 'second-review' ? 'second-review' : AUDIT_KINDS[decision.verdict],
    caseId: filingCase.id,
    round,
    actorId: person.id,
    detail: {
      commandId: command.id,
      caseVersion,
      holdToken: command.holdToken,
      rulePack: decision.rulePack,
      recordedAt: command.recordedAt,
      decisionSha256: sha256(canonicalJson(decision)),
    },
  })
  const identity = {
    commandId: command.id,
    caseId: filingCase.id,
    round,
    caseVersion,
    accountId: person.id,
    auditHash,
  }
  await insertDecision(tx, { ...identity, content: decision }, now)
  if (decision.verdict !== 'escalate' && state !== 'second-review') {
    const body = deliveryBody({ filingCase, decision, round, caseVersion, state, decidedAt: now })
    await queueDelivery(tx, { id: parts.ids.next(), caseId: filingCase.id, round, caseVersion, body }, now)
  }
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion, auditHash } }
}
