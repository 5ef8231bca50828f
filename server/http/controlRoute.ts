import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { personOf, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import type { ControlParts } from '../controls/releaseControls'
import { stockControl } from '../controls/stockControl'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { stockControlQuerySchema, stockControlReplySchema } from '../../shared/protocol/controls'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'

/** Takes a bundle as a zip into the stock of control cases. */
export function routeControls(
  app: FastifyInstance,
  parts: ControlParts & { readonly desk: SignInDesk },
): void {
  app.route<{ Querystring: z.output<typeof stockControlQuerySchema> }>({
    method: 'POST',
    url: BYTE_ROUTES.control,
    bodyLimit: BUNDLE_LIMITS.bundleBytes,
    schema: {
      operationId: 'stockControl',
      description: 'Body: a zip of one filing bundle (application/zip). For supervisors.',
      consumes: ['application/zip'],
      security: [{ session: [] }],
      querystring: stockControlQuerySchema,
      response: {
        201: stockControlReplySchema,
        422: stockControlReplySchema,
        '4xx': errorBodySchema,
        '5xx': errorBodySchema,
      },
    },
    // The person is looked at before a byte of the body is read.
    onRequest: [requireSession(parts.desk), requireRight('plan-controls')],
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        return sendRefusal(reply, {
          code: 'invalid-request',
          message: 'The body must be a zip (application/zip)',
        })
      }
      await parts.library.refresh(parts.database)
      const answer = await stockControl(parts, personOf(request).id, request.body, request.query.rules)
      return reply.code(answer.outcome === 'stocked' ? 201 : 422).send(answer)
    },
  })
}
