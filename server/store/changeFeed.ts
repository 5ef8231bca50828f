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

/** What a row of the queue shows, by the names of the protocol. `now`: the parameter that says when it is shown. */
const queueColumns = (now: string): Readonly<Record<keyof QueueColumns, string>> => ({
  id: 'id',
  orderNumber: 'order_number',
  version: 'version',
  round: 'round',
  state: 'state',
  filingType: 'filing_type',
  province: 'province',
  entityKind: 'entity_kind',
  entityName: 'entity_name',
  serviceNames: 'service_names',
  serviceKinds: 'service_kinds',
  documentCount: 'document_count',
  submittedAt: isoText('submitted_at'),
  dueAt: isoText('due_at'),
  sms: `CASE WHEN sms_hours IS NOT NULL THEN json_build_object('hours', sms_hours,
    'onFailure', sms_on_failure, 'dueAt', ${isoText('sms_due_at')}) END`,
  // The name is looked up for held cases alone: joined to each row, it was half of the statement.
  holder: `CASE WHEN hold_expires_at > ${now} THEN json_build_object('userId', hold_account_id,
    'displayName', (SELECT display_name FROM account WHERE account.id = hold_account_id), 'kind', hold_kind,
    'since', ${isoText('hold_since')}, 'expiresAt', ${isoText('hold_expires_at')}) END`,
  openProposals: 'open_proposals',
  calls: 'call_stand',
  notes: 'note_count',
})

interface QueueValues {
  readonly id: string
  readonly orderNumber: string
  readonly version: number
  readonly round: number
  readonly state: QueueRow['state']
  readonly filingType: QueueRow['filingType']
  readonly province: string
  readonly entityKind: QueueRow['entityKind']
  readonly entityName: string
  readonly serviceNames: string[]
  readonly serviceKinds: QueueRow['serviceKinds']
  readonly documentCount: number
  readonly submittedAt: string
  readonly dueAt: string
  readonly sms: NonNullable<QueueRow['sms']> | null
  readonly holder: QueueRow['holder']
  readonly openProposals: number
  readonly calls: NonNullable<QueueRow['calls']> | null
  readonly notes: number
}
type QueueColumns = { readonly [Name in keyof QueueValues]: ReadonlyArray<QueueValues[Name]> }

/**
 * One text of whole columns: opening five thousand rows value by value takes ten times as long, and a text of rows
 * twice, with or without the names of their fields.
 */
const columnsAsText = (now: string): string =>
  `json_build_object(${Object.entries(queueColumns(now))
    .map(([name, column]) => `'${name}', coalesce(json_agg(${column}), '[]')`)
    .join(', ')})::text`

/** Written by `columnsAsText`, so every column has a value for every row; the route checks each reply by its schema. */
function queueRowsOf(text: string): QueueRow[] {
  const columns = JSON.parse(text) as QueueColumns
  const at = <Name extends keyof QueueValues>(name: Name, index: number) =>
    columns[name][index] as QueueValues[Name]
  return columns.id.map((id, index) => {
    const openProposals = at('openProposals', index)
    const calls = at('calls', index)
    const notes = at('notes', index)
    return {
      id,
      orderNumber: at('orderNumber', index),
      version: at('version', index),
      round: at('round', index),
      state: at('state', index),
      filingType: at('filingType', index),
      province: at('province', index),
      entityKind: at('entityKind', index),
      entityName: at('entityName', index),
      serviceNames: at('serviceNames', index),
      serviceKinds: at('serviceKinds', index),
      documentCount: at('documentCount', index),
      submittedAt: at('submittedAt', index),
      dueAt: at('dueAt', index),
      sms: at('sms', index),
      holder: at('holder', index),
      ...(openProposals > 0 ? { openProposals } : {}),
      ...(calls === null ? {} : { calls }),
      ...(notes > 0 ? { notes } : {}),
    }
  })
}

/** Rows of these cases as the queue shows them now. */
export async function readQueueRows(
  database: Queryable,
  caseIds: readonly string[],
  now: number,
): Promise<readonly QueueRow[]> {
  const { rows } = onlyRow(
    await database.query<{ readonly rows: string }>(
      `SELECT ${columnsAsText('$3')} AS rows
       FROM (SELECT * FROM filing_case WHERE id = ANY ($1::uuid[]) LIMIT $2) AS wanted`,
      [caseIds, caseIds.length, isoInstant(now)],
    ),
  )
  return queueRowsOf(rows)
}

/**
 * Cases changed after this position, in the order in which the changes became visible. A hold that has run out is
 * shown as none. A position beyond the clock comes from a past that was restored away: it is answered from the start.
 * `more` after every full page: where the last one is full, the next is empty, which costs less than looking each time.
 */
export async function readFeed(
  database: Queryable,
  request: { readonly after: number; readonly limit: number; readonly now: number },
): Promise<FeedReply> {
  const { rows: text, last } = onlyRow(
    await database.query<{ readonly rows: string; readonly last: number | null }>(
      // The page is sorted once, below the columns, which are gathered in its order.
      `SELECT ${columnsAsText('$3')} AS rows, max(feed_position) AS last
       FROM (
         SELECT * FROM filing_case
         WHERE feed_position > (SELECT CASE WHEN $1::bigint > value THEN 0 ELSE $1::bigint END FROM feed_clock)
         ORDER BY feed_position LIMIT $2
       ) AS page`,
      [request.after, request.limit, isoInstant(request.now)],
    ),
  )
  const rows = queueRowsOf(text)
  return { rows, cursor: last ?? request.after, more: rows.length === request.limit }
}
