import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askingDesk, enrolmentRequest } from '../../helpers/enrolmentRequests'
import { readCarryOrder } from '../../../cli/carry/carryOrder'
import {
  CarryRefusedError,
  CarryUnansweredError,
  enrolDesk,
  takeBundle,
  writeBundle,
} from '../../../cli/carry/carryRequests'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import { apiRoutes } from '../../../shared/protocol/api'
import { keyFingerprint } from '../../../shared/protocol/keyFingerprint'
import { BYTE_ROUTES } from '../../../shared/protocol/otherRoutes'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const RUN_TIMEOUT = 60_000
const TAKEN = { outcome: 'taken', number: 3, displayName: '李娜', applied: 2, refused: 0 }

/** A server that signs anybody in and does to bundles what the test wants: the network is what is tried here. */
describe('npm run carry', () => {
  let folder: string
  let server: Server
  let onBundle: (request: IncomingMessage, response: ServerResponse) => void
  const seen: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-carry-'))
    server = createServer((request, response) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`.trim())
      request.resume().once('end', () => {
        if (
          [BYTE_ROUTES.carryIn, BYTE_ROUTES.carryOut, apiRoutes.enrolDesk.path].some(
            (at) => at === request.url,
          )
        ) {
          onBundle(request, response)
          return
        }
        response.end(JSON.stringify({ token: 'of-this-run' }))
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(() => {
    seen.length = 0
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })

  const url = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  function supervisor() {
    return { url: url(), username: 'wang.lei', password: 'a long enough passphrase' }
  }

  const REQUEST = { username: 'li.na', hours: 72, reservations: 5 }

  it('tells what was done, and signs out', async () => {
    onBundle = (_, response) => response.end(JSON.stringify(TAKEN))
    expect(await takeBundle(supervisor(), Buffer.from('a bundle'))).toEqual(TAKEN)
    expect(seen).toEqual([
      `POST ${apiRoutes.signIn.path}`,
      `POST ${BYTE_ROUTES.carryIn} Bearer of-this-run`,
      `DELETE ${apiRoutes.signOut.path} Bearer of-this-run`,
    ])
  })

  it('tells a refusal as one that changed nothing, and signs out as well', async () => {
    onBundle = (_, response) =>
      response.writeHead(422).end(JSON.stringify({ outcome: 'refused', problem: 'already-taken' }))
    const refused = takeBundle(supervisor(), Buffer.from('a bundle'))
    await expect(refused).rejects.toThrow(new CarryRefusedError('the bundle is refused: already-taken'))
    expect(seen.at(-1)).toBe(`DELETE ${apiRoutes.signOut.path} Bearer of-this-run`)
  })

  it.each<{ readonly how: string; readonly answer: typeof onBundle }>([
    { how: 'breaks before an answer', answer: (request) => request.socket.destroy() },
    {
      how: 'breaks within the answer',
      answer: (_, response) => {
        response.writeHead(200, { 'content-length': 500 }).write('{"outcome":', () => {
          response.socket?.destroy()
        })
      },
    },
    {
      how: 'ends at something that is no review server',
      answer: (_, response) => response.end('<html>Welcome</html>'),
    },
    {
      how: 'has a gateway that gives up waiting',
      answer: (_, response) => response.writeHead(504).end('<html>Gateway timeout</html>'),
    },
    {
      how: 'ends at a server that fails on the way',
      answer: (_, response) =>
        response.writeHead(500).end(JSON.stringify({ error: { code: 'unexpected', message: 'no' } })),
    },
  ])('never says that nothing was changed where the line $how', async ({ answer }) => {
    onBundle = answer
    for (const ask of [
      () => takeBundle(supervisor(), Buffer.from('a bundle')),
      () => writeBundle(supervisor(), REQUEST),
      () => enrolDesk(supervisor(), enrolmentRequest(askingDesk(), 'li.na')),
    ]) {
      const error: unknown = await ask().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(CarryUnansweredError)
      expect(String(error)).toMatch(/it may have been applied: run it again$/)
    }
    expect(seen.at(-1)).toBe(`DELETE ${apiRoutes.signOut.path} Bearer of-this-run`)
  })

  it('says that nothing was changed where it did not get as far as the bundle', async () => {
    const nobody = { ...supervisor(), url: 'http://127.0.0.1:9' }
    await expect(takeBundle(nobody, Buffer.from('a bundle'))).rejects.toThrow(
      new CarryUnansweredError('the server does not answer; nothing was changed'),
    )
  })

  it('sends a password to no other machine in clear, and asks for no more cases than a person may have', () => {
    const order = (...more: readonly string[]) => readCarryOrder(['in', ...more, 'back.carry'])
    expect(order('--server', 'https://desk.example')).toMatchObject({ way: 'in' })
    expect(order('--server', 'http://127.0.0.1:8787')).toMatchObject({ way: 'in' })
    expect(order('--server', 'http://desk.example')).toBeNull()
    const out = (...more: readonly string[]) =>
      readCarryOrder(['out', '--server', url(), '--user', 'li.na', ...more, 'out.carry'])
    expect(out()).toMatchObject({ request: REQUEST })
    expect(out('--cases', '10', '--hours', '336')).toMatchObject({
      request: { reservations: 10, hours: 336 },
    })
    for (const wrong of [
      ['--cases', '11'],
      ['--cases', 'many'],
      ['--hours', '0'],
      ['--hours', '337'],
    ]) {
      expect(out(...wrong)).toBeNull()
    }
  })

  it('takes the fingerprint of a machine as people type it, and no text that can be none', () => {
    const order = (...more: readonly string[]) =>
      readCarryOrder(['enrol', '--server', url(), ...more, 'request.json', 'reply.carry'])
    const asked = { way: 'enrol', file: 'request.json', reply: 'reply.carry' }
    expect(order()).toMatchObject({ ...asked, fingerprint: null })
    expect(order('--fingerprint', 'oiab cdef ghjk mnpq rstv')).toMatchObject({
      ...asked,
      fingerprint: '01AB-CDEF-GHJK-MNPQ-RSTV',
    })
    expect(order('--fingerprint', 'yes')).toBeNull()
    expect(order('one-file-too-many')).toBeNull()
    expect(readCarryOrder(['enrol', '--server', url(), 'request.json'])).toBeNull()
  })

  it(
    'asks for the fingerprint where it is not given, and asks no server before it is right',
    async () => {
      const desk = askingDesk()
      const file = path.join(folder, 'request.json')
      await writeFile(file, JSON.stringify(enrolmentRequest(desk, 'li.na')))
      const own = keyFingerprint(desk.signer.publicKey, packCrypto)
      const args = (reply: string) => ['enrol', '--server', url(), file, path.join(folder, reply)]
      for (const typed of ['', 'ABCD-ABCD-ABCD-ABCD-ABCD\n']) {
        const { code, stdout, stderr } = await runCarry(args('none.carry'), typed)
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
        expect(stderr).toContain(`li.na asks to have desk ${desk.id} enrolled`)
        expect(stderr).toContain('nothing was changed')
        expect(stderr).not.toContain(own)
      }
      expect(seen).toEqual([])

      const serverKey = askingDesk().signer.publicKey
      const reply = Buffer.from('a reply').toString('base64')
      onBundle = (_, response) =>
        response.end(JSON.stringify({ outcome: 'enrolled', displayName: '李娜', serverKey, file: reply }))
      const { code, stdout } = await runCarry(args('reply.carry'), `${own.toLowerCase()}\n`)
      expect(code).toBe(0)
      expect(stdout).toContain(`desk ${desk.id} of 李娜 enrolled`)
      expect(stdout.trimEnd().endsWith(keyFingerprint(serverKey, packCrypto))).toBe(true)
      expect(await readFile(path.join(folder, 'reply.carry'), 'utf8')).toBe('a reply')
      // It may be on its way already.
      const again = await runCarry([...args('reply.carry'), '--fingerprint', own])
      expect(again).toMatchObject({ code: 2, stdout: '' })
      expect(again.stderr).toContain('reply.carry cannot be used (EEXIST)')
    },
    RUN_TIMEOUT,
  )

  /** The command as a process of its own, with what somebody types. */
  function runCarry(
    args: readonly string[],
    typed = '',
  ): Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }> {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [tsx, 'cli/carry.ts', ...args],
        { cwd: ROOT },
        (error, stdout, stderr) => {
          resolve({ code: error?.code ?? 0, stdout, stderr })
        },
      )
      child.stdin?.end(typed)
    })
  }

  it(
    'ends with 2 where it is not known whether it was done',
    async () => {
      onBundle = (request) => request.socket.destroy()
      const file = path.join(folder, 'back.carry')
      await writeFile(file, 'a bundle')
      expect(await runCarry(['in', '--server', url(), file])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'carry: the server does not answer; it may have been applied: run it again\n',
      })
    },
    RUN_TIMEOUT,
  )
})
