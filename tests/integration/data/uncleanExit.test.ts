import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DataOperations } from '../../../electron/data/dataOperations'
import { makeOperations, passCase, PASSWORD, temporaryFolder } from './dataDesk'
import { profileFolder, makeProfile, reopen, expectRefused, filesOf, database, signIn } from './profileSteps'
import { makeRow, NOW, REVIEWER, uuid } from './sampleData'

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
