import { refused, type Judged } from './judged'
import { appendAudit } from '../store/auditChain'
import { insertCall, storeCallStand } from '../store/calls'
import { publishChanges } from '../store/changeFeed'
import type { Queryable } from '../store/database'
import { wasGiven } from '../store/wasGiven'
import { callStandOf } from '../../shared/calls/callStand'
import type { User } from '../../shared/protocol/apiModels'
import { MOST_CALLS } from '../../shared/protocol/calls'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { may } from '../../shared/review/rights'

/**
 * Keeps a call that was made about the case. A fact, so neither version nor state nor the present holder is asked, only
 * whether the person could know the number. The case itself does not change. It is locked.
 */
export async function recordCall(
  tx: Queryable,
  person: User,
  filingCase: Case,
  command: Extract<Command, { kind: 'record-call' }>,
  now: number,
): Promise<Judged> {
  const { id, call, round, holdToken } = command
  const caseId = filingCase.id
  const given = { caseId, accountId: person.id, token: holdToken ?? 0 }
  if (!may(person.role, 'read-any-case') && (holdToken === null || !(await wasGiven(tx, given)))) {
    return refused('hold-lost', 'The person was never given this case under this token')
  }
  const ofRound = (filingCase.calls ?? []).filter((kept) => kept.round === round)
  const current = currentRound(filingCase).round
  if (round > current || ofRound.length >= MOST_CALLS) {
    return refused('illegal-move', 'There is no such round, or too many calls are recorded of it')
  }
  await insertCall(tx, { id, caseId, round, accountId: person.id, call }, now)
  const inOrder = [...ofRound.map((kept) => kept.call), call].toSorted(
    (one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt),
  )
  const before = callStandOf(ofRound.map((kept) => kept.call))
  const after = callStandOf(inOrder)
  if (round === current) {
    await storeCallStand(tx, caseId, after)
  }
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: 'called',
    caseId,
    round,
    actorId: person.id,
    detail: {
      commandId: id,
      subject: call.contact.subject,
      line: call.contact.line,
      direction: call.direction,
      outcome: call.outcome,
      startedAt: call.startedAt,
    },
    change: { before, after: { stand: after, call } },
  })
  await publishChanges(tx, [caseId])
  return { ok: true, value: { caseVersion: filingCase.version, auditHash } }
}
