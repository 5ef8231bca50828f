import { describe, expect, it } from 'vitest'
import { createAuditQueries, type AuditEvent } from '../../../electron/data/queries/auditQueries'
import type { WritableDb } from '../../../electron/data/connection/handles'
import { NOW, uuid } from './sampleData'
import { createTestDatabase } from './testDatabase'

function event(number: number): AuditEvent {
  return { at: NOW, actor: uuid(1), action: 'decided', caseId: uuid(number), detail: { version: number } }
}

function chainOf(count: number): { db: WritableDb; isIntact: () => boolean } {
  const db = createTestDatabase()
  const audit = createAuditQueries(db)
  for (let number = 1; number <= count; number += 1) {
    audit.append(event(number))
  }
  return { db, isIntact: () => audit.isIntact() }
}

/** What somebody with the key and a tool could do. */
function tamper(db: WritableDb, sql: string): void {
  db.exec(`DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete; ${sql}`)
}

describe('audit chain', () => {
  it('verifies as it was written, empty or not', () => {
    expect(chainOf(0).isIntact()).toBe(true)
    expect(chainOf(5).isIntact()).toBe(true)
  })

  it.each([
    ['a changed detail', `UPDATE audit_entry SET detail_json = '{"version":9}' WHERE sequence = 3`],
    ['a changed person', `UPDATE audit_entry SET actor = 'somebody else' WHERE sequence = 5`],
    ['a missing entry', 'DELETE FROM audit_entry WHERE sequence = 3'],
    ['a missing beginning', 'DELETE FROM audit_entry WHERE sequence = 1'],
    [
      'entries in another order',
      'UPDATE audit_entry SET sequence = CASE sequence WHEN 2 THEN 30 ELSE sequence END',
    ],
    ['a hash made up', `UPDATE audit_entry SET hash = '${'a'.repeat(64)}' WHERE sequence = 5`],
  ])('does not verify with %s', (_, sql) => {
    const { db, isIntact } = chainOf(5)
    tamper(db, sql)
    expect(isIntact()).toBe(false)
  })
})
