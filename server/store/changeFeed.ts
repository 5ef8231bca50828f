import type { Queryable } from './database'
import { smsStandOf, type SmsColumns } from './notices'
import type { FILING_TYPES } from '../../shared/domain/filingTypes'
import type { CaseState } from '../../shared/filing/caseStates'
import type { FeedReply } from '../../shared/protocol/api'
import type { HOLD_KINDS, QueueRow } from '../../shared/protocol/case'

/**
 * Gives these cases the next places of the feed. Must be the last thing a transaction does: the clock's row stays
 * locked until the commit, so places become visible in their order and a reader never passes one that is still
 * to come.
 */
export async function publishChanges(tx: Queryable, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) {
    return
  }
  await tx.query(
    `WITH clock AS (UPDATE feed_clock SET value = value + cardinality($1::uuid[]) RETURNING value),
     numbered AS (SELECT id, place FROM unnest($1::uuid[]) WITH ORDINALITY AS changed (id, place))
     UPDATE filing_case SET feed_position = clock.value - cardinality($1::uuid[]) + numbered.place
     FROM clock, numbered WHERE filing_case.id = numbered.id`,
    [caseIds],
  )
}

type FeedRow = CaseColumns & HoldColumns & SmsColumns

interface CaseColumns {
  readonly id: string
  readonly order_number: string
  readonly version: number
  readonly round: number
  readonly state: CaseState
  readonly filing_type: (typeof FILING_TYPES)[number]
  readonly province: string
  readonly entity_kind: 'individual' | 'organization'
  readonly entity_name: string
  readonly service_names: string[]
  readonly service_kinds: QueueRow['serviceKinds']
  readonly document_count: number
  readonly submitted_at: Date
  readonly due_at: Date
  readonly feed_position: number
}

type HoldColumns =
  | { readonly hold_account_id: null }
  | {
      readonly hold_account_id: string
      readonly display_name: string
      readonly hold_kind: (typeof HOLD_KINDS)[number]
      readonly hold_since: Date
      readonly hold_expires_at: Date
    }

/**
 * Cases changed after this position, in the order in which the changes became visible. A hold that has run out is
 * shown as none. A position beyond the clock comes from a past that was restored away: it is answered from the start.
 */
export async function readFeed(
  database: Queryable,
  request: { readonly after: number; readonly limit: number; readonly now: number },
): Promise<FeedReply> {
  const rows = await database.query<FeedRow>(
    `SELECT c.id, order_number, version, round, state, filing_type, province, entity_kind, entity_name,
       service_names, service_kinds, document_count, submitted_at, due_at, feed_position,
       sms_hours, sms_on_failure, sms_due_at, hold_account_id, display_name, hold_kind, hold_since, hold_expires_at
     FROM filing_case c LEFT JOIN account ON account.id = hold_account_id
     WHERE feed_position > (SELECT CASE WHEN $1::bigint > value THEN 0 ELSE $1::bigint END FROM feed_clock)
     ORDER BY feed_position LIMIT $2`,
    [request.after, request.limit + 1],
  )
  const page = rows.slice(0, request.limit)
  return {
    rows: page.map((row) => queueRow(row, request.now)),
    cursor: page.at(-1)?.feed_position ?? request.after,
    more: rows.length > page.length,
  }
}

function queueRow(row: FeedRow, now: number): QueueRow {
  return {
    id: row.id,
    orderNumber: row.order_number,
    version: row.version,
    round: row.round,
    state: row.state,
    filingType: row.filing_type,
    province: row.province,
    entityKind: row.entity_kind,
    entityName: row.entity_name,
    serviceNames: row.service_names,
    serviceKinds: row.service_kinds,
    documentCount: row.document_count,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    sms: smsStandOf(row),
    holder: holderOf(row, now),
  }
}

function holderOf(row: FeedRow, now: number): QueueRow['holder'] {
  if (row.hold_account_id === null || row.hold_expires_at.getTime() <= now) {
    return null
  }
  return {
    userId: row.hold_account_id,
    displayName: row.display_name,
    kind: row.hold_kind,
    since: row.hold_since.toISOString(),
    expiresAt: row.hold_expires_at.toISOString(),
  }
}
