import type { FastifyInstance } from 'fastify'
import { personOf, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import { proposePack, type RulePackParts } from '../rules/proposePack'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { RULE_PACK_LIMITS } from '../../shared/protocol/limits'
import { proposeReplySchema } from '../../shared/protocol/rulePacks'

/** Takes a rule pack as a zip from a supervisor. */
export function routeRuleProposals(
  app: FastifyInstance,
  parts: RulePackParts & { readonly desk: SignInDesk },
): void {
  app.route({
    method: 'POST',
    url: BYTE_ROUTES.ruleProposal,
    bodyLimit: RULE_PACK_LIMITS.archiveBytes,
    schema: {
      operationId: 'proposeRulePack',
      description: 'Body: a zip of one signed rule pack (application/zip). For supervisors.',
      consumes: ['application/zip'],
      security: [{ session: [] }],
      response: {
        201: proposeReplySchema,
        422: proposeReplySchema,
        '4xx': errorBodySchema,
        '5xx': errorBodySchema,
      },
    },
    // The person is looked at before a byte of the body is read.
    onRequest: [requireSession(parts.desk), requireRight('propose-packs')],
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        return sendRefusal(reply, {
          code: 'invalid-request',
          message: 'The body must be a zip (application/zip)',
        })
      }
      const answer = await proposePack(parts, personOf(request), request.body)
      return reply.code(answer.outcome === 'proposed' ? 201 : 422).send(answer)
    },
  })
}
