import { refused, type CommandParts, type Judged } from './judged'
import { moveTo } from './moveTo'
import { deliveryBody } from '../delivery/deliveryBody'
import { blindCase } from '../sampling/blindCase'
import { drawPass, type Draw } from '../sampling/drawPass'
import { finishLook } from '../sampling/finishLook'
import { scoreControl } from '../controls/scoreControl'
import { appendAudit, type AuditKind } from '../store/auditChain'
import { canonicalJson } from '../../shared/canonicalJson'
import type { HeldCase } from '../store/cases'
import { publishChanges } from '../store/changeFeed'
import { areOrders, insertDecision, moveCase } from '../store/commands'
import { findControl, type Control } from '../store/controls'
import type { Queryable } from '../store/database'
import { queueDelivery } from '../store/deliveries'
import { countDecision } from '../store/ruleFigures'
import { sha256 } from '../store/sha256'
import { isFirstLook, type CaseState } from '../../shared/filing/caseStates'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { returnedFiling } from '../../shared/protocol/returnedFiling'
import { gateProblems } from '../../shared/review/decisionGate'
import type { DecisionVerdict } from '../../shared/review/decision'
import { may } from '../../shared/review/rights'
import { ordersNamed, returnProblems } from '../../shared/review/messages/returnGate'

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
  const control = await findControl(tx, filingCase.id)
  if (control !== null && (control.accountId === person.id || may(person.role, 'read-controls'))) {
    return refused('self-approval', 'Whoever can know of a control case does not decide about it')
  }
  const mover = { actor: person.role, userId: person.id }
  const move = moveTo(filingCase, command.decision.verdict, mover)
  if (!move.ok) {
    return move
  }
  const seen = await blindCase(tx, filingCase, person.id)
  const gate =
    gateRefusal(parts, seen, command, holder.since) ?? (await namesOtherOrder(tx, seen, command.decision))
  if (gate) {
    return gate
  }
  const isSolePass = command.decision.verdict === 'pass' && isFirstLook(filingCase.state)
  const isDrawable = isSolePass && move.value !== 'second-review'
  const draw = isDrawable
    ? await drawPass(tx, filingCase, person.id, control !== null, parts.clock.now())
    : null
  const moved = draw?.drawn
    ? moveTo(filingCase, command.decision.verdict, { ...mover, isSampled: true })
    : move
  return moved.ok ? carryOut(tx, parts, person, { held, command, state: moved.value, draw, control }) : moved
}

/**
 * What the checklist, as it stood when the person decided, keeps from being decided; null when nothing. The case is as
 * the person was shown it.
 */
function gateRefusal(
  parts: CommandParts,
  filingCase: Case,
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
  const told = { ...decision, answers }
  // What may be carried is worked out from what this server has; the workstation's word for it counts nothing.
  const carriable = parts.ruleBook.resubmissionOf(filingCase, decidedAt)?.carried
  const problems = [
    ...gateProblems(lines, { verdict, answers, reasons, internalNote }, carriable),
    ...returnProblems(returnedFiling(filingCase), told),
  ]
  return problems.length > 0
    ? refused('gate', problems.map(({ code, lineIds }) => [code, ...lineIds].join(' ')).join('; '))
    : null
}

/** Refused where the applicant would be told the number of somebody else's order. */
async function namesOtherOrder(
  tx: Queryable,
  filingCase: Case,
  decision: DecideCommand['decision'],
): Promise<Judged | null> {
  const named = ordersNamed(filingCase, { ...decision, answers: decision.lines })
  return decision.verdict === 'return' && (await areOrders(tx, named)) ? refused('gate', 'other-order') : null
}

interface Carried {
  readonly held: HeldCase
  readonly command: DecideCommand
  readonly state: CaseState
  readonly draw: Draw | null
  readonly control: Control | null
}

async function carryOut(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  { held: { filingCase }, command, state, draw, control }: Carried,
): Promise<Judged> {
  const { decision } = command
  const isDisputed = decision.verdict === 'return' && state === 'escalated'
  const { round } = currentRound(filingCase)
  const now = parts.clock.now()
  const caseVersion = filingCase.version + 1
  const trouble = isDisputed ? 'escalate' : decision.verdict
  await moveCase(tx, filingCase.id, state, trouble === 'pass' ? 'none' : trouble)
  await finishLook(tx, filingCase, decision.verdict, state)
  const made = { decision, accountId: person.id, caseVersion, state }
  const score =
    control === null ? null : await scoreControl(tx, parts.ruleBook, control, filingCase, made, now)
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: auditKindOf(decision.verdict, state),
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
      ...(draw === null ? {} : { sample: { ...draw } }),
      ...(score === null ? {} : { control: { ...score } }),
    },
    change: {
      before: { state: filingCase.state, version: filingCase.version },
      // What the machine measured belongs to the pictures, and its hash is in the decision's.
      after: { state, version: caseVersion, decision: { ...decision, findings: decision.findings.length } },
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
  await insertDecision(tx, { ...identity, content: decision, counted: control === null }, now)
  if (control === null) {
    await countDecision(tx, decision, now)
  }
  if (decision.verdict !== 'escalate' && state !== 'second-review' && !isDisputed) {
    const body = deliveryBody({ filingCase, decision, round, caseVersion, state, decidedAt: now })
    await queueDelivery(tx, { id: parts.ids.next(), caseId: filingCase.id, round, caseVersion, body }, now)
  }
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion, auditHash } }
}

/** A pass that somebody else has to agree with has not passed anything yet, and a disputed one has not been returned. */
function auditKindOf(verdict: DecisionVerdict, state: CaseState): AuditKind {
  if (state === 'second-review' || state === 'escalated') {
    return state
  }
  return AUDIT_KINDS[verdict]
}
