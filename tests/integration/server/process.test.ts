import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INTAKE_TOKEN, PASSWORD, START_TIMEOUT } from '../../helpers/serverHarness'
import { startProgram, type RunningProgram } from '../../helpers/serverProcess'
import { writeTestRulePack } from '../../helpers/serverRulePack'
import { createTestClient } from '../../helpers/serverClient'
import { makeBundle, writeBundle, zipBundle } from '../../specimens'

const READY = /^review server listening on (http:\/\/127\.0\.0\.1:\d+)\n$/

describe('The server as a process', () => {
  let folder: string
  let environment: Readonly<Record<string, string>>
  let running: RunningProgram
  let url = ''

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-process-'))
    const accounts = [{ username: 'li.na', displayName: '李娜', role: 'reviewer', password: PASSWORD }]
    await writeFile(path.join(folder, 'accounts.json'), JSON.stringify(accounts))
    environment = {
      DATA_DIR: path.join(folder, 'data'),
      ACCOUNTS_FILE: path.join(folder, 'accounts.json'),
      INTAKE_TOKEN,
      RULE_PACKS_DIR: await writeTestRulePack(path.join(folder, 'rulepacks')),
    }
    running = startProgram('server/main.ts', [], environment)
    url = (await running.shows(READY))[1] ?? ''
  }, START_TIMEOUT)
  afterAll(async () => {
    running.child.kill('SIGKILL')
    await running.ended
    await rm(folder, { recursive: true, force: true })
  })

  it('is ready when it says so', async () => {
    expect(await createTestClient(url).granted('health')).toMatchObject({ status: 'ok', protocol: 1 })
  })

  it(
    'refuses a second process on the same folder in one line',
    async () => {
      const { code, stdout, stderr } = await startProgram('server/main.ts', [], environment).ended
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^review server: The data folder .* is in use by another process; .*\n$/)
    },
    START_TIMEOUT,
  )

  it(
    'has the folder again after it was killed, with everything it had acknowledged',
    async () => {
      const client = createTestClient(url)
      const session = await client.granted('signIn', { body: { username: 'li.na', password: PASSWORD } })
      const made = await makeBundle({ seed: 'killed', pictures: 'tiny' })
      const sent = await intake(url, [await write(folder, 'killed', made)])
      expect(sent).toMatchObject({
        code: 0,
        stdout: `accepted  killed  order ${made.bundle.orderNumber} round 1\n`,
      })
      running.child.kill('SIGKILL')
      await running.ended
      running = startProgram('server/main.ts', [], environment)
      url = (await running.shows(READY))[1] ?? ''
      const { rows } = await createTestClient(url, session).granted('feed', { query: { after: 0 } })
      expect(rows.map((row) => row.orderNumber)).toEqual([made.bundle.orderNumber])
    },
    START_TIMEOUT,
  )

  it(
    'sends bundles of every form, tells each one’s fate, and fails when one was refused',
    async () => {
      const queue = path.join(folder, 'queue')
      const first = await makeBundle({ seed: 'cli-1', pictures: 'tiny' })
      const second = await makeBundle({ seed: 'cli-2', pictures: 'tiny', round: 2 })
      const third = await makeBundle({ seed: 'cli-3', pictures: 'tiny' })
      await write(queue, 'a-folder', first)
      await write(queue, 'b-too-early', second)
      await writeFile(path.join(queue, 'c.zip'), zipBundle(third))
      await writeFile(path.join(queue, 'notes.txt'), 'not a bundle')
      const { code, stdout } = await intake(url, [queue])
      expect(code).toBe(1)
      expect(stdout.split('\n')).toEqual([
        `accepted  a-folder  order ${first.bundle.orderNumber} round 1`,
        'refused   b-too-early',
        expect.stringMatching(/^ +order-unknown {2}orderNumber {2}No filing /),
        `accepted  c.zip  order ${third.bundle.orderNumber} round 1`,
        '',
      ])
      const again = await intake(url, [path.join(queue, 'a-folder'), path.join(queue, 'c.zip'), '--json'])
      expect(again.code).toBe(0)
      const lines = again.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
      expect(lines).toMatchObject([
        { bundle: path.join(queue, 'a-folder'), outcome: 'accepted', duplicate: true },
        { outcome: 'accepted', duplicate: true },
      ])
    },
    START_TIMEOUT,
  )

  it(
    'does not follow links out of a bundle’s folder',
    async () => {
      const bundle = await write(folder, 'linked', await makeBundle({ seed: 'linked', pictures: 'tiny' }))
      const { symlink } = await import('node:fs/promises')
      await symlink('/etc/hostname', path.join(bundle, 'documents', 'outside.jpg'))
      const { code, stdout } = await intake(url, [bundle])
      expect(code).toBe(1)
      expect(stdout).toMatch(/path-unsafe {2}documents\/outside\.jpg/)
    },
    START_TIMEOUT,
  )

  it(
    'tells an unreachable server and a wrong key from a refused bundle',
    async () => {
      const bundle = path.join(folder, 'killed')
      expect(await intake('http://127.0.0.1:1', [bundle])).toMatchObject({
        code: 2,
        stderr: 'intake: http://127.0.0.1:1 cannot be reached\n',
      })
      expect(await intake(url, [bundle, '--token', 'not the key'])).toMatchObject({ code: 2, stdout: '' })
      expect(await intake(url, [path.join(folder, 'nothing')])).toMatchObject({ code: 1 })
      expect(await intake(url, [])).toMatchObject({ code: 1 })
    },
    START_TIMEOUT,
  )

  it(
    'says in one line which variables are missing or wrong',
    async () => {
      const { code, stderr } = await startProgram('server/main.ts', [], {
        PORT: 'many',
        WEBHOOK_URL: 'file:///etc',
      }).ended
      expect(code).toBe(1)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      for (const name of ['PORT', 'DATA_DIR', 'INTAKE_TOKEN', 'WEBHOOK_URL']) {
        expect(stderr).toContain(name)
      }
    },
    START_TIMEOUT,
  )

  it(
    'says that the database cannot be used without quoting its address',
    async () => {
      const address = 'postgres://somebody:secret-word@127.0.0.1:1/none'
      const { code, stderr } = await startProgram('server/main.ts', [], {
        ...environment,
        DATABASE_URL: address,
      }).ended
      expect(code).toBe(1)
      expect(stderr).toBe('review server: The database of DATABASE_URL cannot be used (ECONNREFUSED)\n')
    },
    START_TIMEOUT,
  )

  it('ends in order when asked to', async () => {
    running.child.kill('SIGTERM')
    const { code, stderr } = await running.ended
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/error/i)
  })
})

async function write(folder: string, name: string, made: Parameters<typeof writeBundle>[1]): Promise<string> {
  const place = path.join(folder, name)
  await writeBundle(place, made)
  return place
}

function intake(url: string, args: readonly string[]): RunningProgram['ended'] {
  return startProgram('cli/intake.ts', args, { BEIAN_SERVER_URL: url, INTAKE_TOKEN }).ended
}
