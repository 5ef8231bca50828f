import type { FastifyInstance } from 'fastify'
import { requireKey } from './authentication'
import { sendRefusal } from './errorHandling'
import { receiveBundle, type IntakeParts } from '../intake/receiveBundle'
import type { RuleLibrary } from '../rules/ruleLibrary'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import { errorBodySchema, intakeReplySchema } from '../../shared/protocol/apiModels'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'

/** Headers of a zip come on top of what its files may have in all. */
const ARCHIVE_OVERHEAD = 1024 * 1024

/** Takes bundles from the provider's filing system. The key is looked at before a byte of the body is read. */
export function routeIntake(
  app: FastifyInstance,
  parts: IntakeParts & { readonly library: RuleLibrary },
  intakeToken: string,
): void {
  app.addContentTypeParser('application/zip', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  app.route({
    method: 'POST',
    url: BYTE_ROUTES.intake,
    bodyLimit: BUNDLE_LIMITS.bundleBytes + ARCHIVE_OVERHEAD,
    schema: {
      operationId: 'intake',
      description: 'Body: a zip of one filing bundle (application/zip).',
      consumes: ['application/zip'],
      security: [{ intake: [] }],
      response: {
        201: intakeReplySchema,
        422: intakeReplySchema,
        '4xx': errorBodySchema,
        '5xx': errorBodySchema,
      },
    },
    onRequest: requireKey(intakeToken),
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        return sendRefusal(reply, {
          code: 'invalid-request',
          message: 'The body must be a zip (application/zip)',
        })
      }
      await parts.library.refresh(parts.database)
      const answer = await receiveBundle(parts, request.body)
      return reply.code(answer.outcome === 'accepted' ? 201 : 422).send(answer)
    },
  })
}
