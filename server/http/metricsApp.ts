import fastify, { type FastifyInstance } from 'fastify'
import { requireKey } from './authentication'
import { handleErrors } from './errorHandling'
import type { Metrics } from '../metrics'

/** Serves `GET /metrics` on a port of its own, which no workstation reaches, to whoever has the key. */
export function createMetricsApp(metrics: Metrics, token: string): FastifyInstance {
  const app = fastify({ exposeHeadRoutes: false })
  handleErrors(app)
  app.route({
    method: 'GET',
    url: '/metrics',
    onRequest: requireKey(token),
    handler: async (_request, reply) => {
      const { contentType, text } = await metrics.render()
      return reply.type(contentType).header('cache-control', 'no-store').send(text)
    },
  })
  return app
}
