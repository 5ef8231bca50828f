import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'

/** As when memory runs short in the middle of a call. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

describe('a stream that is open', () => {
  let server: Server | undefined

  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  it('ends when it is abandoned, also after a garbage collection', async () => {
    let told = 0
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('event: change\ndata:\n\n')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const client = createReviewServerClient({
      baseUrl: `http://127.0.0.1:${String(port)}`,
      fetch: globalThis.fetch,
    })
    const heard = new Promise<void>((resolve) => {
      void client.nudges('token', resolve).then(() => {
        told += 1
      })
    })
    await heard
    for (let round = 0; round < 3; round += 1) {
      collectGarbage()
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(told).toBe(0)
    client.abandon()
    await expect.poll(() => told).toBe(1)
  })
})
