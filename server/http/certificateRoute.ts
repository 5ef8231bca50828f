import type { FastifyInstance } from 'fastify'
import { personOf, requireRight, requireSession } from './authentication'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import { keepCertificate, type CertificateParts } from '../commands/keepCertificate'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import {
  certificateQuerySchema,
  certificateReplySchema,
  type CertificateQuery,
} from '../../shared/protocol/certificates'
import { CERTIFICATE_LIMITS } from '../../shared/protocol/limits'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'

const BYTES = 'application/octet-stream'
/** Wide enough that a file above the bound still arrives and is refused by its code. */
const BODY_LIMIT = 2 * CERTIFICATE_LIMITS.bytes

/** Takes the certificate of an approval; what it is, its bytes say. */
export function routeCertificates(
  app: FastifyInstance,
  parts: CertificateParts & { readonly desk: SignInDesk },
): void {
  app.route<{ Querystring: CertificateQuery }>({
    method: 'POST',
    url: BYTE_ROUTES.certificate,
    bodyLimit: BODY_LIMIT,
    schema: {
      operationId: 'keepCertificate',
      description:
        'Body: a certificate of approval, PDF, JPEG or PNG (application/octet-stream). For supervisors.',
      consumes: [BYTES],
      security: [{ session: [] }],
      querystring: certificateQuerySchema,
      response: {
        201: certificateReplySchema,
        422: certificateReplySchema,
        '4xx': errorBodySchema,
        '5xx': errorBodySchema,
      },
    },
    // The person is looked at before a byte of the body is read.
    onRequest: [requireSession(parts.desk), requireRight('record-notice')],
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) {
        return sendRefusal(reply, {
          code: 'invalid-request',
          message: `The body must be the file (${BYTES})`,
        })
      }
      const answer = await keepCertificate(parts, personOf(request).id, request.query, request.body)
      return reply.code(answer.outcome === 'refused' ? 422 : 201).send(answer)
    },
  })
}
