import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { STATUS_CODES, type ApiRefusal } from './apiRefusal'
import { S3Failure } from '../documents/s3Failure'
import { ServerBusyError } from '../store/serverBusyError'

/** As long as a request waits for the database before it is given up: whoever comes earlier would only wait as well. */
const RETRY_AFTER_SECONDS = 5

/** Sends a refusal in the form of the protocol. */
export function sendRefusal(reply: FastifyReply, error: ApiRefusal): FastifyReply {
  if (error.code === 'unauthenticated') {
    void reply.header('www-authenticate', 'Bearer')
  }
  if (error.code === 'busy') {
    void reply.header('retry-after', RETRY_AFTER_SECONDS)
  }
  return reply.code(STATUS_CODES[error.code]).type('application/json').send({ error })
}

/** Turns everything that goes wrong into the protocol's error body. Nothing of the request is quoted or logged. */
export function handleErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    sendRefusal(reply, { code: 'not-found', message: 'There is no such route' }),
  )
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.code === 'unexpected' || refusal.code === 'busy') {
      request.log.error({ route: request.routeOptions.url, ...describe(error) }, 'request failed')
    }
    return sendRefusal(reply, refusal)
  })
}

function refusalOf(error: FastifyError): ApiRefusal {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map(({ instancePath, message }) =>
      `${instancePath} ${message ?? ''}`.trim(),
    )
    return {
      code: 'invalid-request',
      message: `${error.validationContext ?? 'request'}: ${places.join('; ')}`,
    }
  }
  if (error.statusCode === 413) {
    return { code: 'too-large', message: 'The body is larger than this route takes' }
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    // The parser's own words can quote what was sent, passwords included.
    return { code: 'invalid-request', message: 'The request cannot be read' }
  }
  if (error instanceof ServerBusyError || (error instanceof S3Failure && error.isPassing)) {
    return { code: 'busy', message: 'The server has more to do than it can' }
  }
  return { code: 'unexpected', message: 'The server could not carry out the request' }
}

/** What may stand in a log: messages of databases and parsers quote values, so only name, code and place. */
export function describe(error: unknown): {
  readonly error: string
  readonly code?: string
  readonly at: string[]
} {
  if (!(error instanceof Error)) {
    return { error: typeof error, at: [] }
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.name, ...code, at: frames.slice(0, 8).map((line) => line.trim()) }
}
