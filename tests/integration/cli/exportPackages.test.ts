import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request as sendOn } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { PASSWORD, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'
import { checkSignature } from '../../../cli/verifyPackage/checkSignature'
import { apiRoutes } from '../../../shared/protocol/api'

const SCRIPT = path.resolve(import.meta.dirname, '../../../cli/exportPackages.ts')
const RUN_TIMEOUT = 400_000

let server: TestServer
let wang: TestClient
let folder: string

beforeAll(async () => {
  server = await startTestServer('embedded')
  const li = await server.signIn('li.na')
  wang = await server.signIn('wang.lei')
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-export-'))
  for (const [seed, province] of [
    ['one', '330000'],
    ['two', '440000'],
  ] as const) {
    const options = { seed: `cli-${seed}`, province, nature: 'enterprise', filingType: 'change' } as const
    await decideCase(server, li, await receiveFiling(server, options), decision('pass'))
  }
}, START_TIMEOUT)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function command(
  args: readonly string[],
  {
    password = PASSWORD,
    environment = {},
    onStart,
  }: {
    password?: string
    environment?: NodeJS.ProcessEnv
    onStart?: (child: ChildProcess) => void
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), SCRIPT, ...args], {
    env: { ...process.env, ...environment },
    stdio: 'pipe',
  })
  onStart?.(child)
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()))
  child.stdin.end(`${password}\n`)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...text }
}

const SIGN_IN = `POST ${apiRoutes.signIn.path}`
const SIGN_OUT = `DELETE ${apiRoutes.signOut.path}`

/** Passes everything on to the server, and lets the test see it first. */
async function listenInFront(target: string) {
  const passed: string[] = []
  const front = {
    url: '',
    passed,
    onPass: (_request: string): void => undefined,
    close(): void {
      listener.closeAllConnections()
      listener.close()
    },
  }
  const listener = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    passed.push(`${method} ${url}`)
    front.onPass(`${method} ${url}`)
    const onward = sendOn(new URL(url, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  front.url = `http://127.0.0.1:${String((listener.address() as AddressInfo).port)}`
  return front
}

async function exportTo(name: string, ...more: readonly string[]): Promise<Ended> {
  await mkdir(path.join(folder, name), { recursive: true })
  return command([...argumentsFor(name), ...more], {
    // Neither the zone nor the language of a machine is in a package.
    environment:
      name === 'first' ? {} : { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  })
}

function argumentsFor(name: string, user = 'wang.lei'): readonly string[] {
  const packs = path.join(server.place.folder, 'rulepacks')
  return [
    ...['--server', server.url, '--user', user, '--rule-packs', packs],
    ...['--out', path.join(folder, name), '--work', path.join(folder, `${name}-work`)],
  ]
}

describe('npm run export-packages', () => {
  it(
    'exports what passed on a day in a province, then the rest, and finds the same bytes again from nothing',
    async () => {
      const one = await exportTo('first', '--province', '330000', '--day', '2026-11-20')
      expect(one).toMatchObject({ code: 0, stderr: expect.stringContaining('Password') as string })
      expect(one.stdout).toContain('1 packages to export')
      expect(one.stdout).toContain('1 exported, 0 not, 0 to go')
      const rest = await exportTo('first', '--note', '夜间批量')
      expect(rest.stdout).toContain('1 packages to export')

      // Another machine: an empty working folder, another zone and language.
      const again = await exportTo('second', '--all', '--purpose', 'inspection')
      expect(again).toMatchObject({ code: 0 })
      expect(again.stdout).toContain('2 exported, 0 not')
      const names = await readdir(path.join(folder, 'first'))
      expect(names).toHaveLength(4)
      expect(await readdir(path.join(folder, 'second'))).toEqual(names)
      for (const name of names) {
        const bytes = await readFile(path.join(folder, 'first', name))
        expect((await readFile(path.join(folder, 'second', name))).equals(bytes), name).toBe(true)
      }

      const auditor = await server.signIn('shen.ji')
      const { server: signer } = await auditor.granted('auditState')
      for (const name of names.filter((own) => own.endsWith('.zip'))) {
        const packageBytes = await readFile(path.join(folder, 'first', name))
        const { faults, manifest } = await checkPackage(packageBytes)
        expect(faults).toEqual([])
        const bytes = await readFile(path.join(folder, 'first', `${name}.sig.json`))
        const signature = { name, bytes }
        const pinned = [signer.publicKey]
        expect(checkSignature({ packageBytes, manifest, signature, pinned }).faults).toEqual([])
      }
      const { entries } = await wang.granted('exportRegister')
      expect(entries.map(({ reason }) => reason.purpose)).toEqual([
        'inspection',
        'inspection',
        'hand-over',
        'hand-over',
      ])
      expect(entries.find(({ reason }) => reason.note === '夜间批量')).toBeDefined()
      // The desk without a window has an audit chain like any other, and has shown it.
      expect((await auditor.granted('auditState')).faults).toEqual([])
    },
    RUN_TIMEOUT,
  )

  it(
    'leaves no sign-in behind where it cannot begin, or is asked to end before it has',
    async () => {
      const front = await listenInFront(server.url)
      try {
        const isFile = path.join(folder, 'no-folder')
        await writeFile(isFile, '')
        const blocked = await command([...argumentsFor('fourth'), '--server', front.url, '--work', isFile])
        expect(blocked).toMatchObject({ code: 2 })
        expect(front.passed).toEqual([SIGN_IN, SIGN_OUT])

        front.passed.length = 0
        await mkdir(path.join(folder, 'fourth'))
        const ended = await command([...argumentsFor('fourth'), '--server', front.url], {
          onStart: (child) => {
            front.onPass = (request) => {
              if (request === SIGN_IN) {
                child.kill('SIGTERM')
              }
            }
          },
        })
        expect(ended).toMatchObject({ code: 1, stdout: 'ended before anything was begun\n' })
        expect(front.passed.at(-1)).toBe(SIGN_OUT)
        expect(front.passed.join()).not.toContain(apiRoutes.exportableCases.path)
      } finally {
        front.close()
      }
    },
    RUN_TIMEOUT,
  )

  it(
    'says what it needs, and refuses whoever may not export',
    async () => {
      const help = await command(['--help'])
      expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('--province') as string })
      expect((await command(['--user', 'wang.lei'])).code).toBe(2)
      const reviewer = await command(argumentsFor('third', 'li.na'))
      expect(reviewer).toMatchObject({ code: 2, stdout: '' })
      expect(reviewer.stderr).toContain('may not export')
      const wrong = await command(argumentsFor('third'), { password: 'not the password' })
      expect(wrong.stderr).toContain('wrong-credentials')
    },
    RUN_TIMEOUT,
  )
})
