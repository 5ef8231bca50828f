import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { makeOperations, NATIVE_BINDING, passCase, PASSWORD, takeCase, temporaryFolder } from './dataDesk'
import { COMPLETE_DRAFT, makeRow, NOW, REVIEWER, SESSION, sha256Of, uuid } from './sampleData'

function profileFolder(): string {
  return path.join(temporaryFolder(), 'profile')
}

/** Opens, works and closes: a folder as a working day leaves it. */
async function makeProfile(folder: string, work: (data: DataOperations) => void = () => undefined) {
  const data = makeOperations()
  expect(await data.openProfile({ folder, password: PASSWORD, create: true })).toEqual({
    ok: true,
    value: { created: true },
  })
  data.saveSession(SESSION)
  work(data)
  data.closeProfile()
}

async function reopen(folder: string, password = PASSWORD, create = false) {
  const data = makeOperations()
  const result = await data.openProfile({ folder, password, create })
  return { data, result }
}

async function expectRefused(folder: string, problem: string) {
  const before = snapshot(folder)
  const { result } = await reopen(folder, PASSWORD, true)
  expect(result).toEqual({ ok: false, error: problem })
  expect(snapshot(folder)).toEqual(before)
}

/** Hash of every file that holds something; whoever reads makes the log's index and an empty log. */
function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(folder)
      .filter((file) => statSync(file).size > 0 || !file.endsWith('-wal'))
      .map((file) => [path.relative(folder, file), sha256Of(readFileSync(file))]),
  )
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function database(folder: string): string {
  return path.join(folder, 'desk.sqlite')
}

describe('openProfile', () => {
  it('makes a profile once and opens it again with what was in it', async () => {
    const folder = profileFolder()
    await makeProfile(folder, (data) => {
      data.applyFeed({ rows: [makeRow(1)], cursor: 3, userId: REVIEWER.id })
    })
    const { data, result } = await reopen(folder)
    expect(result).toEqual({ ok: true, value: { created: false } })
    expect(data.readSession()).toEqual(SESSION)
    expect(data.readCursor()).toBe(3)
    expect(data.queueItem({ caseId: uuid(1), now: NOW })?.id).toBe(uuid(1))
    data.clearSessionToken()
    expect(data.readSession()).toEqual({ ...SESSION, token: null, tokenExpiresAt: null })
    data.closeProfile()
  })

  it('makes none unless told so', async () => {
    const folder = profileFolder()
    const { result } = await reopen(folder)
    expect(result).toEqual({ ok: false, error: 'no-profile' })
    expect(existsSync(folder)).toBe(false)
  })

  it('refuses a wrong password and changes nothing, told to create or not', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const before = snapshot(folder)
    for (const create of [false, true]) {
      const { result } = await reopen(folder, 'guess', create)
      expect(result).toEqual({ ok: false, error: 'wrong-password' })
    }
    expect(snapshot(folder)).toEqual(before)
  })

  it('takes a new password and no longer the old one', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const { data } = await reopen(folder)
    await data.rewrapProfile({ password: 'changed on the server' })
    data.closeProfile()
    expect((await reopen(folder)).result).toEqual({ ok: false, error: 'wrong-password' })
    const again = await reopen(folder, 'changed on the server')
    expect(again.result.ok).toBe(true)
    expect(again.data.readSession()).toEqual(SESSION)
    again.data.closeProfile()
  })

  it('keeps everything for the owner alone', async () => {
    const folder = profileFolder()
    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: true })
    takeCase(data.readSession() === null ? signIn(data) : data, 1)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const mode = statSync(path.join(entry.parentPath, entry.name)).mode & 0o777
      expect([entry.name, mode.toString(8)]).toEqual([entry.name, entry.isDirectory() ? '700' : '600'])
    }
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    data.closeProfile()
  })

  it('refuses to be opened twice at once', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const { data } = await reopen(folder)
    await expect(data.openProfile({ folder, password: PASSWORD, create: false })).rejects.toThrow(
      /open already/,
    )
    await expect(reopen(folder)).rejects.toThrow('database is locked')
    data.closeProfile()
  })

  it('answers nothing while closed', () => {
    expect(() => makeOperations().readCursor()).toThrow(/No profile is open/)
  })
})

describe('a profile that cannot be opened', () => {
  it.each([
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    ['cut inside the first page', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['emptied', () => Buffer.alloc(0)],
    ['overwritten with zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['another file', () => Buffer.from('SQLite format 3\0 but not really')],
  ])('is damaged when the database is %s, and is left as it is', async (_, damage) => {
    const folder = profileFolder()
    await makeProfile(folder)
    writeFileSync(database(folder), damage(readFileSync(database(folder))))
    await expectRefused(folder, 'damaged')
  })

  it('is damaged when the database is gone, and none is made in its place', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    rmSync(database(folder))
    await expectRefused(folder, 'damaged')
    expect(existsSync(database(folder))).toBe(false)
  })

  it.each(['{"format":"beian-desk/keyring"', '', '{"format":"beian-desk/keyring","version":1}', '[]'])(
    'is damaged when the keyring is %j',
    async (text) => {
      const folder = profileFolder()
      await makeProfile(folder)
      writeFileSync(path.join(folder, 'keyring.json'), text)
      await expectRefused(folder, 'damaged')
    },
  )

  it('tells a changed keyring from a wrong password', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const file = path.join(folder, 'keyring.json')
    const keyring = readFileSync(file, 'utf8')
    writeFileSync(file, keyring.replace('"passes": 1', '"passes": 2'))
    await expectRefused(folder, 'damaged')
  })

  it('is damaged when the keyring is gone, and no new key is made over the data', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    rmSync(path.join(folder, 'keyring.json'))
    await expectRefused(folder, 'damaged')
  })

  it("is damaged when the database is another profile's", async () => {
    const [folder, other] = [profileFolder(), profileFolder()]
    await makeProfile(folder)
    await makeProfile(other)
    copyFileSync(database(other), database(folder))
    await expectRefused(folder, 'damaged')
  })

  it('is newer when a later version wrote it', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const file = path.join(folder, 'keyring.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version": 1', '"version": 2'))
    await expectRefused(folder, 'newer')
  })
})

describe('after an unclean exit', () => {
  /** Copies the folder of a profile in the middle of its work: what a loss of power leaves. */
  async function crash(folder: string, work: (data: DataOperations) => void): Promise<string> {
    const data = makeOperations()
    await data.openProfile({ folder, password: PASSWORD, create: true })
    signIn(data)
    work(data)
    const copy = path.join(temporaryFolder(), 'copy')
    for (const file of filesOf(folder)) {
      const target = path.join(copy, path.relative(folder, file))
      mkdirSync(path.dirname(target), { recursive: true })
      copyFileSync(file, target)
    }
    data.closeProfile()
    return copy
  }

  it('has every confirmed decision and sends again what was being sent', async () => {
    const copy = await crash(profileFolder(), (data) => {
      passCase(data, 1)
      passCase(data, 2)
      expect(data.takeOutbox(1)).toHaveLength(1)
    })
    expect(existsSync(`${database(copy)}-wal`)).toBe(true)
    const { data, result } = await reopen(copy)
    expect(result.ok).toBe(true)
    expect(data.listOutbox().map((item) => [item.caseId, item.state])).toEqual([
      [uuid(1), 'queued'],
      [uuid(2), 'queued'],
    ])
    expect(data.takeOutbox(10).map((command) => command.caseId)).toEqual([uuid(1), uuid(2)])
    data.closeProfile()
  })

  it('is damaged when a page in the middle was hit, and is left as it is', async () => {
    const folder = profileFolder()
    await makeProfile(folder, (data) => {
      const rows = Array.from({ length: 900 }, (_, number) => makeRow(number))
      data.applyFeed({ rows, cursor: 1, userId: REVIEWER.id })
    })
    const file = database(folder)
    const bytes = readFileSync(file)
    expect(bytes.length).toBeGreaterThan(100 * 4096)
    const hit = Math.floor(bytes.length / 2)
    bytes.writeUInt8(bytes.readUInt8(hit) ^ 1, hit)
    writeFileSync(file, bytes)
    writeFileSync(`${file}-wal`, 'a log, so the last exit was not a clean one')
    await expectRefused(folder, 'damaged')
  })

  it('checks the file when an operation met damage before a clean exit', async () => {
    const folder = profileFolder()
    await makeProfile(folder, (data) => {
      const rows = Array.from({ length: 900 }, (_, number) => makeRow(number))
      data.applyFeed({ rows, cursor: 1, userId: REVIEWER.id })
    })
    const file = database(folder)
    const bytes = readFileSync(file)
    for (let page = 80; page < bytes.length / 4096; page += 1) {
      bytes.writeUInt8(bytes.readUInt8(page * 4096 + 9) ^ 1, page * 4096 + 9)
    }
    writeFileSync(file, bytes)
    const { data, result } = await reopen(folder)
    expect(result.ok).toBe(true)
    const readAll = () =>
      Array.from({ length: 900 }, (_, number) => data.queueItem({ caseId: uuid(number), now: NOW }))
    expect(readAll).toThrow('database disk image is malformed')
    data.closeProfile()
    expect((await reopen(folder)).result).toEqual({ ok: false, error: 'damaged' })
  })

  it('removes pictures that no case lists', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const stray = path.join(folder, 'documents', 'ab', `${'ab'.repeat(32)}.sealed`)
    mkdirSync(path.dirname(stray), { recursive: true })
    writeFileSync(stray, 'left behind')
    writeFileSync(`${stray}.unfinished`, 'left behind')
    const { data } = await reopen(folder)
    expect(existsSync(stray)).toBe(false)
    expect(existsSync(`${stray}.unfinished`)).toBe(false)
    data.closeProfile()
  })
})

describe('the database file', () => {
  it('is not readable without the key', async () => {
    const folder = profileFolder()
    await makeProfile(folder, (data) => {
      takeCase(data, 1)
      data.saveDraft({ caseId: uuid(1), draft: COMPLETE_DRAFT, now: NOW })
    })
    const db = new Database(database(folder), {
      readonly: true,
      ...(NATIVE_BINDING === undefined ? {} : { nativeBinding: NATIVE_BINDING }),
    })
    expect(() => db.prepare('SELECT * FROM sqlite_master').all()).toThrow(/not a database/)
    db.close()
    expect(readFileSync(database(folder)).subarray(0, 16).toString('latin1')).not.toContain('SQLite')
  })
})

function signIn(data: DataOperations): DataOperations {
  data.saveSession(SESSION)
  return data
}
