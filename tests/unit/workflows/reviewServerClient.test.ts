import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import { BUNDLE_LIMITS } from '../../../shared/protocol/limits'

const TOKEN = 'a-session-token-of-enough-length'
const CASE = '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001'
let server: Server | null = null

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

async function clientOf(answer: RequestListener) {
  server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return createReviewServerClient({ baseUrl: `http://127.0.0.1:${String(port)}`, fetch: globalThis.fetch })
}

describe('speaking to the review server', () => {
  it('gives up calls under way at once when told to, and goes on with the next', async () => {
    let silent = true
    const asked: (() => void)[] = []
    const client = await clientOf((_request, response) => {
      asked.forEach((tell) => {
        tell()
      })
      if (!silent) {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ holds: [] }))
      }
    })
    const arrived = new Promise<void>((resolve) => asked.push(resolve))
    const pending = client.reserve(TOKEN, 5)
    await arrived
    client.abandon()
    expect(await pending).toEqual({ ok: false, error: 'offline' })
    silent = false
    expect(await client.reserve(TOKEN, 5)).toEqual({ ok: true, value: [] })
  })

  it.each([
    ['a page of somebody else', 'text/html', '<html>please pay for the network</html>'],
    ['JSON of another shape', 'application/json', '{"holds":[{"caseId":"x"}]}'],
    ['a field more', 'application/json', '{"holds":[],"also":1}'],
  ])('takes no answer that is not ours: %s', async (_what, type, body) => {
    const client = await clientOf((_request, response) => {
      response.setHeader('content-type', type)
      response.end(body)
    })
    expect(await client.reserve(TOKEN, 5)).toEqual({ ok: false, error: 'protocol' })
  })

  it('follows no redirect, so that a token never goes elsewhere', async () => {
    const urls: string[] = []
    const client = await clientOf((request, response) => {
      urls.push(request.url ?? '')
      response.writeHead(302, { location: '/elsewhere' })
      response.end()
    })
    expect(await client.reserve(TOKEN, 5)).toMatchObject({ ok: false })
    expect(urls).toEqual(['/v1/holds/reserve'])
  })

  it('stops reading a document that has no end', async () => {
    const client = await clientOf((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024)
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) {
          // Until the other side has enough.
        }
      }
      response.on('drain', more)
      more()
    })
    expect(await client.readDocument(TOKEN, CASE, 'a'.repeat(64))).toEqual({ ok: false, error: 'protocol' })
    expect(BUNDLE_LIMITS.documentBytes).toBeLessThan(64 * 1024 * 1024)
  })

  it('answers the codes of refusals and nothing else', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(409, { 'content-type': 'application/json' })
      response.end('{"error":{"code":"conflict","message":"held"}}')
    })
    expect(await client.hold(TOKEN, CASE)).toEqual({ ok: false, error: 'conflict' })
  })

  it('answers offline when nobody is there', async () => {
    const client = createReviewServerClient({ baseUrl: 'http://127.0.0.1:9', fetch: globalThis.fetch })
    expect(await client.drawNext(TOKEN)).toEqual({ ok: false, error: 'offline' })
  })

  it('asks for a part of a document and takes nothing else for it', async () => {
    const ranges: (string | undefined)[] = []
    const client = await clientOf((request, response) => {
      ranges.push(request.headers.range)
      expect(request.headers['if-range']).toBe(`"${'a'.repeat(64)}"`)
      if (ranges.length === 1) {
        response.writeHead(206, { 'content-range': 'bytes 4-7/20' })
        response.end('efgh')
      } else {
        response.end('abcdefghijklmnopqrst')
      }
    })
    const part = { start: 4, length: 4 }
    expect(await client.readDocumentPart(TOKEN, CASE, 'a'.repeat(64), part)).toEqual({
      ok: true,
      value: new TextEncoder().encode('efgh'),
    })
    expect(ranges).toEqual(['bytes=4-7'])
    expect(await client.readDocumentPart(TOKEN, CASE, 'a'.repeat(64), part)).toEqual({
      ok: false,
      error: 'protocol',
    })
  })
})
