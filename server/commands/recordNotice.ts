import { refused, type CommandParts, type Judged } from './judged'
import { learnFromAnswer } from './learnFromAnswer'
import { moveTo, type Mover } from './moveTo'
import { noticeBody } from '../delivery/noticeBody'
import { appendAudit } from '../store/auditChain'
import { publishChanges } from '../store/changeFeed'
import { moveCase } from '../store/commands'
import type { Queryable } from '../store/database'
import { queueDelivery } from '../store/deliveries'
import { beginSmsTime, insertNotice } from '../store/notices'
import { sha256 } from '../store/sha256'
import { canonicalJson } from '../../shared/canonicalJson'
import type { Notice } from '../../shared/domain/notice'
import { issuedNumberProblems } from '../../shared/filing/issuedNumbers'
import { NOTICE_ACTIONS } from '../../shared/filing/noticeAction'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'

const HOUR = 60 * 60_000

/** A notice on its way into a case. */
export interface ToldNotice {
  readonly notice: Notice
  readonly mover: Mover
  /** When it happened (epoch ms), as far as is told. */
  readonly happenedAt: number
  /** What the audit entry says beside: which command or which bundle brought it. */
  readonly origin: Readonly<Record<string, string>>
}

/** Carries out what a supervisor entered. The case is locked. */
export function recordNotice(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filingCase: Case,
  { id, recordedAt, notice }: Extract<Command, { kind: 'record-notice' }>,
): Promise<Judged> {
  return enterNotice(tx, parts, person, filingCase, notice, { commandId: id, recordedAt })
}

/** Takes a notice from a person, now, and tells the filing system of it. The case is locked. `origin` goes into the audit. */
export async function enterNotice(
  tx: Queryable,
  parts: CommandParts,
  person: User,
  filingCase: Case,
  notice: Notice,
  origin: ToldNotice['origin'],
): Promise<Judged> {
  const now = parts.clock.now()
  const told = await applyNotice(tx, parts, filingCase, {
    notice,
    mover: { actor: person.role, userId: person.id },
    happenedAt: now,
    origin,
  })
  if (!told.ok) {
    return told
  }
  const { caseVersion, auditHash, state } = told.value
  const { round } = currentRound(filingCase)
  const body = noticeBody({ filingCase, notice, round, state, caseVersion, recordedAt: now })
  await queueDelivery(tx, { id: parts.ids.next(), caseId: filingCase.id, round, caseVersion, body }, now)
  return { ok: true, value: { caseVersion, auditHash } }
}

type Applied = Extract<Judged, { ok: true }>['value'] & { readonly state: Case['state'] }

/** Moves the case as the notice says and records it, or says why not. The case is locked. */
export async function applyNotice(
  tx: Queryable,
  parts: Pick<CommandParts, 'clock' | 'ruleBook'>,
  filingCase: Case,
  { notice, mover, happenedAt, origin }: ToldNotice,
): Promise<{ readonly ok: true; readonly value: Applied } | Extract<Judged, { ok: false }>> {
  const move = moveTo(filingCase, NOTICE_ACTIONS[notice.kind], mover)
  if (!move.ok) {
    return move
  }
  const problem = contentProblem(filingCase, notice, happenedAt)
  if (problem) {
    return problem
  }
  const now = parts.clock.now()
  const { round } = currentRound(filingCase)
  const caseVersion = filingCase.version + 1
  await moveCase(tx, filingCase.id, move.value, notice.kind === 'rejected' ? 'return' : 'none')
  if (notice.kind === 'sms-sent' && filingCase.sms) {
    await beginSmsTime(tx, filingCase.id, happenedAt + filingCase.sms.hours * HOUR)
  }
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: notice.kind,
    caseId: filingCase.id,
    round,
    actorId: mover.userId,
    detail: { ...origin, caseVersion, noticeSha256: sha256(canonicalJson(notice)) },
  })
  const place = { caseId: filingCase.id, round, caseVersion }
  await insertNotice(tx, { ...place, notice, accountId: mover.userId, auditHash }, now)
  await learnFromAnswer(tx, parts, filingCase, { notice, caseVersion })
  await publishChanges(tx, [filingCase.id])
  return { ok: true, value: { caseVersion, auditHash, state: move.value } }
}

/** What the content of a notice lacks for this case; null when nothing. */
function contentProblem(filingCase: Case, notice: Notice, happenedAt: number) {
  if (notice.kind === 'sms-failed' && notice.cause === 'time-run-out') {
    const dueAt = filingCase.sms?.dueAt
    return dueAt && happenedAt < Date.parse(dueAt)
      ? refused('too-early', `The time for the SMS verification ends at ${dueAt}`)
      : null
  }
  if (notice.kind === 'approved') {
    const { application } = currentRound(filingCase)
    const services = 'services' in application ? application.services : []
    const { filingType } = application
    const filing = { filingType, province: filingCase.province, services }
    const problems = issuedNumberProblems(filing, notice.numbers)
    return problems.length > 0
      ? refused('numbers-invalid', problems.map(({ code, of }) => `${of ?? 'numbers'}: ${code}`).join('; '))
      : null
  }
  return null
}
