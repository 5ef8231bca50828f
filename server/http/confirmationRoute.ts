import type { FastifyInstance } from 'fastify'
import { requireKey } from './authentication'
import { sendRefusal } from './errorHandling'
import type { Database } from '../store/database'
import { recordConfirmation } from '../store/confirmations'
import type { Clock } from '../system'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { confirmationReplySchema, confirmationSchema } from '../../shared/protocol/deliveries'
import { CONFIRMATIONS_PATH } from '../../shared/protocol/otherRoutes'

/** The filing system reports whether the applicant was told. */
export function routeConfirmations(
  app: FastifyInstance,
  parts: { readonly database: Database; readonly clock: Clock },
  intakeToken: string,
): void {
  app.route({
    method: 'POST',
    url: CONFIRMATIONS_PATH,
    schema: {
      operationId: 'confirmDelivery',
      description:
        'The applicant was told of a decision, or could not be. The same report again changes nothing.',
      security: [{ intake: [] }],
      body: confirmationSchema,
      response: { 200: confirmationReplySchema, '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    onRequest: requireKey(intakeToken),
    handler: async (request, reply) => {
      const report = confirmationSchema.parse(request.body)
      const recorded = await recordConfirmation(parts.database, report, parts.clock.now())
      return recorded ?? sendRefusal(reply, { code: 'not-found', message: 'No such decision is on its way' })
    },
  })
}
