import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inTransaction, type WritableDb } from '../../../electron/data/connection/handles'
import { closeDatabase, openDatabase } from '../../../electron/data/connection/openDatabase'
import { migrate, type Migration } from '../../../electron/data/migrations/migrate'
import { MIGRATIONS } from '../../../electron/data/migrations/migrations'
import { makePrivateFolder } from '../../../electron/common/durableFile'
import { NATIVE_BINDING, temporaryFolder } from './dataDesk'
import { createTestDatabase } from './testDatabase'

const KEY = new Uint8Array(32).fill(5)

/** One row of each table that a step makes; a later step must keep it. */
const ROWS: ReadonlyArray<{
  readonly after: number
  /** Step whose other columns make the row of another step take its place. */
  readonly before?: number
  readonly table: string
  readonly insert: string
}> = [
  {
    after: 1,
    table: 'session',
    insert: `INSERT INTO session (id, user_json, server_id, token, token_expires_at, reservations) VALUES (1, '{}', 'server', 'token', '2026-11-20T00:00:00Z', 5)`,
  },
  { after: 1, table: 'feed', insert: 'UPDATE feed SET cursor = 12' },
  {
    after: 2,
    table: 'queue_row',
    insert: `INSERT INTO queue_row (case_id, version, round, state, filing_type, province, entity_kind, order_number,
      submitted_at, due_at) VALUES ('c', 1, 1, 'escalated', 'change', '110000', 'individual', 'BA-1', 1, 2)`,
  },
  { after: 2, table: 'queue_body', insert: `INSERT INTO queue_body VALUES (1, '{}')` },
  { after: 2, table: 'open_search', insert: `INSERT INTO open_search (rowid, words) VALUES (1, '星 河')` },
  { after: 2, table: 'case_search', insert: `INSERT INTO case_search (rowid, words) VALUES (1, '张 伟')` },
  { after: 3, table: 'hold', insert: `INSERT INTO hold VALUES ('c', 1, 'hold', 'a', 'b', 0)` },
  { after: 3, table: 'draw_reason', insert: `INSERT INTO draw_reason VALUES ('c', 'escalated')` },
  {
    after: 3,
    table: 'filing_case',
    insert: `INSERT INTO filing_case (case_id, version, round, due_at, was_held, body) VALUES ('c', 1, 1, 2, 1, '{}')`,
  },
  {
    after: 3,
    before: 8,
    table: 'case_document',
    insert: `INSERT INTO case_document VALUES ('c', 'd', 0, 'hash', 9, 'image/png', 'resident-id', 'portrait')`,
  },
  {
    after: 3,
    table: 'document_file',
    insert: `INSERT INTO document_file (sha256, state, findings_json) VALUES ('hash', 'stored', '[]')`,
  },
  { after: 3, table: 'draft', insert: `INSERT INTO draft VALUES ('c', 1, '{}', 'a')` },
  {
    after: 4,
    table: 'outbox',
    insert: `INSERT INTO outbox (id, kind, case_id, round, order_number, verdict, command_json, state, recorded_at)
      VALUES ('k', 'decide', 'c', 1, 'BA-1', 'pass', '{}', 'queued', 'a')`,
  },
  {
    after: 5,
    table: 'audit_entry',
    insert: `INSERT INTO audit_entry (sequence, at, actor, action, case_id, detail_json, previous_hash, hash)
      VALUES (1, 'a', 'u', 'x', 'c', '{}', '0', '1')`,
  },
  {
    after: 6,
    table: 'exported_package',
    insert: `INSERT INTO exported_package (id, case_id, body) VALUES ('p', 'c', '{}')`,
  },
  {
    after: 7,
    table: 'case_document',
    insert: `INSERT INTO case_document VALUES ('c', 1, 'd', 0, 'hash', 9, 'image/png', 'resident-id', 'portrait')`,
  },
  {
    after: 9,
    table: 'rule_pack',
    insert: `INSERT INTO rule_pack VALUES ('2026-12-01', '{}', 1, '{}')`,
  },
  {
    after: 11,
    table: 'reused_document',
    insert: `INSERT INTO reused_document VALUES ('c', 'other', 1, 'd', 'hash', 'image/png')`,
  },
  {
    after: 13,
    table: 'device',
    insert: `INSERT INTO device VALUES (1, 'id', '${'p'.repeat(43)}', '${'5'.repeat(64)}')`,
  },
  {
    after: 13,
    table: 'audit_case_key',
    insert: `INSERT INTO audit_case_key VALUES ('c', '${'6'.repeat(64)}')`,
  },
  {
    after: 16,
    table: 'deletion_stop',
    insert: `INSERT INTO deletion_stop (what, would_go, of_all, since) VALUES ('queue', 60, 120, 'now')`,
  },
  {
    after: 17,
    table: 'document_part',
    insert: `INSERT INTO document_part (sha256, start, bytes) VALUES ('hash', 0, x'00')`,
  },
  {
    after: 18,
    table: 'export_job',
    insert: `INSERT INTO export_job (id, state, body) VALUES ('j', 'running', '{}')`,
  },
  {
    after: 18,
    table: 'export_item',
    insert: `INSERT INTO export_item (export_id, job_id, position, case_id, order_number) VALUES ('e', 'j', 0, 'c', 'BA-1')`,
  },
  {
    after: 19,
    table: 'call_draft',
    insert: `INSERT INTO call_draft (case_id, round, body, saved_at) VALUES ('c', 1, '{}', 'a')`,
  },
  { after: 21, table: 'carry', insert: 'UPDATE carry SET number_out = 4' },
  { after: 22, table: 'team_calendar', insert: `INSERT INTO team_calendar VALUES (1, '{}')` },
  { after: 23, table: 'shift_move', insert: `INSERT INTO shift_move VALUES (1, 'm', 'start', 'a', 0)` },
  { after: 23, table: 'quiet_mode', insert: `INSERT INTO quiet_mode VALUES (1, '{}')` },
  { after: 23, table: 'hold_move', insert: `INSERT INTO hold_move VALUES ('c', 1, 'taken', 1)` },
  { after: 23, table: 'notice_shown', insert: `INSERT INTO notice_shown VALUES ('k', 1)` },
  {
    after: 25,
    table: 'chosen_certificate',
    insert: `INSERT INTO chosen_certificate VALUES ('c', 'BA-1', 'a.pdf', 'hash', 9, 'application/pdf', NULL, 'now', NULL)`,
  },
  { after: 13, table: 'audit_exchange', insert: 'UPDATE audit_exchange SET acknowledged = 3' },
]

function contentOf(db: WritableDb, tables: readonly string[]) {
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
}

function tablesOf(db: WritableDb): string[] {
  const rows = db.prepare<[], { readonly name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search_%'`,
  )
  return rows.all().map((row) => row.name)
}

describe('migrations', () => {
  it.each(MIGRATIONS.map((migration) => [migration.version, migration.name] as const))(
    'step %i (%s) keeps the rows of the version before',
    (version) => {
      const db = createTestDatabase(version - 1)
      const present = ROWS.filter((row) => row.after < version && version < (row.before ?? Infinity))
      present.forEach((row) => db.exec(row.insert))
      const before = contentOf(
        db,
        present.map((row) => row.table),
      )
      migrate(db, MIGRATIONS.slice(0, version))
      expect(
        contentOf(
          db,
          present.map((row) => row.table),
        ),
        // A step may add columns; it takes none away.
      ).toMatchObject(before)
      expect(db.pragma('user_version', { simple: true })).toBe(version)
    },
  )

  it('gives each listed document its round, and lists what stood behind the same id', () => {
    const db = createTestDatabase(6)
    const page = (id: string, sha256: string) => ({
      id,
      sha256,
      bytes: 9,
      mediaType: 'image/png',
      kind: 'resident-id',
      face: 'portrait',
    })
    const rounds = [
      { round: 1, documents: [page('d', 'old'), page('gone', 'gone')] },
      { round: 2, documents: [page('d', 'new')] },
    ]
    const insertCase = db.prepare<[string]>(`INSERT INTO filing_case VALUES ('c', 3, 2, 2, 1, ?)`)
    insertCase.run(JSON.stringify({ rounds }))
    db.exec(`INSERT INTO case_document VALUES ('c', 'd', 0, 'new', 9, 'image/png', 'resident-id', 'portrait');
      INSERT INTO case_document VALUES ('c', 'gone', 1, 'gone', 9, 'image/png', 'resident-id', 'portrait')`)
    migrate(db, MIGRATIONS)
    const listed = db.prepare('SELECT round, document_id, sha256 FROM case_document ORDER BY position')
    expect(listed.raw().all()).toEqual([
      [2, 'd', 'new'],
      [1, 'gone', 'gone'],
      [1, 'd', 'old'],
    ])
  })

  it('makes every table with a row in the test above, and each of them strict', () => {
    const db = createTestDatabase()
    expect(tablesOf(db).sort()).toEqual([...new Set(ROWS.map((row) => row.table))].sort())
    const loose = db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
      AND schema = 'main' AND name NOT LIKE 'sqlite_%'`)
    expect(loose.all()).toEqual([])
  })

  it('runs once', () => {
    const db = createTestDatabase()
    expect(() => migrate(db, MIGRATIONS)).not.toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  })

  it('takes back a step that fails, number included', () => {
    const db = createTestDatabase()
    const failing: Migration = {
      version: MIGRATIONS.length + 1,
      name: 'failing',
      up: (target) => target.exec('CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT'),
    }
    expect(() => migrate(db, [...MIGRATIONS, failing])).toThrow(/already exists/)
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    expect(tablesOf(db)).not.toContain('half')
  })

  it('refuses gaps and a newer file', () => {
    const db = createTestDatabase()
    expect(() => migrate(db, MIGRATIONS.slice(1))).toThrow(/must have version 1/)
    db.pragma('user_version = 99')
    expect(() => migrate(db, MIGRATIONS)).toThrow(/newer/)
  })
})

describe('openDatabase', () => {
  function open(profileFolder: string, migrations: readonly Migration[], mustExist = true) {
    makePrivateFolder(profileFolder)
    const result = openDatabase({
      profileFolder,
      key: KEY,
      nativeBinding: NATIVE_BINDING,
      migrations,
      mustExist,
    })
    if (!result.ok) {
      throw new Error(result.error)
    }
    return result.value.db
  }

  it('backs a used file up before changing its schema, encrypted, and keeps the last three', () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const first = open(folder, MIGRATIONS.slice(0, 1), false)
    first.exec(
      `INSERT INTO session (id, user_json, server_id, token, token_expires_at, reservations) VALUES (1, '{"canary":"张伟"}', 'server', 'token', NULL, 5)`,
    )
    closeDatabase(first)
    expect(existsSync(path.join(folder, 'backups'))).toBe(false)
    for (let steps = 2; steps <= MIGRATIONS.length; steps += 1) {
      closeDatabase(open(folder, MIGRATIONS.slice(0, steps)))
    }
    closeDatabase(open(folder, MIGRATIONS))
    const backups = readdirSync(path.join(folder, 'backups')).sort()
    const newest = MIGRATIONS.length - 1
    const nameOf = (version: number) => `desk-${String(version)}-v${String(version)}.sqlite`
    expect(backups).toEqual([newest - 2, newest - 1, newest].map(nameOf).sort())
    const bytes = readFileSync(path.join(folder, 'backups', nameOf(newest)))
    expect(bytes.includes('张伟')).toBe(false)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })

  it('makes backups that open with the same key', () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const first = open(folder, MIGRATIONS.slice(0, 5), false)
    first.exec('UPDATE feed SET cursor = 77')
    closeDatabase(first)
    closeDatabase(open(folder, MIGRATIONS))
    const restored = path.join(temporaryFolder(), 'restored')
    makePrivateFolder(restored)
    const backup = path.join(folder, 'backups', 'desk-1-v5.sqlite')
    copyFileSync(backup, path.join(restored, 'desk.sqlite'))
    const db = open(restored, MIGRATIONS)
    expect(db.prepare('SELECT cursor FROM feed').get()).toEqual({ cursor: 77 })
    closeDatabase(db)
  })

  it('refuses a newer file without touching it', () => {
    const folder = path.join(temporaryFolder(), 'profile')
    const db = open(folder, MIGRATIONS, false)
    closeDatabase(db)
    const file = path.join(folder, 'desk.sqlite')
    const before = readFileSync(file)
    expect(() => open(folder, MIGRATIONS.slice(0, 3))).toThrow('newer')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('sets at every opening what keeps data safe and out of the temporary folder', () => {
    const folder = path.join(temporaryFolder(), 'profile')
    closeDatabase(open(folder, MIGRATIONS, false))
    const db = open(folder, MIGRATIONS)
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      tempStore: pragma('temp_store'),
      secureDelete: pragma('secure_delete'),
      foreignKeys: pragma('foreign_keys'),
      trustedSchema: pragma('trusted_schema'),
      cipher: pragma('cipher'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      tempStore: 2,
      secureDelete: 1,
      foreignKeys: 1,
      trustedSchema: 0,
      cipher: 'chacha20',
    })
    expect(db.prepare(`SELECT v FROM case_search_config WHERE k = 'secure-delete'`).get()).toEqual({ v: 1 })
    closeDatabase(db)
  })
})

describe('audit entries', () => {
  it('cannot be changed or deleted', () => {
    const db = createTestDatabase()
    const insert = ROWS.find((row) => row.table === 'audit_entry')?.insert ?? ''
    inTransaction(db, () => db.exec(insert))
    expect(() => db.exec(`UPDATE audit_entry SET action = 'other'`)).toThrow('append-only')
    expect(() => db.exec('DELETE FROM audit_entry')).toThrow('append-only')
  })
})
