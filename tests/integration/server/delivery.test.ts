import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import {
  HOUR,
  readJson,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'

const SECRET = 'secret-of-the-webhook'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface FilingSystem {
  readonly url: string
  readonly received: Received[]
  answer: number
  close(): Promise<void>
}

/** A provider's filing system that remembers what it was told and answers as the test wants. */
async function startFilingSystem(): Promise<FilingSystem> {
  const received: Received[] = []
  const http = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body })
      response.writeHead(system.answer, system.answer === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const system: FilingSystem = {
    url: `http://127.0.0.1:${port}/decisions`,
    received,
    answer: 204,
    close: async () => {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
  return system
}

describe.each(DATABASE_KINDS)('Delivery of decisions (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let system: FilingSystem
  let server: TestServer
  let li: TestClient
  let wang: TestClient

  beforeAll(async () => {
    system = await startFilingSystem()
    server = await startTestServer(kind, { webhook: { url: system.url, secret: SECRET } })
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.stop()
    await system.close()
  })

  async function decideOne(seed: string, verdict: 'pass' | 'return' | 'escalate'): Promise<string> {
    const caseId = await receiveFiling(server, { seed: `${seed}-${kind}`, nature: 'enterprise' })
    const pins = [{ number: 1, documentId: 'licence', x: 0.5, y: 0.25, note: '只给同事看的图钉' }]
    await decideCase(server, li, caseId, decision(verdict, { internalNote: '只给同事看', pins }))
    return caseId
  }

  /** The server listens on another port afterwards. */
  async function restart(changes: Parameters<TestServer['restart']>[0]): Promise<void> {
    await server.restart(changes)
    li = await server.signIn('li.na')
    wang = await server.signIn('wang.lei')
  }

  async function timelineOf(caseId: string): Promise<string[]> {
    const filingCase = await wang.granted('case', { params: { caseId } })
    return filingCase.timeline.map((entry) => entry.kind)
  }

  it('tells the filing system, signed, with reasons and without notes or pins, and the timeline says so', async () => {
    const caseId = await decideOne('told', 'return')
    await server.housekeeping()
    expect(system.received).toHaveLength(1)
    const [first] = system.received
    const body: unknown = JSON.parse(first?.body ?? '')
    expect(body).toEqual({
      orderNumber: expect.stringMatching(/^BA-/) as string,
      round: 1,
      verdict: 'return',
      state: 'returned',
      reasons: [
        { field: 'application.entity.name', problem: '主体名称与证件不一致', advice: '请按证件填写' },
      ],
      decidedAt: new Date(server.now()).toISOString(),
      caseVersion: 2,
    })
    expect(first?.headers['content-type']).toMatch(/^application\/json/)
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(first?.headers['beian-signature'])) ?? []
    expect(Number(seconds)).toBe(Math.floor(server.now() / 1000))
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${seconds}.${first?.body}`).digest('hex'))
    expect(await timelineOf(caseId)).toEqual(['received', 'returned', 'delivered'])
  })

  it('says nothing of an escalation', async () => {
    const before = system.received.length
    await decideOne('quiet', 'escalate')
    await server.housekeeping()
    expect(system.received).toHaveLength(before)
  })

  it('tries again with the same key and body, each time later, until it is taken', async () => {
    const before = system.received.length
    system.answer = 503
    const caseId = await decideOne('again', 'pass')
    await server.housekeeping()
    await server.housekeeping()
    expect(system.received).toHaveLength(before + 1)
    server.advance(5_000)
    await server.housekeeping()
    expect(system.received).toHaveLength(before + 2)
    server.advance(5_000)
    await server.housekeeping()
    expect(system.received).toHaveLength(before + 2)
    expect(await timelineOf(caseId)).not.toContain('delivered')
    system.answer = 200
    server.advance(5_000)
    await server.housekeeping()
    const sent = system.received.slice(before)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
    expect(await timelineOf(caseId)).toContain('delivered')
  })

  it('does not follow a redirect', async () => {
    const before = system.received.length
    system.answer = 302
    await decideOne('redirected', 'pass')
    await server.housekeeping()
    expect(system.received).toHaveLength(before + 1)
    system.answer = 200
    server.advance(HOUR)
    await server.housekeeping()
    expect(system.received).toHaveLength(before + 2)
  })

  it(
    'keeps what is not delivered over a restart, and fills a drop folder beside the webhook',
    async () => {
      system.answer = 500
      const before = system.received.length
      const caseId = await decideOne('restarted', 'pass')
      await server.housekeeping()
      const dropFolder = path.join(server.place.folder, 'drop')
      await restart({ dropFolder })
      server.advance(HOUR)
      await server.housekeeping()
      const names = await readdir(dropFolder)
      expect(names).toHaveLength(1)
      expect(names[0]).toMatch(/^BA-\d+-v2\.json$/)
      const dropped = await readJson(path.join(dropFolder, names[0] ?? ''))
      expect(dropped).toMatchObject({ verdict: 'pass', state: 'awaiting-backdrop', reasons: [] })
      expect(await timelineOf(caseId)).not.toContain('delivered')
      await rm(path.join(dropFolder, names[0] ?? ''))
      system.answer = 200
      server.advance(HOUR)
      await server.housekeeping()
      expect(await readdir(dropFolder)).toEqual([])
      expect(system.received.length).toBeGreaterThan(before + 2)
      expect(await timelineOf(caseId)).toContain('delivered')
    },
    START_TIMEOUT,
  )

  it(
    'waits when the drop folder cannot be written',
    async () => {
      const file = path.join(server.place.folder, 'a-file')
      await writeFile(file, '')
      await restart({ webhook: undefined, dropFolder: path.join(file, 'drop') })
      const caseId = await decideOne('blocked', 'pass')
      await server.housekeeping()
      expect(await timelineOf(caseId)).not.toContain('delivered')
      await rm(file)
      server.advance(HOUR)
      await server.housekeeping()
      expect(await timelineOf(caseId)).toContain('delivered')
    },
    START_TIMEOUT,
  )
})
