import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import { errorBodySchema, intakeReplySchema, type IntakeReply } from '../../shared/protocol/apiModels'

/** Why nothing can be sent at all: the server does not answer, or does not know the key. */
export class IntakeUnavailableError extends Error {
  override readonly name = 'IntakeUnavailableError'
}

export interface IntakeServer {
  readonly url: string
  readonly token: string
}

/** Sends one zipped bundle. Throws `IntakeUnavailableError` when there is no answer about this bundle to be had. */
export async function sendBundle(server: IntakeServer, zip: Uint8Array): Promise<IntakeReply> {
  const response = await post(server, zip)
  const body: unknown = await response.json().catch(() => null)
  const reply = intakeReplySchema.safeParse(body)
  if (reply.success) {
    return reply.data
  }
  const error = errorBodySchema.safeParse(body)
  if (error.success && error.data.error.code === 'too-large') {
    const problem = { code: 'archive-too-large', path: '', message: error.data.error.message } as const
    return { outcome: 'refused', problems: [problem] }
  }
  const reason = error.success
    ? error.data.error.message
    : 'it does not speak the language of a review server'
  throw new IntakeUnavailableError(`${server.url} answered ${response.status}: ${reason}`)
}

async function post(server: IntakeServer, zip: Uint8Array): Promise<Response> {
  try {
    return await fetch(new URL(BYTE_ROUTES.intake, server.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/zip' },
      body: zip,
    })
  } catch (cause) {
    throw new IntakeUnavailableError(`${server.url} cannot be reached`, { cause })
  }
}
