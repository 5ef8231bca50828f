import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import { createNudgeListener } from '../../../electron/workflows/sync/listenForNudges'
import { NUDGES_PATH } from '../../../shared/protocol/otherRoutes'
import { refusal, success } from '../../../shared/result'

const TOKEN = 'a-session-token-of-enough-length'
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

describe('stream of nudges', () => {
  it('tells of each change, whole or cut into pieces, and of nothing else', async () => {
    const onChange = vi.fn()
    const client = await clientOf((request, response) => {
      expect(request.url).toBe(NUDGES_PATH)
      expect(request.headers.authorization).toBe(`Bearer ${TOKEN}`)
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': listening\n\nevent: cha')
      response.write('nge\ndata:\n\n: still here\n\nevent: other\ndata:\n\n')
      response.end('event: change\ndata:\n\n')
    })
    expect(await client.nudges(TOKEN, onChange)).toEqual({ ok: true, value: null })
    expect(onChange.mock.calls.length).toBeGreaterThanOrEqual(1)
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(2)
  })

  it('ends at once when the desk gives up its calls, and takes no endless line', async () => {
    const open: ServerResponse[] = []
    const opened = new Promise<void>((resolve) => {
      server = null
      void clientOf((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write(': listening\n\n')
        open.push(response)
        resolve()
      }).then((client) => {
        pending = client.nudges(TOKEN, () => undefined)
        abandon = () => {
          client.abandon()
        }
      })
    })
    let pending: Promise<unknown> = Promise.resolve()
    let abandon: () => void = () => undefined
    await opened
    abandon()
    expect(await pending).toEqual({ ok: false, error: 'offline' })

    const client = await clientOf((_request, response) => {
      response.end('x'.repeat(5000))
    })
    expect(await client.nudges(TOKEN, () => undefined)).toEqual({ ok: false, error: 'protocol' })
  })

  it('is refused like any call', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { code: 'unauthenticated', message: 'no' } }))
    })
    expect(await client.nudges(TOKEN, () => undefined)).toEqual({ ok: false, error: 'unauthenticated' })
  })
})

describe('listening', () => {
  it('opens the stream again after its end and stops when told to', async () => {
    const onNudge = vi.fn()
    let streams = 0
    let end: () => void = () => undefined
    const listener = createNudgeListener({
      server: {
        nudges: (_token: string, onChange: () => void) => {
          streams += 1
          onChange()
          return streams < 3
            ? Promise.resolve(streams === 1 ? success(null) : refusal('offline' as const))
            : new Promise((resolve) => {
                end = () => {
                  resolve(success(null))
                }
              })
        },
      } as never,
      session: { token: () => TOKEN } as never,
      random: () => 0,
      onNudge,
    })
    vi.useFakeTimers()
    try {
      listener.start()
      await vi.advanceTimersByTimeAsync(10_000)
      expect(streams).toBe(3)
      expect(onNudge).toHaveBeenCalledTimes(3)
      const stopped = listener.stop()
      end()
      await stopped
      await vi.advanceTimersByTimeAsync(60_000)
      expect(streams).toBe(3)
    } finally {
      vi.useRealTimers()
    }
  })
})
