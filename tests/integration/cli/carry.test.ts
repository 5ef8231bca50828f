import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readCarryOrder } from '../../../cli/carry/carryOrder'
import {
  CarryRefusedError,
  CarryUnansweredError,
  takeBundle,
  writeBundle,
} from '../../../cli/carry/carryRequests'
import { apiRoutes } from '../../../shared/protocol/api'
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
        if (request.url === BYTE_ROUTES.carryIn || request.url === BYTE_ROUTES.carryOut) {
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

  it(
    'ends with 2 where it is not known whether it was done',
    async () => {
      onBundle = (request) => request.socket.destroy()
      const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
      const file = path.join(folder, 'back.carry')
      await writeFile(file, 'a bundle')
      const ended = await new Promise((resolve) => {
        const args = [tsx, 'cli/carry.ts', 'in', '--server', url(), file]
        execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
          resolve({ code: error?.code ?? 0, stdout, stderr })
        })
      })
      expect(ended).toEqual({
        code: 2,
        stdout: '',
        stderr: 'carry: the server does not answer; it may have been applied: run it again\n',
      })
    },
    RUN_TIMEOUT,
  )
})
