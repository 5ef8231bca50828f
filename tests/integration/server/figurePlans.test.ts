import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideDatabase, type TestPlace } from '../../helpers/serverDatabase'
import { START_TIMEOUT } from '../../helpers/serverHarness'
import type { Database } from '../../../server/store/database'
import { migrate } from '../../../server/store/migrate'
import { BACKLOG_SQL, DAYS_SQL, LOAD_SQL, readBacklog, readDays } from '../../../server/store/workFigures'

const NOW = Date.parse('2026-11-20T02:30:00Z')
const CASES = 20_000

/** A team with years behind it: nearly all cases are closed, and nearly all decisions old. */
const FILL = `
INSERT INTO account (id, username, display_name, role, password_hash, created_at)
VALUES ('0190c7a0-0000-7000-8000-000000000001', 'li.na', '李娜', 'reviewer', 'x', now());
INSERT INTO filing_case (id, order_number, account_id, version, round, state, province, rule_pack, submitted_at, due_at,
  filing_type, entity_kind, entity_name, service_names, service_kinds, document_count, feed_position)
SELECT ('0190c7a0-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'BA-' || n, '', 2, 1,
  CASE WHEN n % 200 = 0 THEN 'pending-review' ELSE 'approved' END, CASE WHEN n % 400 = 0 THEN '330000' ELSE '440000' END,
  '2026.1', at, at + interval '1 day', 'change', 'organization', '＊', '[]', '[]', 0, n
FROM (SELECT n, timestamptz '2026-11-20T02:00:00Z' - n * interval '5 minutes' AS at
  FROM generate_series(1, ${String(CASES)}) AS n) AS made;
INSERT INTO audit_entry (sequence, at, kind, detail, previous_hash, hash)
SELECT n, now(), 'passed', '{}', lpad((n - 1)::text, 64, '0'), lpad(n::text, 64, '0') FROM generate_series(1, ${String(CASES)}) AS n;
INSERT INTO command (id, account_id, content_sha256, received_at)
SELECT id, '0190c7a0-0000-7000-8000-000000000001', repeat('0', 64), submitted_at FROM filing_case;
INSERT INTO decision (command_id, case_id, round, case_version, content, account_id, decided_at, audit_hash, verdict, due_at)
SELECT id, id, 1, 2, '{}', '0190c7a0-0000-7000-8000-000000000001', submitted_at + interval '10 minutes',
  lpad(feed_position::text, 64, '0'), CASE WHEN feed_position % 4 = 0 THEN 'return' ELSE 'pass' END, due_at
FROM filing_case;
ANALYZE;`

/** Of control cases there are never more than some hundreds: the planner reads them as it likes. */
const SCANNED = /Seq Scan on (?!control_case)/

describe('Queries of figures', () => {
  let place: TestPlace
  let database: Database

  beforeAll(async () => {
    place = await provideDatabase('embedded')
    database = await place.open()
    await migrate(database)
    await database.query('SELECT set_config($1, $2, false)', ['TimeZone', 'America/St_Johns'])
    for (const statement of FILL.split(';\n')) {
      await database.query(statement)
    }
  }, START_TIMEOUT)
  afterAll(async () => {
    await database.close()
    await place.remove()
  })

  /** The query with its values in place: plans of unknown values say nothing. */
  async function planOf(sql: string, values: readonly string[]): Promise<string> {
    const text = values.reduceRight((part, value, at) => part.replaceAll(`$${String(at + 1)}`, value), sql)
    const rows = await database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }

  it('read what is open or recent, and not what the team has behind it', async () => {
    const backlog = await planOf(BACKLOG_SQL, [
      "'{pending-review,escalated}'",
      "'2026-11-21'",
      "'2026-11-20'",
    ])
    expect(backlog).toContain('filing_case_drawing')
    expect(backlog).not.toMatch(SCANNED)
    const days = await planOf(DAYS_SQL, ["'2026-11-14'", "'2026-11-21'"])
    expect(days).toContain('decision_time')
    expect(days).not.toMatch(SCANNED)
    const load = await planOf(LOAD_SQL, [
      "'2026-11-20'",
      "'2026-11-20'",
      "'2026-11-14'",
      "'2026-11-21'",
      "'{reviewer}'",
    ])
    expect(load).toContain('decision_time')
    expect(load).not.toMatch(/Seq Scan on (decision|filing_case)/)
  })

  it('add up to the rows that there are, by days of China whatever zone the database keeps', async () => {
    const backlog = await readBacklog(database, NOW)
    const sum = backlog.reduce((all, { overdue, today, later }) => all + overdue + today + later, 0)
    expect(sum).toBe(CASES / 200)
    expect(new Set(backlog.map(({ province }) => province))).toEqual(new Set(['330000', '440000']))
    const days = await readDays(database, '2026-11-18', '2026-11-19')
    expect(days.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19'])
    expect(days.map(({ passed, returned }) => passed + returned)).toEqual([288, 288])
    expect(days.map(({ timed, inTime }) => timed - inTime)).toEqual([0, 0])
  })
})
