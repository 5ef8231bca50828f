import { refused, type Judged } from './judged'
import { appendAudit } from '../store/auditChain'
import { publishChanges } from '../store/changeFeed'
import type { Queryable } from '../store/database'
import { insertNote } from '../store/notes'
import { wasGiven } from '../store/wasGiven'
import type { User } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { Command } from '../../shared/protocol/commands'
import { MOST_NOTES } from '../../shared/review/day/handOverNote'

/**
 * Keeps what a person leaves with a case at the end of a shift. A fact like a call: whoever has the case by now, and
 * whatever its state. The case itself does not change. It is locked.
 */
export async function leaveNote(
  tx: Queryable,
  person: User,
  filingCase: Case,
  command: Extract<Command, { kind: 'leave-note' }>,
  now: number,
): Promise<Judged> {
  const { id, caseId, note, round, holdToken } = command
  if (!(await wasGiven(tx, { caseId, accountId: person.id, token: holdToken }))) {
    return refused('hold-lost', 'The person was never given this case under this token')
  }
  if (round > currentRound(filingCase).round || (filingCase.notes?.length ?? 0) >= MOST_NOTES) {
    return refused('illegal-move', 'There is no such round, or too many notes are left with the case')
  }
  await insertNote(tx, { id, caseId, round, accountId: person.id, note }, now)
  const auditHash = await appendAudit(tx, {
    at: now,
    kind: 'note-left',
    caseId,
    round,
    actorId: person.id,
    detail: { commandId: id },
    change: { before: null, after: note },
  })
  await publishChanges(tx, [caseId])
  return { ok: true, value: { caseVersion: filingCase.version, auditHash } }
}
