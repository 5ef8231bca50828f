import type { FastifyInstance } from 'fastify'
import { createMetricsApp } from './http/metricsApp'
import { createMetrics } from './metrics'
import type { Database } from './store/database'

export interface MetricsConfig {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly token: string
}

/** Counts what this application answers, from before its first request on, and serves the figures on their own port. */
export async function serveMetrics(
  server: { readonly app: FastifyInstance; readonly database: Database; readonly openStreams: () => number },
  { host, port, token }: MetricsConfig,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const metrics = createMetrics(server.database, server.openStreams)
  server.app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const seconds = reply.elapsedTime / 1000
    // A path that no route has could carry anything.
    metrics.observe({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, seconds })
  })
  const app = createMetricsApp(metrics, token)
  const url = await app.listen({ host, port })
  return { url, close: () => app.close() }
}
