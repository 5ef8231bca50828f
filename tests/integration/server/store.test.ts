import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_KINDS, provideDatabase, type TestPlace } from '../../helpers/serverDatabase'
import { START_TIMEOUT } from '../../helpers/serverHarness'
import { appendAudit, verifyAuditChain } from '../../../server/store/auditChain'
import type { Database } from '../../../server/store/database'
import { migrate, NewerDatabaseError } from '../../../server/store/migrate'
import { MIGRATIONS } from '../../../server/store/migrations'
import { claimBindingsMigration } from '../../../server/store/migrations/0018ClaimBindings'

describe.each(DATABASE_KINDS)('The store (%s)', (kind) => {
  let place: TestPlace
  let database: Database

  beforeAll(async () => {
    place = await provideDatabase(kind)
    database = await place.open()
  }, START_TIMEOUT)
  afterAll(async () => {
    await database.close()
    await place.remove()
  })

  async function version(): Promise<number | undefined> {
    const rows = await database.query<{ version: number }>('SELECT version FROM schema_version')
    return rows[0]?.version
  }

  it('is brought up to date, by several servers at once, and then left alone', async () => {
    await Promise.all([migrate(database), migrate(database), migrate(database)])
    expect(await version()).toBe(MIGRATIONS.length)
    await migrate(database)
    expect(await version()).toBe(MIGRATIONS.length)
  })

  it('takes later steps in order and keeps the rows that are there', async () => {
    await database.query(`INSERT INTO server_identity (id) VALUES ('0190c7a0-0000-7000-8000-000000000000')`)
    const steps = [
      ...MIGRATIONS,
      `ALTER TABLE server_identity ADD COLUMN name text; UPDATE server_identity SET name = 'one'`,
      `UPDATE server_identity SET name = name || ' two'`,
    ]
    await migrate(database, steps)
    expect(await database.query('SELECT name FROM server_identity')).toEqual([{ name: 'one two' }])
    expect(await version()).toBe(MIGRATIONS.length + 2)
  })

  it('takes back a step that fails half way, and stays at the version before', async () => {
    const known = (await version()) ?? 0
    const steps = [
      ...Array.from({ length: known }, () => ''),
      'CREATE TABLE half_done (id integer); SELECT no_such_function()',
    ]
    await expect(migrate(database, steps)).rejects.toThrow(/no_such_function/)
    expect(await version()).toBe(known)
    await expect(database.query('SELECT * FROM half_done')).rejects.toThrow(/half_done/)
  })

  it('refuses a database that a newer server has changed', async () => {
    await expect(migrate(database)).rejects.toThrow(NewerDatabaseError)
    await database.query('UPDATE schema_version SET version = $1', [MIGRATIONS.length])
  })

  it('rolls a transaction back whole', async () => {
    const work = database.transaction(async (tx) => {
      await tx.query('UPDATE feed_clock SET value = 99')
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await database.query('SELECT value FROM feed_clock')).toEqual([{ value: 0 }])
  })

  it('appends to the audit chain, which can neither be changed nor shortened', async () => {
    for (let count = 0; count < 5; count += 1) {
      await append(database, { count, text: '第一' })
    }
    expect(await verifyAuditChain(database)).toEqual({ intact: true })
    await expect(database.query(`UPDATE audit_entry SET kind = 'passed'`)).rejects.toThrow(/append-only/)
    await expect(database.query('DELETE FROM audit_entry')).rejects.toThrow(/append-only/)
    await expect(database.script('TRUNCATE audit_entry CASCADE')).rejects.toThrow(/append-only/)
  })

  it.each([
    ['changed', `UPDATE audit_entry SET detail = '{"count":7}' WHERE sequence = 3`, 3],
    ['moved in time', `UPDATE audit_entry SET at = at + interval '1 millisecond' WHERE sequence = 2`, 2],
    ['removed', 'DELETE FROM audit_entry WHERE sequence = 4', 4],
    ['cut off', 'DELETE FROM audit_entry WHERE sequence = 5', 5],
  ])('shows an entry that was %s past the triggers', async (_, tampering, sequence) => {
    const cancelled = new Error('the next test needs the chain whole')
    const work = database.transaction(async (tx) => {
      await tx.script('ALTER TABLE audit_entry DISABLE TRIGGER USER')
      await tx.script(tampering)
      expect(await verifyAuditChain({ ...database, query: (sql, values) => tx.query(sql, values) })).toEqual({
        intact: false,
        sequence,
      })
      throw cancelled
    })
    await expect(work).rejects.toBe(cancelled)
    expect(await verifyAuditChain(database)).toEqual({ intact: true })
  })
})

describe('A database from before claims were kept from unbound accounts', () => {
  it('keeps them from those that are unbound, and from no others', async () => {
    const place = await provideDatabase('postgres')
    const database = await place.open()
    const ids = [1, 2, 3].map((number) => `0190c7a0-0000-7000-8000-00000000000${String(number)}`)
    const [unbound = '', boundAgain = '', never = ''] = ids
    try {
      await migrate(database, MIGRATIONS.slice(0, MIGRATIONS.indexOf(claimBindingsMigration)))
      for (const id of ids) {
        await database.query(
          `INSERT INTO account (id, username, display_name, role, created_at) VALUES ($1, $2, '李娜', 'reviewer', now())`,
          [id, id],
        )
      }
      for (const accountId of [unbound, boundAgain]) {
        const entry = { at: 0, kind: 'identity-unbound', caseId: null, round: null, actorId: never } as const
        await database.transaction((tx) => appendAudit(tx, { ...entry, detail: { accountId } }))
      }
      await database.query(
        `INSERT INTO account_identity (issuer, subject, account_id, bound_at) VALUES ('i', 's', $1, now())`,
        [boundAgain],
      )
      await migrate(database)
      const rows = await database.query('SELECT claim_binds AS binds FROM account ORDER BY id')
      expect(rows).toEqual([{ binds: false }, { binds: true }, { binds: true }])
    } finally {
      await database.close()
      await place.remove()
    }
  })
})

function append(
  database: Database,
  detail: { readonly count: number; readonly text: string },
): Promise<string> {
  return database.transaction((tx) =>
    appendAudit(tx, {
      at: Date.parse('2026-11-20T10:30:00+08:00') + detail.count,
      kind: 'signed-in',
      caseId: null,
      round: null,
      actorId: null,
      detail,
    }),
  )
}
