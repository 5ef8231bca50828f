import { onlyRow, type Queryable } from './database'
import { isoInstant } from '../system'
import type { FilingType } from '../../shared/domain/filingTypes'
import type {
  SampleEntry,
  SampleOutcome,
  SamplingLevel,
  SamplingPlan,
  SamplingTerms,
} from '../../shared/review/sampling/samplingPlan'
import { FIRST_STAND, type SamplingStand } from '../../shared/review/sampling/samplingStand'

interface PlanRow {
  readonly id: string
  readonly terms: SamplingTerms
  readonly seed: string
  readonly seed_sha256: string
  readonly display_name: string
  readonly started_at: Date
  readonly ended_at: Date | null
}

const PLANS = `SELECT sampling_plan.id, terms, seed, seed_sha256, display_name, started_at, ended_at
  FROM sampling_plan JOIN account ON account.id = account_id`

/** A plan with its secret, which leaves the server only once the plan has ended. */
interface SeededPlan {
  readonly plan: SamplingPlan
  readonly seed: string
}

/** The latest plans, newest first. */
export async function readPlans(database: Queryable, limit: number): Promise<readonly SamplingPlan[]> {
  const rows = await database.query<PlanRow>(
    `${PLANS} ORDER BY started_at DESC, sampling_plan.id DESC LIMIT $1`,
    [limit],
  )
  return rows.map((row) => planOf(row).plan)
}

/** That plan, or null. */
export async function findPlan(database: Queryable, planId: string): Promise<SeededPlan | null> {
  const [row] = await database.query<PlanRow>(`${PLANS} WHERE sampling_plan.id = $1`, [planId])
  return row ? planOf(row) : null
}

/** The plan in force. It cannot end before the transaction does: a seed that is told draws nothing any more. */
export async function planInForce(tx: Queryable): Promise<SeededPlan | null> {
  const [row] = await tx.query<PlanRow>(`${PLANS} WHERE ended_at IS NULL FOR SHARE OF sampling_plan`, [])
  return row ? planOf(row) : null
}

function planOf(row: PlanRow): SeededPlan {
  const plan = {
    id: row.id,
    terms: row.terms,
    seedSha256: row.seed_sha256,
    startedBy: row.display_name,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
  return { plan, seed: row.seed }
}

/** Ends the plan in force; its id, or null when there is none. */
export async function endPlan(tx: Queryable, now: number): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'UPDATE sampling_plan SET ended_at = $1 WHERE ended_at IS NULL RETURNING id',
    [isoInstant(now)],
  )
  return row?.id ?? null
}

/** Begins a plan. False when another is in force, which somebody else has begun just now. */
export async function insertPlan(
  tx: Queryable,
  plan: {
    readonly id: string
    readonly terms: SamplingTerms
    readonly seed: string
    readonly seedSha256: string
    readonly accountId: string
  },
  now: number,
): Promise<boolean> {
  const begun = await tx.query(
    `INSERT INTO sampling_plan (id, terms, seed, seed_sha256, account_id, started_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [plan.id, JSON.stringify(plan.terms), plan.seed, plan.seedSha256, plan.accountId, isoInstant(now)],
  )
  return begun.length > 0
}

/** Where a reviewer stands in a plan, locked, so that draws and looks get one order. */
export async function lockStand(
  tx: Queryable,
  planId: string,
  accountId: string,
): Promise<{ readonly step: number; readonly stand: SamplingStand }> {
  await tx.query(
    `INSERT INTO sampling_stand (plan_id, account_id, step, stand) VALUES ($1, $2, 0, $3)
     ON CONFLICT (plan_id, account_id) DO NOTHING`,
    [planId, accountId, JSON.stringify(FIRST_STAND)],
  )
  return onlyRow(
    await tx.query<{ step: number; stand: SamplingStand }>(
      'SELECT step, stand FROM sampling_stand WHERE plan_id = $1 AND account_id = $2 FOR UPDATE',
      [planId, accountId],
    ),
  )
}

/** Stores the stand after one more step. The row is locked by the caller. */
export async function storeStand(
  tx: Queryable,
  planId: string,
  accountId: string,
  { step, stand }: { readonly step: number; readonly stand: SamplingStand },
): Promise<void> {
  await tx.query('UPDATE sampling_stand SET step = $3, stand = $4 WHERE plan_id = $1 AND account_id = $2', [
    planId,
    accountId,
    step,
    JSON.stringify(stand),
  ])
}

/** Enters a draw, drawn or not. */
export async function insertDraw(
  tx: Queryable,
  planId: string,
  draw: Omit<SampleEntry, 'outcome' | 'outcomeStep'>,
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO sample_draw (plan_id, case_id, round, case_version, account_id, province, filing_type, level, permille,
       drawn, step, drawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      planId,
      draw.caseId,
      draw.round,
      draw.caseVersion,
      draw.reviewerId,
      draw.province,
      draw.filingType,
      draw.level,
      draw.permille,
      draw.drawn,
      draw.step,
      isoInstant(now),
    ],
  )
}

/** A drawn pass whose second look is not finished. */
interface OpenDraw {
  readonly place: number
  readonly planId: string
  readonly reviewerId: string
  readonly terms: SamplingTerms
}

/** The unfinished draw of a case's round, or null. */
export async function findOpenDraw(
  database: Queryable,
  caseId: string,
  round: number,
): Promise<OpenDraw | null> {
  const [row] = await database.query<{
    place: number
    plan_id: string
    account_id: string
    terms: SamplingTerms
  }>(
    `SELECT place, plan_id, sample_draw.account_id, terms FROM sample_draw JOIN sampling_plan ON sampling_plan.id = plan_id
     WHERE case_id = $1 AND round = $2 AND drawn AND outcome IS NULL ORDER BY place DESC LIMIT 1`,
    [caseId, round],
  )
  return row ? { place: row.place, planId: row.plan_id, reviewerId: row.account_id, terms: row.terms } : null
}

/** Stores what a second look came to. */
export async function finishDraw(
  tx: Queryable,
  place: number,
  look: { readonly outcome: SampleOutcome; readonly step: number },
): Promise<void> {
  await tx.query('UPDATE sample_draw SET outcome = $2, outcome_step = $3 WHERE place = $1', [
    place,
    look.outcome,
    look.step,
  ])
}

/** One page of the register, and the place of its last entry. */
export async function readRegister(
  database: Queryable,
  planId: string,
  after: number,
  limit: number,
): Promise<{ readonly entries: readonly SampleEntry[]; readonly last: number | null }> {
  const rows = await database.query<{
    place: number
    case_id: string
    round: number
    case_version: number
    account_id: string
    province: string
    filing_type: FilingType
    level: SamplingLevel
    permille: number
    drawn: boolean
    step: number
    outcome: SampleOutcome | null
    outcome_step: number | null
  }>(
    `SELECT place, case_id, round, case_version, account_id, province, filing_type, level, permille, drawn, step, outcome,
       outcome_step FROM sample_draw WHERE plan_id = $1 AND place > $2 ORDER BY place LIMIT $3`,
    [planId, after, limit],
  )
  const entries = rows.map((row) => ({
    caseId: row.case_id,
    round: row.round,
    caseVersion: row.case_version,
    reviewerId: row.account_id,
    province: row.province,
    filingType: row.filing_type,
    level: row.level,
    permille: row.permille,
    drawn: row.drawn,
    step: row.step,
    outcome: row.outcome,
    outcomeStep: row.outcome_step,
  }))
  return { entries, last: rows.at(-1)?.place ?? null }
}
