import { IS_CONTROL } from './controls'
import { onlyRow, type Queryable } from './database'
import { isoInstant } from '../system'
import type { CaseState } from '../../shared/filing/caseStates'
import type { JudgedChangeKind, LineChange } from '../../shared/rules/checklistChanges'

/** How one line of one case would change. */
export interface FoundChange {
  readonly caseId: string
  readonly ruleId: string
  readonly kind: JudgedChangeKind
  readonly before: LineChange['before']
  readonly after: LineChange['after']
}

/** Changes written by one statement. */
const PAGE = 1000

/** Ids of the cases in these states behind this one, in order; without control cases. */
export async function pageOfCases(
  database: Queryable,
  states: readonly CaseState[],
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT id FROM filing_case WHERE state = ANY ($1::text[]) AND ($2::uuid IS NULL OR id > $2::uuid) AND NOT ${IS_CONTROL}
     ORDER BY id LIMIT $3`,
    [states, after, limit],
  )
  return rows.map(({ id }) => id)
}

/** Replaces what an earlier dry run of this proposal found. The pack's row is locked. */
export async function storeDryRun(
  tx: Queryable,
  run: {
    readonly packId: string
    readonly base: string
    readonly by: string
    readonly cases: number
    readonly unjudged: number
    readonly changes: readonly FoundChange[]
  },
  now: number,
): Promise<void> {
  await tx.query('DELETE FROM dry_run_change WHERE pack_id = $1', [run.packId])
  for (let at = 0; at < run.changes.length; at += PAGE) {
    await tx.query(
      `INSERT INTO dry_run_change (pack_id, case_id, rule_id, kind, before_verdict, before_blocking, after_verdict,
         after_blocking)
       SELECT $1::uuid, * FROM json_to_recordset($2::json) AS found (case_id uuid, rule_id text, kind text,
         before_verdict text, before_blocking boolean, after_verdict text, after_blocking boolean)`,
      [run.packId, JSON.stringify(run.changes.slice(at, at + PAGE).map(recordOf))],
    )
  }
  await tx.query(
    `UPDATE rule_pack SET dry_run_base = $1, dry_run_by = $2, dry_run_at = $3, dry_run_cases = $4,
       dry_run_unjudged = $5 WHERE id = $6`,
    [run.base, run.by, isoInstant(now), run.cases, run.unjudged, run.packId],
  )
}

/** Number of changes a rule and kind, and of cases with any. */
export async function countChanges(
  database: Queryable,
  packId: string,
): Promise<{
  readonly changedCases: number
  readonly rules: ReadonlyArray<{
    readonly ruleId: string
    readonly kind: JudgedChangeKind
    readonly count: number
  }>
}> {
  const { cases } = onlyRow(
    await database.query<{ cases: number }>(
      'SELECT count(DISTINCT case_id)::integer AS cases FROM dry_run_change WHERE pack_id = $1',
      [packId],
    ),
  )
  const rows = await database.query<{ rule_id: string; kind: JudgedChangeKind; count: number }>(
    `SELECT rule_id, kind, count(*)::integer AS count FROM dry_run_change WHERE pack_id = $1
     GROUP BY rule_id, kind ORDER BY rule_id, kind`,
    [packId],
  )
  return {
    changedCases: cases,
    rules: rows.map(({ rule_id: ruleId, kind, count }) => ({ ruleId, kind, count })),
  }
}

/** A page of single changes by order number and rule; of one rule when that is given. */
export async function listChanges(
  database: Queryable,
  request: {
    readonly packId: string
    readonly ruleId: string | null
    readonly offset: number
    readonly limit: number
  },
): Promise<{
  readonly total: number
  readonly changes: ReadonlyArray<FoundChange & { readonly orderNumber: string }>
}> {
  const chosen = 'pack_id = $1 AND ($2::text IS NULL OR rule_id = $2::text)'
  const { total } = onlyRow(
    await database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM dry_run_change WHERE ${chosen}`,
      [request.packId, request.ruleId],
    ),
  )
  const rows = await database.query<ChangeRow>(
    `SELECT case_id, order_number, rule_id, kind, before_verdict, before_blocking, after_verdict, after_blocking
     FROM dry_run_change JOIN filing_case ON filing_case.id = case_id WHERE ${chosen}
     ORDER BY order_number, rule_id LIMIT $3 OFFSET $4`,
    [request.packId, request.ruleId, request.limit, request.offset],
  )
  return { total, changes: rows.map(changeOf) }
}

type Verdict = NonNullable<LineChange['before']>['verdict']

interface ChangeRow {
  readonly case_id: string
  readonly order_number: string
  readonly rule_id: string
  readonly kind: JudgedChangeKind
  readonly before_verdict: Verdict
  readonly before_blocking: boolean | null
  readonly after_verdict: Verdict
  readonly after_blocking: boolean | null
}

function recordOf({ caseId, ruleId, kind, before, after }: FoundChange): Omit<ChangeRow, 'order_number'> {
  return {
    case_id: caseId,
    rule_id: ruleId,
    kind,
    before_verdict: before?.verdict ?? null,
    before_blocking: before?.blocking ?? null,
    after_verdict: after?.verdict ?? null,
    after_blocking: after?.blocking ?? null,
  }
}

function changeOf(row: ChangeRow): FoundChange & { readonly orderNumber: string } {
  return {
    caseId: row.case_id,
    orderNumber: row.order_number,
    ruleId: row.rule_id,
    kind: row.kind,
    before: stateOf(row.before_verdict, row.before_blocking),
    after: stateOf(row.after_verdict, row.after_blocking),
  }
}

function stateOf(verdict: Verdict, blocking: boolean | null): LineChange['before'] {
  return blocking === null ? null : { verdict, blocking }
}
