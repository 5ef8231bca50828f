import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeOperations, NATIVE_BINDING, PASSWORD, takeCase } from './dataDesk'
import { profileFolder, makeProfile, reopen, expectRefused, snapshot, database, signIn } from './profileSteps'
import { COMPLETE_DRAFT, makeRow, NOW, REVIEWER, SESSION, uuid } from './sampleData'

describe('openProfile', () => {
  it('makes a profile once and opens it again with what was in it', async () => {
    const folder = profileFolder()
    await makeProfile(folder, (data) => {
      data.applyFeed({ rows: [makeRow(1)], cursor: 3, userId: REVIEWER.id })
    })
    const { data, result } = await reopen(folder)
    expect(result).toEqual({ ok: true, value: { created: false, waits: false } })
    expect(data.readSession()).toEqual(SESSION)
    expect(data.readCursor()).toBe(3)
    expect(data.queueItem({ caseId: uuid(1), now: NOW })?.id).toBe(uuid(1))
    data.clearSessionToken()
    expect(data.readSession()).toEqual({ ...SESSION, token: null, tokenExpiresAt: null, refreshToken: null })
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
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version": 2', '"version": 3'))
    await expectRefused(folder, 'newer')
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

describe('a profile that waits for its enrolment', () => {
  async function makeWaiting(folder: string) {
    const data = makeOperations()
    expect(await data.beginEnrolment({ folder, password: PASSWORD })).toEqual({ ok: true, value: null })
    return data
  }
  const printOf = (data: ReturnType<typeof makeOperations>) =>
    data.enrolmentRequest({ username: 'lin', now: NOW }).fingerprint

  it('is there again with the same key, and is told from others by its password', async () => {
    const folder = profileFolder()
    const waiting = await makeWaiting(folder)
    const fingerprint = printOf(waiting)
    waiting.closeProfile()
    const before = snapshot(folder)
    expect((await reopen(folder, 'guess')).result).toEqual({ ok: false, error: 'not-enrolled' })
    expect(snapshot(folder)).toEqual(before)
    const { data, result } = await reopen(folder)
    expect(result).toEqual({ ok: true, value: { created: false, waits: true } })
    expect(printOf(data)).toBe(fingerprint)
    data.closeProfile()
  })

  it('gives way to a password that the server has taken, and to a new beginning', async () => {
    const folder = profileFolder()
    const first = await makeWaiting(folder)
    const fingerprint = printOf(first)
    first.closeProfile()
    const second = await makeWaiting(folder)
    expect(printOf(second)).not.toBe(fingerprint)
    second.closeProfile()
    const { data, result } = await reopen(folder, 'password of the account', true)
    expect(result).toEqual({ ok: true, value: { created: true, waits: false } })
    expect(() => {
      data.giveUpEnrolment()
    }).toThrow('Somebody has signed in')
    data.closeProfile()
    // From here on it is a profile like any other, although nobody has worked in it.
    await expectRefused(folder, 'wrong-password')
  })

  it('takes the same password from the server without being made anew', async () => {
    const folder = profileFolder()
    const waiting = await makeWaiting(folder)
    const fingerprint = printOf(waiting)
    waiting.closeProfile()
    const { data, result } = await reopen(folder, PASSWORD, true)
    expect(result).toMatchObject({ ok: true, value: { waits: false } })
    expect(printOf(data)).toBe(fingerprint)
    data.closeProfile()
    expect(await makeOperations().beginEnrolment({ folder, password: PASSWORD })).toEqual({
      ok: false,
      error: 'in-use',
    })
  })

  it('is never made in place of a profile in which somebody has signed in', async () => {
    const folder = profileFolder()
    await makeProfile(folder)
    const before = snapshot(folder)
    expect(await makeOperations().beginEnrolment({ folder, password: 'another' })).toEqual({
      ok: false,
      error: 'in-use',
    })
    expect(snapshot(folder)).toEqual(before)
  })

  it('waits no longer once somebody is known in it, also when the process ended between the two steps', async () => {
    const folder = profileFolder()
    const waiting = await makeWaiting(folder)
    // As `takeEnrolment` does; the keyring is written after it.
    signIn(waiting).closeProfile()
    expect(readFileSync(path.join(folder, 'keyring.json'), 'utf8')).toContain('"state": "waiting"')
    const { data, result } = await reopen(folder)
    expect(result).toEqual({ ok: true, value: { created: false, waits: false } })
    expect(data.readSession()).toEqual(SESSION)
    data.closeProfile()
    expect((await makeOperations().beginEnrolment({ folder, password: 'another' })).ok).toBe(false)
  })

  it('is removed whole, and is a profile that waits wherever the removal was interrupted', async () => {
    const folder = profileFolder()
    const waiting = await makeWaiting(folder)
    waiting.giveUpEnrolment()
    expect(existsSync(folder)).toBe(false)
    expect(() => waiting.readCursor()).toThrow(/No profile is open/)

    const again = await makeWaiting(folder)
    again.closeProfile()
    rmSync(database(folder))
    const { data, result } = await reopen(folder)
    expect(result).toEqual({ ok: true, value: { created: false, waits: true } })
    data.giveUpEnrolment()
    expect(existsSync(folder)).toBe(false)
  })
})
