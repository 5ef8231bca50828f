import type { Queryable } from './database'
import { isoInstant } from '../system'
import { addDays, chinaDate, chinaInstant } from '../../shared/calendar/chinaTime'
import type { FilingType } from '../../shared/domain/filingTypes'
import type { RejectionReason } from '../../shared/domain/notice'
import { MOST_UNCOVERED, type RuleFigure, type UncoveredReason } from '../../shared/protocol/figures'
import type { Decision } from '../../shared/review/decision'

/** What one line of a rule came to. */
interface RuleCount {
  readonly ruleId: string
  readonly decided?: boolean
  readonly returned?: boolean
  readonly answered?: boolean
  readonly escaped?: boolean
}

/**
 * Adds to the counts of a day. Runs behind the lock of the audit's chain, so writers follow each other, and in the order of
 * the rules besides.
 */
async function countRules(
  tx: Queryable,
  rulePack: string,
  counts: readonly RuleCount[],
  now: number,
): Promise<void> {
  const inOrder = counts.toSorted((one, other) => (one.ruleId < other.ruleId ? -1 : 1))
  const column = (name: Exclude<keyof RuleCount, 'ruleId'>) =>
    inOrder.map((count) => (count[name] ? '1' : '0'))
  await tx.query(
    `INSERT INTO rule_day AS kept (day, rule_id, rule_pack, decided, returned, answered, escaped)
     SELECT $1::date, told.rule_id, $2, told.decided, told.returned, told.answered, told.escaped
     FROM unnest($3::text[], $4::int[], $5::int[], $6::int[], $7::int[])
       AS told (rule_id, decided, returned, answered, escaped)
     ON CONFLICT (day, rule_id, rule_pack) DO UPDATE SET decided = kept.decided + excluded.decided,
       returned = kept.returned + excluded.returned, answered = kept.answered + excluded.answered,
       escaped = kept.escaped + excluded.escaped`,
    [
      chinaDate(now),
      rulePack,
      inOrder.map(({ ruleId }) => ruleId),
      column('decided'),
      column('returned'),
      column('answered'),
      column('escaped'),
    ],
  )
}

/** Counts what a decision says of each rule. An escalation says nothing yet. */
export async function countDecision(tx: Queryable, decision: Decision, now: number): Promise<void> {
  const judged = decision.lines.filter(({ verdict }) => verdict === 'ok' || verdict === 'not-ok')
  if (decision.verdict === 'escalate' || judged.length === 0) {
    return
  }
  const counts = judged.map(({ lineId, verdict }) => ({
    ruleId: lineId,
    decided: true,
    returned: decision.verdict === 'return' && verdict === 'not-ok',
  }))
  await countRules(tx, decision.rulePack, counts, now)
}

/** Counts what the administration's answer says of the rules that a pass had found to be kept. */
export async function countAnswer(
  tx: Queryable,
  pass: Decision,
  escaped: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const kept = pass.lines.filter(({ verdict }) => verdict === 'ok')
  if (kept.length > 0) {
    const counts = kept.map(({ lineId }) => ({
      ruleId: lineId,
      answered: true,
      escaped: escaped.has(lineId),
    }))
    await countRules(tx, pass.rulePack, counts, now)
  }
}

/** Stores which rule each reason of a rejection speaks of, and whose pass it contradicts. */
export async function insertRejectionReasons(
  tx: Queryable,
  rejected: {
    readonly caseId: string
    readonly caseVersion: number
    readonly rulePack: string
    readonly accountId: string
    readonly ruleIds: ReadonlyArray<string | null>
  },
  now: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO rejection_reason (case_id, case_version, position, rule_id, rule_pack, account_id, recorded_at)
     SELECT $1, $2, place - 1, nullif(rule_id, ''), $3, $4, $5 FROM unnest($6::text[]) WITH ORDINALITY AS told (rule_id, place)`,
    [
      rejected.caseId,
      rejected.caseVersion,
      rejected.rulePack,
      rejected.accountId,
      isoInstant(now),
      rejected.ruleIds.map((ruleId) => ruleId ?? ''),
    ],
  )
}

/** What every rule came to between two China dates, both included, over all packs. */
export async function readRuleFigures(
  database: Queryable,
  from: string,
  to: string,
): Promise<readonly RuleFigure[]> {
  return database.query<RuleFigure>(
    `SELECT rule_id AS "ruleId", sum(decided)::int AS decided, sum(returned)::int AS returned,
       sum(answered)::int AS answered, sum(escaped)::int AS escaped
     FROM rule_day WHERE day BETWEEN $1::date AND $2::date GROUP BY rule_id
     ORDER BY returned DESC, escaped DESC, rule_id`,
    [from, to],
  )
}

/** Reasons of rejections between two China dates, both included, that no rule was found for; the latest first. */
export async function readUncovered(
  database: Queryable,
  from: string,
  to: string,
): Promise<readonly UncoveredReason[]> {
  const rows = await database.query<{
    order_number: string
    province: string
    filing_type: FilingType
    rule_pack: string
    recorded_at: Date
    reason: RejectionReason
  }>(
    `SELECT order_number, province, filing_type, rejection_reason.rule_pack, rejection_reason.recorded_at,
       content -> 'reasons' -> position AS reason
     FROM rejection_reason JOIN case_notice USING (case_id, case_version)
       JOIN filing_case ON filing_case.id = rejection_reason.case_id
     WHERE rejection_reason.recorded_at >= $1 AND rejection_reason.recorded_at < $2 AND rule_id IS NULL
       AND purged_at IS NULL
     ORDER BY rejection_reason.recorded_at DESC, order_number, position LIMIT ${String(MOST_UNCOVERED)}`,
    [isoInstant(chinaInstant(from, 0)), isoInstant(chinaInstant(addDays(to, 1), 0))],
  )
  return rows.map((row) => ({
    orderNumber: row.order_number,
    province: row.province,
    filingType: row.filing_type,
    rulePack: row.rule_pack,
    at: row.recorded_at.toISOString(),
    reason: row.reason,
  }))
}
