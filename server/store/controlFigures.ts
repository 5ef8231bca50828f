import type { Queryable } from './database'
import type { ControlsReply } from '../../shared/protocol/controls'
import type { ControlOutcome } from '../../shared/review/controls/controlOutcome'
import { detectionRate } from '../../shared/review/controls/detectionRate'

/** Released control cases of one answer. */
const MOST_RELEASED = 100

interface ListedRow {
  readonly id: string
  readonly order_number: string
  readonly rules: string[]
  readonly display_name: string
  readonly stocked_at: Date
}

const LISTED = `SELECT control_case.*, display_name FROM control_case JOIN account ON account.id = account_id`

function listed(row: ListedRow) {
  return {
    id: row.id,
    orderNumber: row.order_number,
    rules: row.rules,
    stockedBy: row.display_name,
    stockedAt: row.stocked_at.toISOString(),
  }
}

/** What waits to be released, the latest first. When it will be is told to nobody. */
export async function readStock(database: Queryable): Promise<ControlsReply['stock']> {
  const rows = await database.query<ListedRow & { readonly refused: boolean }>(
    `${LISTED} WHERE case_id IS NULL ORDER BY stocked_at DESC, control_case.id DESC`,
  )
  return rows.map((row) => ({ ...listed(row), refused: row.refused }))
}

/** What was released, the latest first, with what was decided about it. */
export async function readReleased(database: Queryable): Promise<ControlsReply['released']> {
  const rows = await database.query<
    ListedRow & { readonly case_id: string; readonly released_at: Date; readonly ended_at: Date | null }
  >(`${LISTED} WHERE case_id IS NOT NULL ORDER BY released_at DESC LIMIT $1`, [MOST_RELEASED])
  const scores = await database.query<{
    control_id: string
    display_name: string
    outcome: ControlOutcome
    decided_at: Date
  }>(
    `SELECT control_id, display_name, outcome, decided_at FROM control_score
     JOIN account ON account.id = account_id WHERE control_id = ANY ($1::uuid[]) ORDER BY case_version`,
    [rows.map(({ id }) => id)],
  )
  return rows.map((row) => ({
    ...listed(row),
    caseId: row.case_id,
    releasedAt: row.released_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    scores: scores
      .filter((score) => score.control_id === row.id)
      .map((score) => ({
        displayName: score.display_name,
        outcome: score.outcome,
        decidedAt: score.decided_at.toISOString(),
      })),
  }))
}

/** How often the built-in faults were found: by all, by each person, and for each rule that a fault breaks. */
export async function readControlFigures(database: Queryable): Promise<ControlsReply['figures']> {
  const people = await database.query<{
    id: string
    display_name: string
    outcome: ControlOutcome
    count: number
  }>(
    `SELECT account.id, display_name, outcome, count(*) AS count FROM control_score
     JOIN account ON account.id = account_id GROUP BY account.id, display_name, outcome ORDER BY display_name, account.id`,
  )
  const rules = await database.query<{ rule_id: string; outcome: ControlOutcome; count: number }>(
    `SELECT rule_id, outcome, count(*) AS count FROM control_score
     JOIN control_case ON control_case.id = control_id, json_array_elements_text(rules) AS rule_id
     GROUP BY rule_id, outcome ORDER BY rule_id`,
  )
  return {
    all: detectionRate(people),
    people: firstsBy(people, ({ id }) => id).map(({ id, display_name: displayName }) => ({
      id,
      displayName,
      figure: detectionRate(people.filter((row) => row.id === id)),
    })),
    rules: firstsBy(rules, ({ rule_id: ruleId }) => ruleId).map(({ rule_id: ruleId }) => ({
      ruleId,
      figure: detectionRate(rules.filter((row) => row.rule_id === ruleId)),
    })),
  }
}

/** The first row of each group, in order. */
function firstsBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === index)
}
