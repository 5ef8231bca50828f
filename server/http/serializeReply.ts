import type { FastifySerializerCompiler } from 'fastify'
import type { z } from 'zod'

/** A handler answered what the protocol does not know: a bug, answered as `unexpected`. */
class ReplyMismatchError extends Error {
  constructor(route: string, cause: unknown) {
    super(`The reply of ${route} is not what the protocol says`, { cause })
    this.name = 'ReplyMismatchError'
  }
}

/**
 * Checks each reply by its schema and writes it. The type provider's own serializer encodes, for which zod has no compiled
 * form: on a page of the feed that takes three times as long. No schema of a reply changes what it checks, so the two
 * directions are the same.
 */
export const serializeReply: FastifySerializerCompiler<z.ZodType> =
  ({ schema, method, url }) =>
  (data) => {
    const checked = schema.safeParse(data)
    if (!checked.success) {
      throw new ReplyMismatchError(`${method} ${url}`, checked.error)
    }
    return JSON.stringify(checked.data)
  }
