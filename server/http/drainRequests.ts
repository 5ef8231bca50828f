import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** Longer than any answer takes but a dry run; service managers wait for a minute and a half before they kill. */
const LONGEST_DRAIN = 30_000

/**
 * How to end a server without cutting anybody off: it takes no new connections, what is running is answered, and then
 * every connection is closed. A browser or a workstation keeps connections open on which nothing is asked; a server that
 * waited for those would never end.
 */
export function drainRequests(app: FastifyInstance, longest = LONGEST_DRAIN): () => Promise<void> {
  const running = new Set<ServerResponse>()
  let onEmpty: (() => void) | undefined
  app.server.on('request', (_request, response: ServerResponse) => {
    running.add(response)
    response.once('close', () => {
      running.delete(response)
      if (running.size === 0) {
        onEmpty?.()
      }
    })
  })

  function drained(): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, longest)
      onEmpty = () => {
        clearTimeout(limit)
        resolve()
      }
      if (running.size === 0) {
        onEmpty()
      }
    })
  }

  return async () => {
    const closed = app.close()
    await drained()
    app.server.closeAllConnections()
    await closed
  }
}
