import { appendAudit, type AuditKind } from './auditChain'
import { publishChanges } from './changeFeed'
import { IS_KNOWN_CONTROL } from './controls'
import type { Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { Hold, HOLD_KINDS } from '../../shared/protocol/case'
import type { Role } from '../../shared/review/roles'

const HOUR = 60 * 60_000

/** Half a working day: longer than any single review, short enough that what a leaver kept is free by the next half. */
export const HOLD_DURATION = 4 * HOUR
export interface Holder {
  readonly id: string
  readonly role: Role
  /** Provinces whose cases the person is given first; without any, all are alike. */
  readonly provinces?: readonly string[] | undefined
}

/** A case with the hold it has. */
export interface HeldRow {
  readonly id: string
  readonly round: number
  readonly state: CaseState
  readonly due_at: Date
  readonly province: string
  readonly earlier_returns: number
  readonly escalations: number
  readonly hold_kind: (typeof HOLD_KINDS)[number]
  readonly hold_token: number
  readonly hold_since: Date
  readonly hold_expires_at: Date
}

/** A case that was just given to a person. */
export interface TakenRow extends HeldRow {
  /** What stood on the case before; null when nothing did. */
  readonly before: HoldFacts | null
}

/** A hold as the audit tells it. */
export interface HoldFacts {
  readonly holder: string
  readonly kind: (typeof HOLD_KINDS)[number]
  readonly token: number
}

export const HELD_COLUMNS =
  'filing_case.id, round, state, due_at, province, earlier_returns, escalations, hold_kind, hold_token, hold_since, hold_expires_at'

/**
 * A second review is for another person than the one who decided the case into it, and so is a pass that the second
 * reviewer disputes: then the last decision on an escalated case is a return. Nor is a control case for whoever can know that
 * it is one. $1 person.
 */
export const FOR_THIS_PERSON = `((state NOT IN ('second-review', 'escalated') OR (SELECT CASE
    WHEN state = 'second-review' THEN account_id
    WHEN content ->> 'verdict' = 'return' THEN (SELECT first.account_id FROM decision AS first
      WHERE first.case_id = filing_case.id AND first.case_version < decision.case_version
      ORDER BY first.case_version DESC LIMIT 1)
  END FROM decision WHERE decision.case_id = filing_case.id ORDER BY case_version DESC LIMIT 1) IS DISTINCT FROM $1) AND NOT ${IS_KNOWN_CONTROL})`

/** The hold of a row as it is before a change; one that has run out is none. $2 now. */
export const HOLD_BEFORE = `CASE WHEN hold_expires_at > $2 THEN
  json_build_object('holder', hold_account_id, 'kind', hold_kind, 'token', hold_token) END AS before`

/**
 * No supervisor has just taken the case from this person: it would otherwise come back with the next exchange, before anybody else
 * could have it. By name the person may still draw it. $1 person, $2 now.
 */
export const NOT_TAKEN_AWAY = '(taken_from IS DISTINCT FROM $1 OR taken_until <= $2)'

/** Nobody has the case at $2, now. */
export const FREE = '(hold_account_id IS NULL OR hold_expires_at <= $2)'

/** Asks again of the whole queue: a window in which everything is just being taken is no empty queue. */
export async function firstFilled<Row>(
  near: () => Promise<readonly Row[]>,
  all: () => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = await near()
  return rows.length > 0 ? rows : all()
}

/** Records that the person was given these cases, and tells everybody. The last thing a transaction does. */
export async function record(
  tx: Queryable,
  kind: AuditKind,
  person: Holder,
  rows: readonly TakenRow[],
  now: number,
): Promise<void> {
  for (const { id, round, hold_kind: kindOfHold, hold_token: token, before } of rows) {
    // A reservation that becomes a hold keeps its token.
    await tx.query(
      `INSERT INTO hold_grant (token, case_id, account_id, granted_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (token) DO NOTHING`,
      [token, id, person.id, isoInstant(now)],
    )
    const after = { holder: person.id, kind: kindOfHold, token }
    const change = { before: before && { ...before }, after }
    await appendAudit(tx, { at: now, kind, caseId: id, round, actorId: person.id, detail: { token }, change })
  }
  await publishChanges(
    tx,
    rows.map((row) => row.id),
  )
}

/** A row as the protocol has it. */
export function holdOf(row: HeldRow): Hold {
  return {
    caseId: row.id,
    token: row.hold_token,
    kind: row.hold_kind,
    since: row.hold_since.toISOString(),
    expiresAt: row.hold_expires_at.toISOString(),
  }
}
