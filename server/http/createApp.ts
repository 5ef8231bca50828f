import type { Writable } from 'node:stream'
import swagger from '@fastify/swagger'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod'
import { createApiHandlers, type ApiParts } from './apiHandlers'
import { routeApi } from './apiRouting'
import { routeCarry } from './carryRoute'
import { routeCertificates } from './certificateRoute'
import { routeControls } from './controlRoute'
import { routeDocuments, type DocumentParts } from './documentRoute'
import { handleErrors } from './errorHandling'
import { routeConfirmations } from './confirmationRoute'
import { routeIntake } from './intakeRoute'
import { routeNudges, type NudgeParts } from './nudgeRoute'
import { routeRuleProposals } from './ruleProposalRoute'
import type { IntakeParts } from '../intake/receiveBundle'
import { serializeReply } from './serializeReply'
import { FILING_BUNDLE_SCHEMA_PATH } from '../../shared/protocol/otherRoutes'
import { filingBundleJsonSchema } from '../../shared/protocol/filingBundleJsonSchema'

/** A bundle of the largest size over a slow line. */
const REQUEST_TIMEOUT = 10 * 60_000

export interface AppParts extends ApiParts, DocumentParts, IntakeParts, NudgeParts {
  readonly intakeToken: string
  /** Certificate chain and key (PEM) of the server; null: in clear, behind a proxy or on one machine. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** Where log lines go, one JSON object each. */
  readonly log: Writable
}

/** The HTTP side of the server, ready to listen. Log lines carry route patterns, never paths, names or bodies. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: 'info', stream: parts.log },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: REQUEST_TIMEOUT,
    exposeHeadRoutes: false,
    genReqId: () => parts.ids.next(),
    // The same routes over TLS; the type of the application names the socket, which no route looks at.
    ...(parts.tls === null ? {} : { https: { ...parts.tls, minVersion: 'TLSv1.2' } }),
  } as FastifyServerOptions)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializeReply)
  app.decorateRequest('user', null)
  handleErrors(app)
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, url: route } = request.routeOptions
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route, status: reply.statusCode, ms, requestId: request.id }, 'request')
  })
  await app.register(swagger, {
    openapi: {
      info: { title: 'Beian Desk review server', version: '1' },
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'Token of POST /v1/session' },
          intake: { type: 'http', scheme: 'bearer', description: 'INTAKE_TOKEN of the server' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  routeApi(app, createApiHandlers(parts), parts.desk)
  routeDocuments(app, parts)
  routeNudges(app, parts)
  routeIntake(app, parts, parts.intakeToken)
  routeConfirmations(app, parts, parts.intakeToken)
  routeRuleProposals(app, parts)
  routeCarry(app, parts)
  routeControls(app, parts)
  routeCertificates(app, parts)
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get(FILING_BUNDLE_SCHEMA_PATH, { schema: { hide: true } }, () => filingBundleJsonSchema())
  return app
}
