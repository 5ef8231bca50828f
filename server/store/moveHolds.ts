import { appendAudit } from './auditChain'
import { publishChanges } from './changeFeed'
import { onlyRow, type Database, type Queryable } from './database'
import { NO_HOLD } from './endHolds'
import { FOR_THIS_PERSON, HOLD_DURATION } from './heldCases'
import { isoInstant } from '../system'
import { drawableStates } from '../../shared/filing/drawing'
import type { CaseState } from '../../shared/filing/caseStates'
import type { Hold } from '../../shared/protocol/case'
import { refusal, success, type Result } from '../../shared/result'
import type { Role } from '../../shared/review/roles'

/** A working day, after which the person is somebody like any other for the case. */
const TAKEN_AWAY_MS = 8 * 60 * 60_000

interface PresentHold {
  readonly id: string
  readonly round: number
  readonly state: CaseState
  readonly hold_account_id: string | null
  readonly hold_token: number | null
  readonly hold_kind: string | null
}

/**
 * Ends the hold or reservation that this person has on the case. `conflict` when the person has it no more: a
 * supervisor ends what they saw, never somebody else's later hold. What the old holder still sends becomes a proposal. For a working
 * day the case is not offered to that person again.
 */
export function breakHold(
  database: Database,
  supervisorId: string,
  { caseId, holderId }: { readonly caseId: string; readonly holderId: string },
  now: number,
): Promise<Result<null, 'not-found' | 'conflict'>> {
  return database.transaction(async (tx) => {
    const present = await lockHold(tx, caseId, now)
    if (present === null) {
      return refusal('not-found')
    }
    if (present.hold_account_id !== holderId) {
      return refusal('conflict')
    }
    await tx.query(`UPDATE filing_case SET ${NO_HOLD}, taken_from = $2, taken_until = $3 WHERE id = $1`, [
      caseId,
      holderId,
      isoInstant(now + TAKEN_AWAY_MS),
    ])
    await appendAudit(tx, {
      at: now,
      kind: 'hold-broken',
      caseId,
      round: present.round,
      actorId: supervisorId,
      detail: { token: present.hold_token, holderId },
      change: { before: describeHold(present), after: null },
    })
    await publishChanges(tx, [caseId])
    return success(null)
  })
}

/**
 * Gives the case to a colleague under a new token, taking it from whoever the supervisor saw having it (`fromId` null:
 * from nobody). `conflict` when somebody else has it by now or the colleague's role works on no case in this state,
 * `self-approval` when it is the second review of the colleague's own decision.
 */
export function handOver(
  database: Database,
  supervisorId: string,
  move: { readonly caseId: string; readonly fromId: string | null; readonly toId: string },
  now: number,
): Promise<Result<Hold, 'not-found' | 'conflict' | 'self-approval'>> {
  const { caseId, fromId, toId } = move
  return database.transaction(async (tx) => {
    const present = await lockHold(tx, caseId, now)
    const [colleague] = await tx.query<{ role: Role }>(
      'SELECT role FROM account WHERE id = $1 AND closed_at IS NULL',
      [toId],
    )
    if (present === null || !colleague) {
      return refusal('not-found')
    }
    if (
      present.hold_account_id !== fromId ||
      toId === fromId ||
      !drawableStates(colleague.role).includes(present.state)
    ) {
      return refusal('conflict')
    }
    if (!(await isForPerson(tx, caseId, toId))) {
      return refusal('self-approval')
    }
    const { token } = onlyRow(await tx.query<{ token: number }>("SELECT nextval('hold_token') AS token"))
    const since = isoInstant(now)
    const expiresAt = isoInstant(now + HOLD_DURATION)
    await tx.query(
      `UPDATE filing_case SET hold_account_id = $2, hold_kind = 'hold', hold_token = $3, hold_since = $4,
         hold_expires_at = $5 WHERE id = $1`,
      [caseId, toId, token, since, expiresAt],
    )
    await tx.query(
      'INSERT INTO hold_grant (token, case_id, account_id, granted_at) VALUES ($1, $2, $3, $4)',
      [token, caseId, toId, since],
    )
    await appendAudit(tx, {
      at: now,
      kind: 'handed-over',
      caseId,
      round: present.round,
      actorId: supervisorId,
      detail: { token, fromId, toId },
      change: { before: describeHold(present), after: { holder: toId, kind: 'hold', token } },
    })
    await publishChanges(tx, [caseId])
    return success({ caseId, token, kind: 'hold', since, expiresAt })
  })
}

/** The case with its live hold, locked; a hold that has run out counts as none. */
async function lockHold(tx: Queryable, caseId: string, now: number): Promise<PresentHold | null> {
  const [row] = await tx.query<PresentHold & { readonly is_live: boolean }>(
    `SELECT id, round, state, hold_account_id, hold_token, hold_kind, coalesce(hold_expires_at > $2, false) AS is_live
     FROM filing_case WHERE id = $1 FOR UPDATE`,
    [caseId, isoInstant(now)],
  )
  if (!row) {
    return null
  }
  return row.is_live ? row : { ...row, hold_account_id: null, hold_token: null, hold_kind: null }
}

async function isForPerson(tx: Queryable, caseId: string, accountId: string): Promise<boolean> {
  const [row] = await tx.query<{ is_for_person: boolean }>(
    `SELECT ${FOR_THIS_PERSON} AS is_for_person FROM filing_case WHERE id = $2`,
    [accountId, caseId],
  )
  return row?.is_for_person === true
}

function describeHold({ hold_account_id: holder, hold_kind: kind, hold_token: token }: PresentHold) {
  return holder === null ? null : { holder, kind, token }
}
