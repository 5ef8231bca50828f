import { changePlace } from './auditChain'
import { auditKeys } from './auditKeys'
import type { Queryable, SqlValue } from './database'
import { openChange } from '../audit/sealChange'
import { isoInstant } from '../system'
import type { z } from 'zod'
import type { ServerEntry } from '../../shared/audit/chainEntries'
import { chinaInstant } from '../../shared/calendar/chinaTime'
import { canonicalJson } from '../../shared/canonicalJson'
import type { auditListRequestSchema, AuditViewEntry } from '../../shared/protocol/audit'

type ListRequest = z.output<typeof auditListRequestSchema>

interface ListedRow {
  readonly sequence: number
  readonly at: Date
  readonly kind: string
  readonly person_id: string | null
  readonly display_name: string | null
  readonly case_id: string | null
  readonly order_number: string | null
  readonly detail: string
  readonly sealed: string | null
  readonly hash: string
}

const SERVER_ROWS = `SELECT entry.sequence, entry.at, entry.kind, entry.actor_id AS person_id, display_name, entry.case_id, order_number,
    entry.detail, entry.sealed, entry.hash
  FROM audit_entry entry LEFT JOIN account ON account.id = entry.actor_id
  LEFT JOIN filing_case ON filing_case.id = entry.case_id
  WHERE ($1 = 'server')`
const DEVICE_ROWS = `SELECT entry.sequence, entry.at, entry.action AS kind, entry.actor_id AS person_id, display_name, entry.case_id,
    order_number, entry.detail, entry.sealed, entry.hash
  FROM device_entry entry LEFT JOIN account ON account.id = entry.actor_id
  LEFT JOIN filing_case ON filing_case.id = entry.case_id
  WHERE entry.device_id = $1`

/** Entries of one chain, newest first, one more than `limit` when there are more; changes opened where a key is left. */
export async function listAudit(
  database: Queryable,
  { chain, before, person, caseId, orderNumber, kind, from, to, limit }: ListRequest,
): Promise<{ readonly entries: readonly AuditViewEntry[]; readonly more: boolean }> {
  const values: SqlValue[] = [
    chain,
    before ?? null,
    person ?? null,
    caseId ?? null,
    kind ?? null,
    from === undefined ? null : isoInstant(chinaInstant(from, 0)),
    to === undefined ? null : isoInstant(chinaInstant(to, 0) + DAY),
    limit + 1,
    orderNumber ?? null,
  ]
  const name = chain === 'server' ? 'kind' : 'action'
  const rows = await database.query<ListedRow>(
    `${chain === 'server' ? SERVER_ROWS : DEVICE_ROWS}
       AND ($2::bigint IS NULL OR entry.sequence < $2::bigint) AND ($3::uuid IS NULL OR entry.actor_id = $3::uuid)
       AND ($4::uuid IS NULL OR entry.case_id = $4::uuid) AND ($5::text IS NULL OR entry.${name} = $5::text)
       AND ($6::timestamptz IS NULL OR entry.at >= $6::timestamptz) AND ($7::timestamptz IS NULL OR entry.at < $7::timestamptz)
       AND ($9::text IS NULL OR order_number = $9::text)
     ORDER BY entry.sequence DESC LIMIT $8`,
    values,
  )
  const page = rows.slice(0, limit)
  const keysOf = await auditKeys(database, [...new Set(page.map(subjectOf).filter((id) => id !== null))])
  return {
    entries: page.map((row) => viewOf(row, chain, keysOf)),
    more: rows.length > limit,
  }
}

const DAY = 86_400_000

function subjectOf(row: ListedRow): string | null {
  return row.case_id ?? row.person_id
}

function viewOf(
  row: ListedRow,
  chain: string,
  keysOf: Awaited<ReturnType<typeof auditKeys>>,
): AuditViewEntry {
  const { person_id: id, display_name: displayName } = row
  return {
    sequence: row.sequence,
    at: row.at.toISOString(),
    kind: row.kind,
    person: id === null ? null : { id, displayName: displayName ?? '' },
    caseId: row.case_id,
    orderNumber: row.order_number,
    detail: row.detail,
    change: changeOf(row, chain, keysOf),
    hash: row.hash,
  }
}

function changeOf(
  row: ListedRow,
  chain: string,
  keysOf: Awaited<ReturnType<typeof auditKeys>>,
): AuditViewEntry['change'] {
  const subject = subjectOf(row)
  if (row.sealed === null || subject === null) {
    return { state: 'none' }
  }
  for (const key of keysOf(subject, chain === 'server' ? undefined : chain)) {
    const change = openChange(key, changePlace(row.kind, subject), row.sealed)
    if (change !== null) {
      return { state: 'open', before: canonicalJson(change.before), after: canonicalJson(change.after) }
    }
  }
  return { state: 'destroyed' }
}

/** Entries of the server's chain in order, behind `after`, as they were hashed. */
export async function serverEntries(
  database: Queryable,
  after: number,
  limit: number,
): Promise<readonly ServerEntry[]> {
  const rows = await database.query<{
    sequence: number
    at: Date
    kind: string
    case_id: string | null
    round: number | null
    actor_id: string | null
    detail: string
    sealed: string | null
    hash: string
  }>(
    `SELECT sequence, at, kind, case_id, round, actor_id, detail, sealed, hash FROM audit_entry
     WHERE sequence > $1 ORDER BY sequence LIMIT $2`,
    [after, limit],
  )
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at.toISOString(),
    kind: row.kind,
    caseId: row.case_id,
    round: row.round,
    actorId: row.actor_id,
    detail: row.detail,
    sealed: row.sealed,
    hash: row.hash,
  }))
}

/** Kinds of entries that occur, and people who occur in them: what an auditor filters by. */
export async function auditFacets(database: Queryable): Promise<{
  readonly kinds: readonly string[]
  readonly people: ReadonlyArray<{ readonly id: string; readonly displayName: string }>
}> {
  const kinds = await database.query<{ kind: string }>(
    'SELECT kind FROM audit_entry UNION SELECT action FROM device_entry ORDER BY 1',
  )
  const people = await database.query<{ id: string; display_name: string }>(
    'SELECT id, display_name FROM account ORDER BY display_name, id',
  )
  return {
    kinds: kinds.map(({ kind }) => kind),
    people: people.map((row) => ({ id: row.id, displayName: row.display_name })),
  }
}
