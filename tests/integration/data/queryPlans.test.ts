import { describe, expect, it, vi } from 'vitest'
import type { WritableDb } from '../../../electron/data/connection/handles'
import { windowSql } from '../../../electron/data/queries/queueListQueries'
import { createQueries } from '../../../electron/data/queries/queries'
import { createTestDatabase, explainPlan } from './testDatabase'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import { createWorkingClock } from '../../../shared/calendar/workingClock'

const SORTS = ['due', 'submitted', 'order'] as const
const DIRECTIONS = ['up', 'down'] as const
const COMBINATIONS = SORTS.flatMap((sort) => DIRECTIONS.map((direction) => [sort, direction] as const))

describe('windows of the queue', () => {
  it.each(COMBINATIONS)('walk an index in order and sort nothing: a view by %s, %s', (sort, direction) => {
    const plan = explainPlan(createTestDatabase(), windowSql('part', false, sort, direction))
    expect(plan).toContain(`SEARCH q USING INDEX queue_row_part_${sort} (part=?)`)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it.each(COMBINATIONS)('walk an index in order and sort nothing: all by %s, %s', (sort, direction) => {
    const plan = explainPlan(createTestDatabase(), windowSql('all', false, sort, direction))
    expect(plan).toContain(`SCAN q USING INDEX queue_row_${sort}`)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it.each(COMBINATIONS)('start from the hits of a search: by %s, %s', (sort, direction) => {
    const plan = explainPlan(createTestDatabase(), windowSql('all', true, sort, direction))
    expect(plan).toContain('SCAN open_search VIRTUAL TABLE INDEX')
    expect(plan).toContain('SEARCH q USING INTEGER PRIMARY KEY')
  })

  it('start from the few cases of this desk', () => {
    const plan = explainPlan(createTestDatabase(), windowSql('mine', false, 'due', 'up'))
    expect(plan).toContain('SEARCH q USING INDEX sqlite_autoindex_queue_row_1 (case_id=?)')
  })
})

describe('every other statement', () => {
  /** Small or read whole on purpose; everything else has to come by a key or an index. */
  const READ_WHOLE = [
    'hold',
    'filing_case',
    'document_file',
    'document_part',
    'exported_package',
    // A job for each batch that was ever started here, one calendar.
    'export_job',
    'team_calendar',
    // One row; a few moves a day; what is forgotten after its day.
    'quiet_mode',
    'shift_move',
    'hold_move',
    'notice_shown',
    // Few, until the server has answered each.
    'c',
    'audit_entry',
    'audit_case_key',
    'session',
    'rule_pack',
    'd',
    'f',
    '(subquery-1)',
  ]

  it('reaches its rows by a key or an index, or reads a table that is small', () => {
    const db = createTestDatabase()
    const statements = recordStatements(db)
    expect(statements.length).toBeGreaterThan(60)
    const scans = statements
      .filter((sql) => !sql.includes('FROM queue_row q\n    WHERE'))
      // The end of a resync looks at every row once; an index would cost every row that is written.
      .filter((sql) => !sql.includes('pass < :pass'))
      .flatMap((sql) =>
        explainPlan(db, sql)
          .split('\n')
          .map((detail) => ({ sql, detail })),
      )
      .filter(({ detail }) => detail.startsWith('SCAN') && !detail.includes('INDEX'))
      .filter(({ detail }) => !READ_WHOLE.includes(detail.split(' ')[1] ?? ''))
    expect(scans).toEqual([])
  })
})

/** The text of all statements that the data layer prepares. */
function recordStatements(db: WritableDb): readonly string[] {
  const prepare = vi.spyOn(db, 'prepare')
  createQueries(db, createWorkingClock(createDeskCalendar()))
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  return statements
}
