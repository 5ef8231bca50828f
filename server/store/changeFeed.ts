import { onlyRow, type Queryable } from './database'
import { CHANGE_CHANNEL } from './listening'
import { isoInstant } from '../system'
import type { FeedReply } from '../../shared/protocol/apiModels'
import type { QueueRow } from '../../shared/protocol/case'

/**
 * Gives these cases the next places of the feed. Must be the last thing a transaction does: the clock's row stays
 * locked until the commit, so places become visible in their order and a reader never passes one that is still
 * to come. Whoever listens (`Database.listen`) hears of it once it is committed.
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
  await tx.query('SELECT pg_notify($1, $2)', [CHANGE_CHANNEL, ''])
}

const isoText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * A row of the queue as a list of values, opened by `queueRowOf`: writing the names of nineteen fields takes longer than
 * their values. The holder's name is looked up for held cases alone: joined to each row, it was half of the statement.
 * $3: now.
 */
const QUEUE_VALUES = `json_build_array(id, order_number, version, round, state, filing_type, province, entity_kind,
  entity_name, service_names, service_kinds, document_count, ${isoText('submitted_at')}, ${isoText('due_at')},
  CASE WHEN sms_hours IS NOT NULL THEN json_build_object('hours', sms_hours,
    'onFailure', sms_on_failure, 'dueAt', ${isoText('sms_due_at')}) END,
  CASE WHEN hold_expires_at > $3 THEN json_build_object('userId', hold_account_id,
    'displayName', (SELECT display_name FROM account WHERE account.id = hold_account_id), 'kind', hold_kind,
    'since', ${isoText('hold_since')}, 'expiresAt', ${isoText('hold_expires_at')}) END,
  open_proposals, call_stand, note_count)`

type QueueValues = readonly [
  id: string,
  orderNumber: string,
  version: number,
  round: number,
  state: QueueRow['state'],
  filingType: QueueRow['filingType'],
  province: string,
  entityKind: QueueRow['entityKind'],
  entityName: string,
  serviceNames: string[],
  serviceKinds: QueueRow['serviceKinds'],
  documentCount: number,
  submittedAt: string,
  dueAt: string,
  sms: NonNullable<QueueRow['sms']> | null,
  holder: QueueRow['holder'],
  openProposals: number,
  calls: NonNullable<QueueRow['calls']> | null,
  notes: number,
]

function queueRowOf(values: QueueValues): QueueRow {
  const openProposals = values[16]
  const calls = values[17]
  const notes = values[18]
  return {
    id: values[0],
    orderNumber: values[1],
    version: values[2],
    round: values[3],
    state: values[4],
    filingType: values[5],
    province: values[6],
    entityKind: values[7],
    entityName: values[8],
    serviceNames: values[9],
    serviceKinds: values[10],
    documentCount: values[11],
    submittedAt: values[12],
    dueAt: values[13],
    sms: values[14],
    holder: values[15],
    ...(openProposals > 0 ? { openProposals } : {}),
    ...(calls === null ? {} : { calls }),
    ...(notes > 0 ? { notes } : {}),
  }
}

/** Rows of these cases as the queue shows them now. */
export async function readQueueRows(
  database: Queryable,
  caseIds: readonly string[],
  now: number,
): Promise<readonly QueueRow[]> {
  const { rows } = onlyRow(
    await database.query<{ readonly rows: string }>(
      `SELECT coalesce(json_agg(${QUEUE_VALUES}), '[]')::text AS rows
       FROM (SELECT * FROM filing_case WHERE id = ANY ($1::uuid[]) LIMIT $2) AS wanted`,
      [caseIds, caseIds.length, isoInstant(now)],
    ),
  )
  // Written by the statement above.
  return (JSON.parse(rows) as readonly QueueValues[]).map(queueRowOf)
}

/**
 * Cases changed after this position, in the order in which the changes became visible. A hold that has run out is
 * shown as none. A position beyond the clock comes from a past that was restored away: it is answered from the start.
 * The database writes the page as one text: opening five thousand rows column by column takes ten times as long.
 */
export async function readFeed(
  database: Queryable,
  request: { readonly after: number; readonly limit: number; readonly now: number },
): Promise<FeedReply> {
  const { rows, last, more } = onlyRow(
    await database.query<{ readonly rows: string; readonly last: number | null; readonly more: boolean }>(
      `WITH page AS (
         SELECT * FROM filing_case
         WHERE feed_position > (SELECT CASE WHEN $1::bigint > value THEN 0 ELSE $1::bigint END FROM feed_clock)
         ORDER BY feed_position LIMIT $2
       )
       SELECT coalesce(json_agg(${QUEUE_VALUES} ORDER BY feed_position), '[]')::text AS rows,
         max(feed_position) AS last,
         EXISTS (SELECT 1 FROM filing_case WHERE feed_position > (SELECT max(feed_position) FROM page)) AS more
       FROM page`,
      [request.after, request.limit, isoInstant(request.now)],
    ),
  )
  // Written by the statement above; the route checks each reply by its schema.
  const written = JSON.parse(rows) as readonly QueueValues[]
  return {
    rows: written.map(queueRowOf),
    cursor: last ?? request.after,
    more,
  }
}
