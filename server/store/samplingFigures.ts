import type { Queryable } from './database'
import type { FilingType } from '../../shared/domain/filingTypes'
import type { SamplingFigures } from '../../shared/protocol/sampling'
import { estimateErrors, type SampleCount } from '../../shared/review/sampling/estimateErrors'
import type { SamplingStand } from '../../shared/review/sampling/samplingStand'

interface CountRow extends SampleCount {
  readonly account_id: string
  readonly display_name: string
  readonly stand: SamplingStand
  readonly province: string
  readonly filing_type: FilingType
}

/** What the draws of a plan say so far, for all and by group. */
export async function readSamplingFigures(database: Queryable, planId: string): Promise<SamplingFigures> {
  const counts = await database.query<CountRow>(
    `SELECT grouped.*, display_name, stand FROM (
       SELECT account_id, province, filing_type, permille, drawn, outcome, count(*) AS count FROM sample_draw
       WHERE plan_id = $1 GROUP BY account_id, province, filing_type, permille, drawn, outcome) AS grouped
     JOIN account ON account.id = grouped.account_id
     JOIN sampling_stand ON sampling_stand.plan_id = $1 AND sampling_stand.account_id = grouped.account_id
     ORDER BY display_name, grouped.account_id, province, filing_type`,
    [planId],
  )
  return {
    all: estimateErrors(counts),
    reviewers: groupsOf(counts, ({ account_id: id }) => id).map(([first, parts]) => ({
      id: first.account_id,
      displayName: first.display_name,
      level: first.stand.level,
      estimate: estimateErrors(parts),
    })),
    provinces: groupsOf(counts, ({ province }) => province)
      .map(([first, parts]) => ({ code: first.province, estimate: estimateErrors(parts) }))
      .toSorted((one, other) => one.code.localeCompare(other.code)),
    filingTypes: groupsOf(counts, ({ filing_type: type }) => type).map(([first, parts]) => ({
      type: first.filing_type,
      estimate: estimateErrors(parts),
    })),
  }
}

/** Groups in the order in which they first appear, each with its first row. */
function groupsOf(
  counts: readonly CountRow[],
  nameOf: (row: CountRow) => string,
): ReadonlyArray<readonly [CountRow, readonly CountRow[]]> {
  const firsts = counts.filter(
    (row, index) => counts.findIndex((other) => nameOf(other) === nameOf(row)) === index,
  )
  return firsts.map((first) => [first, counts.filter((row) => nameOf(row) === nameOf(first))])
}
