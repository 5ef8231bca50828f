import type { FastifyInstance } from 'fastify'
import type { ApiHandlers, Asked } from './apiHandlers'
import { bearerToken, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import { findUnstorableText } from '../store/storableText'
import { apiRoutes } from '../../shared/protocol/api'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import type { Result } from '../../shared/result'
import type { ApiRefusal } from './apiRefusal'

const KIBIBYTE = 1024
/** Sign-in and holds: a few short fields. */
const SMALL_BODY = 64 * KIBIBYTE
/** Fifty decisions with all lines, findings and reasons. */
const COMMANDS_BODY = 8 * KIBIBYTE * KIBIBYTE
/** Fingerprints of two hundred pictures, some 360 characters each. */
const REUSE_BODY = 128 * KIBIBYTE
/** Five hundred entries; workstations send fewer when their changes are large. */
const AUDIT_BODY = 4 * KIBIBYTE * KIBIBYTE
/** Two thousand results, some 130 characters each. */
const SMS_RESULTS_BODY = 512 * KIBIBYTE
/** Two thousand filings with a few reasons each. */
const FEEDBACK_BODY = 4 * KIBIBYTE * KIBIBYTE
/** Five notices of some hundred days, and forty changes with their reasons. */
const CALENDAR_BODY = 256 * KIBIBYTE
const BODY_LIMITS: Readonly<Partial<Record<keyof typeof apiRoutes, number>>> = {
  commands: COMMANDS_BODY,
  searchReuse: REUSE_BODY,
  exchangeAudit: AUDIT_BODY,
  smsResults: SMS_RESULTS_BODY,
  feedback: FEEDBACK_BODY,
  changeCalendar: CALENDAR_BODY,
}

type AnyHandler = (
  asked: Asked<(typeof apiRoutes)[keyof typeof apiRoutes]>,
) => Promise<Result<unknown, ApiRefusal>>

/** Serves every route of the protocol with its handler; requests and replies are checked by its schemas. */
export function routeApi(app: FastifyInstance, handlers: ApiHandlers, desk: SignInDesk): void {
  const guard = requireSession(desk)
  for (const name of Object.keys(apiRoutes) as ReadonlyArray<keyof typeof apiRoutes>) {
    const route = apiRoutes[name]
    // The table of handlers pairs each route with its own types; inside this loop only their union is known.
    const handle = handlers[name] as AnyHandler
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: BODY_LIMITS[name] ?? SMALL_BODY,
      schema: {
        operationId: name,
        security: route.auth === 'session' ? [{ session: [] }] : [],
        ...('body' in route ? { body: route.body } : {}),
        ...('query' in route ? { querystring: route.query } : {}),
        ...('params' in route ? { params: route.params } : {}),
        response: { 200: route.reply, '4xx': errorBodySchema, '5xx': errorBodySchema },
      },
      ...(route.auth === 'session' ? { onRequest: [guard, requireRight(route.right)] } : {}),
      handler: async (request, reply) => {
        const unstorable = findUnstorableText(request.body)
        if (unstorable !== null) {
          return sendRefusal(reply, { code: 'invalid-request', message: `body: ${unstorable} is not text` })
        }
        const answer = await handle({
          body: request.body,
          query: request.query,
          params: request.params,
          user: request.user,
          token: bearerToken(request),
          address: request.ip,
        } as Parameters<AnyHandler>[0])
        return answer.ok ? reply.send(answer.value) : sendRefusal(reply, answer.error)
      },
    })
  }
}
