import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { personOf, requireSession } from './authentication'
import { parseByteRange } from './byteRange'
import { sendRefusal } from './errorHandling'
import type { SignInDesk } from '../accounts/signIn'
import type { DocumentStore } from '../documents/documentStore'
import { findDocumentType } from '../store/caseDocuments'
import type { Database } from '../store/database'
import { readRight } from '../store/readRights'
import { isOpenedBy } from '../store/reusedDocuments'
import type { Clock } from '../system'
import { idSchema, sha256Schema } from '../../shared/domain/identity'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'

export interface DocumentParts {
  readonly database: Database
  readonly documents: DocumentStore
  readonly desk: SignInDesk
  readonly clock: Clock
}

/** Serves a case's documents, whole or one range, to whoever may read the case or was given this one to look at. */
export function routeDocuments(app: FastifyInstance, parts: DocumentParts): void {
  const { database, documents, desk, clock } = parts
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: BYTE_ROUTES.document,
    schema: {
      operationId: 'document',
      security: [{ session: [] }],
      params: z.strictObject({ caseId: idSchema, sha256: sha256Schema }),
    },
    onRequest: requireSession(desk),
    handler: async (request, reply) => {
      const { caseId, sha256 } = request.params
      const person = personOf(request)
      const right = await readRight(database, person, caseId, clock.now())
      const asked = { accountId: person.id, otherCaseId: caseId, sha256 }
      if (right === 'forbidden' && !(await isOpenedBy(database, asked, clock.now()))) {
        return sendRefusal(reply, {
          code: 'forbidden',
          message: 'The case is neither held nor reserved by this person',
        })
      }
      const mediaType = right === 'not-found' ? null : await findDocumentType(database, caseId, sha256)
      if (!mediaType) {
        return sendRefusal(reply, { code: 'not-found', message: 'The case has no such document' })
      }
      const etag = `"${sha256}"`
      void reply.headers({ etag, 'accept-ranges': 'bytes' })
      if (request.headers['if-none-match'] === etag) {
        return reply.code(304).send()
      }
      const document = await documents.open(sha256)
      if (!document) {
        throw new Error('A document of a case is missing from the document store')
      }
      // A client that resumes says which content it has part of; another content is sent whole.
      const ifRange = request.headers['if-range']
      const wanted = ifRange === undefined || ifRange === etag ? request.headers.range : undefined
      const range = parseByteRange(wanted, document.bytes)
      if (range === 'unsatisfiable') {
        await document.close()
        return reply.code(416).header('content-range', `bytes */${document.bytes}`).send()
      }
      const { start, end } = range === 'whole' ? { start: 0, end: document.bytes - 1 } : range
      if (range !== 'whole') {
        void reply.code(206).header('content-range', `bytes ${start}-${end}/${document.bytes}`)
      }
      return reply
        .type(mediaType)
        .header('content-length', end - start + 1)
        .send(document.stream(start, end))
    },
  })
}
