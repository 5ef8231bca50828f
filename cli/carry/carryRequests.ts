import { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import {
  carryInReplySchema,
  type CarryInReply,
  type carryOutRequestSchema,
} from '../../shared/protocol/carry'
import { readCarryLine } from '../../shared/protocol/carryFile'
import {
  enrolmentAnswerSchema,
  type EnrolmentAnswer,
  type EnrolmentRequest,
} from '../../shared/protocol/enrolment'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'

/** How long a sign-out may take: without it the sign-in ends by itself some time later. */
const SIGN_OUT_MS = 5000
const UNKNOWN = 'it may have been applied: run it again'

export interface CarryServer {
  readonly url: string
  readonly username: string
  readonly password: string
}

/** The server did not do it; the message is for the supervisor. */
export class CarryRefusedError extends Error {
  override readonly name = 'CarryRefusedError'
}

/** There is no usable answer; the message is for the supervisor and says whether something may have been done. */
export class CarryUnansweredError extends Error {
  override readonly name = 'CarryUnansweredError'
}

/** Has the server make a bundle for a desk. */
export function writeBundle(
  server: CarryServer,
  request: z.input<typeof carryOutRequestSchema>,
): Promise<{ readonly bytes: Uint8Array; readonly number: string; readonly cases: string }> {
  const type = 'application/json'
  return send(
    server,
    { path: BYTE_ROUTES.carryOut, type, body: JSON.stringify(request) },
    async (response) => {
      if (!response.ok) {
        throw await refusedBy(response, UNKNOWN)
      }
      const { headers } = response
      const [number = '', cases = ''] = ['x-carry-number', 'x-carry-cases'].map(
        (name) => headers.get(name) ?? '',
      )
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (readCarryLine(bytes) === null) {
        throw new Error('The answer is no bundle')
      }
      return { bytes, number, cases }
    },
  )
}

/** Has the server take a bundle from a desk. */
export function takeBundle(
  server: CarryServer,
  bytes: Uint8Array,
): Promise<Extract<CarryInReply, { outcome: 'taken' }>> {
  const body = new Uint8Array(bytes)
  return send(
    server,
    { path: BYTE_ROUTES.carryIn, type: 'application/octet-stream', body },
    async (response) => {
      if (!response.ok && response.status !== 422) {
        throw await refusedBy(response, UNKNOWN)
      }
      const reply = carryInReplySchema.parse(await response.json())
      if (reply.outcome === 'refused') {
        throw new CarryRefusedError(`the bundle is refused: ${reply.problem}`)
      }
      return reply
    },
  )
}

/** Has the server make a desk known, and answers the reply for it. */
export function enrolDesk(
  server: CarryServer,
  request: EnrolmentRequest,
): Promise<Extract<EnrolmentAnswer, { outcome: 'enrolled' }>> {
  const { path } = apiRoutes.enrolDesk
  const type = 'application/json'
  return send(server, { path, type, body: JSON.stringify(request) }, async (response) => {
    if (!response.ok) {
      throw await refusedBy(response, UNKNOWN)
    }
    const answer = enrolmentAnswerSchema.parse(await response.json())
    if (answer.outcome === 'refused') {
      throw new CarryRefusedError(`the request is refused: ${answer.problem}`)
    }
    return answer
  })
}

/** Signs in for this one request and out again, whatever comes of it. */
async function send<T>(
  server: CarryServer,
  { path, type, body }: { path: string; type: string; body: string | Uint8Array<ArrayBuffer> },
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { url } = server
  const authorization = `Bearer ${await signIn(server)}`
  try {
    const headers = { authorization, 'content-type': type }
    return await answered(
      async () => read(await fetch(new URL(path, url), { method: 'POST', headers, body })),
      UNKNOWN,
    )
  } finally {
    const { path: session, method } = apiRoutes.signOut
    const signal = AbortSignal.timeout(SIGN_OUT_MS)
    await fetch(new URL(session, url), { method, headers: { authorization }, signal }).catch(() => undefined)
  }
}

function signIn({ url, username, password }: CarryServer): Promise<string> {
  const untouched = 'nothing was changed'
  return answered(async () => {
    const response = await fetch(new URL(apiRoutes.signIn.path, url), {
      method: apiRoutes.signIn.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
    if (!response.ok) {
      throw await refusedBy(response, untouched)
    }
    return z.object({ token: z.string() }).parse(await response.json()).token
  }, untouched)
}

/** What goes wrong while an answer is waited for, read or understood is no answer. */
async function answered<T>(ask: () => Promise<T>, standing: string): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof CarryRefusedError || cause instanceof CarryUnansweredError) {
      throw cause
    }
    throw new CarryUnansweredError(`the server does not answer; ${standing}`, { cause })
  }
}

/** A server that failed may have done part of it; only what it says no to has not been done. */
async function refusedBy(
  response: Response,
  standing: string,
): Promise<CarryRefusedError | CarryUnansweredError> {
  const parsed = errorBodySchema.safeParse(await response.json().catch(() => null))
  const code = parsed.success ? parsed.data.error.code : `status ${String(response.status)}`
  return response.status >= 500
    ? new CarryUnansweredError(`the server fails: ${code}; ${standing}`)
    : new CarryRefusedError(`the server refuses: ${code}`)
}
