import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { personOf, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import { carryIn } from '../carry/carryIn'
import { carryOut, type CarryParts } from '../carry/carryOut'
import type { CommandParts } from '../commands/judged'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { CARRY_LIMITS, carryInReplySchema, carryOutRequestSchema } from '../../shared/protocol/carry'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'

const BUNDLE = 'application/octet-stream'

interface CarryRouteParts extends CarryParts, CommandParts {
  readonly desk: SignInDesk
  readonly onDecided: () => void
}

/** Hand-carry bundles, out and in, for whoever has the right to carry. */
export function routeCarry(app: FastifyInstance, parts: CarryRouteParts): void {
  const guards = [requireSession(parts.desk), requireRight('carry')]
  app.addContentTypeParser(BUNDLE, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: BYTE_ROUTES.carryOut,
    schema: {
      operationId: 'carryOut',
      security: [{ session: [] }],
      body: carryOutRequestSchema,
      response: { '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    onRequest: guards,
    handler: async (request, reply) => {
      const made = await carryOut(parts, personOf(request).id, request.body)
      if (!made.ok) {
        return sendRefusal(reply, { code: made.error, message: 'No bundle can be made for this person' })
      }
      const { bytes, number, cases } = made.value
      return reply
        .headers({ 'content-type': BUNDLE, 'x-carry-number': number, 'x-carry-cases': cases })
        .send(bytes as never)
    },
  })
  app.route({
    method: 'POST',
    url: BYTE_ROUTES.carryIn,
    bodyLimit: CARRY_LIMITS.bundleBytes,
    schema: {
      operationId: 'carryIn',
      description: 'Body: a hand-carry bundle from a desk (application/octet-stream). For supervisors.',
      consumes: [BUNDLE],
      security: [{ session: [] }],
      response: {
        200: carryInReplySchema,
        422: carryInReplySchema,
        '4xx': errorBodySchema,
        '5xx': errorBodySchema,
      },
    },
    onRequest: guards,
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        return sendRefusal(reply, {
          code: 'invalid-request',
          message: `The body must be a bundle (${BUNDLE})`,
        })
      }
      const answer = await carryIn(parts, personOf(request).id, request.body)
      parts.onDecided()
      return reply.code(answer.outcome === 'taken' ? 200 : 422).send(answer)
    },
  })
}
