import type { Queryable } from './database'
import { isoInstant } from '../system'
import { addDays, chinaDate, chinaInstant } from '../../shared/calendar/chinaTime'
import { callPolicyOn } from '../../shared/calls/callPolicy'
import type { CallRecord } from '../../shared/calls/callRecord'
import { CALL_OUTCOMES } from '../../shared/calls/callTerms'
import type { CallFigures, FigurePeriod, Reach } from '../../shared/protocol/callFigures'

const DAYS: Readonly<Record<FigurePeriod, number>> = { today: 1, '7-days': 7, '30-days': 30 }

/** China keeps UTC+08:00 the whole year. */
const CHINA_TIME = "(started_at AT TIME ZONE 'UTC') + interval '8 hours'"
/**
 * Filings have an account of their own, that of the applicant. The team's figures leave control cases out; a person's own have
 * them, or the person would see which calls are missing.
 */
const CALLS = `(SELECT case_call.*, account_id AS caller_id FROM case_call WHERE $3::uuid IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM control_case WHERE control_case.case_id = case_call.case_id)) AS made`
const OF_PERIOD = 'started_at >= $1 AND started_at < $2 AND ($3::uuid IS NULL OR caller_id = $3)'
/** Rounds with this many calls and more are counted together. */
const MOST_TOLD = 6

type Bounds = readonly [from: string, to: string, accountId: string | null]

interface CountRow {
  readonly hour: number
  readonly province: string
  readonly direction: CallRecord['direction']
  readonly outcome: CallRecord['outcome']
  readonly count: number
}

/** What the calls of some days up to that of `now` come to: of one account, or of all for null. */
export async function readCallFigures(
  tx: Queryable,
  { period, accountId }: { readonly period: FigurePeriod; readonly accountId: string | null },
  now: number,
): Promise<CallFigures> {
  const to = chinaDate(now)
  const from = addDays(to, 1 - DAYS[period])
  const bounds: Bounds = [
    isoInstant(chinaInstant(from, 0)),
    isoInstant(chinaInstant(addDays(to, 1), 0)),
    accountId,
  ]
  const counts = await tx.query<CountRow>(
    `SELECT extract(hour FROM ${CHINA_TIME})::int AS hour, province,
       content ->> 'direction' AS direction, content ->> 'outcome' AS outcome, count(*) AS count
     FROM ${CALLS} JOIN filing_case ON filing_case.id = case_id
     WHERE ${OF_PERIOD} GROUP BY 1, 2, 3, 4`,
    bounds,
  )
  const outgoing = counts.filter(({ direction }) => direction === 'outgoing')
  return {
    from,
    to,
    incoming: total(counts) - total(outgoing),
    all: reachOf(outgoing),
    outcomes: CALL_OUTCOMES.map((outcome) => ({
      outcome,
      count: total(outgoing.filter((row) => row.outcome === outcome)),
    })).filter(({ count }) => count > 0),
    hours: valuesOf(outgoing, ({ hour }) => hour)
      .toSorted((one, other) => one - other)
      .map((hour) => ({ hour, ...reachOf(outgoing.filter((row) => row.hour === hour)) })),
    provinces: valuesOf(outgoing, ({ province }) => province)
      .toSorted()
      .map((code) => ({ code, ...reachOf(outgoing.filter(({ province }) => province === code)) })),
    ...(await readRounds(tx, bounds)),
    laddersEnded: await countEndedLadders(tx, bounds),
  }
}

/** What became of the rounds that were called about. The last decision since the first call that reached the person counts. */
async function readRounds(tx: Queryable, bounds: Bounds): Promise<Pick<CallFigures, 'perCase' | 'after'>> {
  const rows = await tx.query<{
    calls: number
    reached: boolean
    verdict: string | null
    renewed: boolean
    count: number
  }>(
    `WITH called AS (
       SELECT case_id, round, count(*) AS calls,
         min(started_at) FILTER (WHERE content ->> 'outcome' = 'reached') AS reached_at
       FROM ${CALLS} WHERE ${OF_PERIOD} GROUP BY case_id, round),
     settled AS (SELECT least(calls, ${String(MOST_TOLD)})::int AS calls, reached_at IS NOT NULL AS reached,
       (SELECT content ->> 'verdict' FROM decision
        WHERE decision.case_id = called.case_id AND decision.round = called.round AND decided_at >= reached_at
        ORDER BY case_version DESC LIMIT 1) AS verdict,
       EXISTS (SELECT 1 FROM case_round AS later
        WHERE later.case_id = called.case_id AND later.round > called.round AND received_at >= reached_at) AS renewed
       FROM called)
     SELECT settled.*, count(*) AS count FROM settled GROUP BY calls, reached, verdict, renewed`,
    bounds,
  )
  const reached = rows.filter((row) => row.reached)
  return {
    perCase: valuesOf(rows, ({ calls }) => calls)
      .toSorted((one, other) => one - other)
      .map((calls) => ({ calls, rounds: total(rows.filter((row) => row.calls === calls)) })),
    after: {
      reached: total(reached),
      passed: total(reached.filter(({ verdict }) => verdict === 'pass')),
      returned: total(reached.filter(({ verdict }) => verdict === 'return')),
      renewed: total(reached.filter(({ renewed }) => renewed)),
    },
  }
}

/** A ladder ends with the one call that is as many in a row without an answer as it has rungs; whoever made the others. */
async function countEndedLadders(tx: Queryable, bounds: Bounds): Promise<number> {
  const rows = await tx.query<{ date: string; step: number; count: number }>(
    `WITH touched AS (SELECT DISTINCT case_id, round FROM ${CALLS} WHERE ${OF_PERIOD}),
     runs AS (
       SELECT case_call.*, count(*) FILTER (WHERE content ->> 'outcome' = 'reached') OVER in_order AS run
       FROM case_call JOIN touched USING (case_id, round)
       WINDOW in_order AS (PARTITION BY case_id, round ORDER BY started_at, received_at, command_id)),
     unanswered AS (
       SELECT started_at, account_id AS caller_id,
         row_number() OVER (PARTITION BY case_id, round, run ORDER BY started_at, received_at, command_id) AS step
       FROM runs WHERE content ->> 'direction' = 'outgoing' AND content ->> 'outcome' <> 'reached')
     SELECT to_char(${CHINA_TIME}, 'YYYY-MM-DD') AS date, step, count(*) AS count
     FROM unanswered WHERE ${OF_PERIOD} GROUP BY 1, 2`,
    bounds,
  )
  return total(
    rows.filter(({ date, step }) => step === callPolicyOn(date).ladder.pausesInWorkingMinutes.length + 1),
  )
}

function reachOf(outgoing: readonly CountRow[]): Reach {
  return { attempts: total(outgoing), reached: total(outgoing.filter((row) => row.outcome === 'reached')) }
}

function total(rows: ReadonlyArray<{ readonly count: number }>): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

function valuesOf<Row, Value>(rows: readonly Row[], valueOf: (row: Row) => Value): readonly Value[] {
  return [...new Set(rows.map(valueOf))]
}
