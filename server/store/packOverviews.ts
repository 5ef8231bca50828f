import type { Queryable } from './database'
import type { CaseState } from '../../shared/filing/caseStates'
import type { PackOverview } from '../../shared/protocol/rulePacks'

/** Who did what to an imported pack, by names. */
export interface PackHistory {
  readonly packId: string
  readonly proposed: NonNullable<PackOverview['proposed']>
  readonly settled: PackOverview['settled']
  readonly dryRun: {
    readonly at: string
    readonly by: string
    readonly cases: number
    readonly unjudged: number
  } | null
}

interface HistoryRow {
  readonly id: string
  readonly proposed_by: string
  readonly proposer: string
  readonly proposed_at: Date
  readonly settled_by: string | null
  readonly settler: string | null
  readonly settled_at: Date | null
  readonly runner: string | null
  readonly dry_run_at: Date | null
  readonly dry_run_cases: number | null
  readonly dry_run_unjudged: number | null
}

/** Of every imported pack, the newest proposal first. */
export async function readPackHistories(database: Queryable): Promise<readonly PackHistory[]> {
  const rows = await database.query<HistoryRow>(
    `SELECT rule_pack.id, proposed_by, proposer.display_name AS proposer, proposed_at,
       settled_by, settler.display_name AS settler, settled_at,
       runner.display_name AS runner, dry_run_at, dry_run_cases, dry_run_unjudged
     FROM rule_pack JOIN account proposer ON proposer.id = proposed_by
     LEFT JOIN account settler ON settler.id = settled_by LEFT JOIN account runner ON runner.id = dry_run_by
     ORDER BY proposed_at DESC, rule_pack.id DESC`,
  )
  return rows.map((row) => ({
    packId: row.id,
    proposed: { userId: row.proposed_by, by: row.proposer, at: row.proposed_at.toISOString() },
    settled:
      row.settled_by === null || row.settler === null || row.settled_at === null
        ? null
        : { userId: row.settled_by, by: row.settler, at: row.settled_at.toISOString() },
    dryRun:
      row.runner === null || row.dry_run_at === null
        ? null
        : {
            at: row.dry_run_at.toISOString(),
            by: row.runner,
            cases: row.dry_run_cases ?? 0,
            unjudged: row.dry_run_unjudged ?? 0,
          },
  }))
}

/** How many cases in these states are judged by each version. */
export async function countPinnedCases(
  database: Queryable,
  states: readonly CaseState[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ rule_pack: string; count: number }>(
    `SELECT rule_pack, count(*)::integer AS count FROM filing_case WHERE state = ANY ($1::text[]) GROUP BY rule_pack`,
    [states],
  )
  return new Map(rows.map((row) => [row.rule_pack, row.count]))
}
