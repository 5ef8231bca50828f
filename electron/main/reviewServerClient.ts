import type { z } from 'zod'
import { apiRoutes, errorBodySchema } from '../../shared/protocol/api'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success } from '../../shared/result'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../workflows/ports/reviewServerPort'

/** A call without an answer for this long counts as no connection: a reviewer would have given up before. */
const CALL_TIMEOUT_MS = 15_000
/** A 20 MB document over a bad 2 Mbit/s line takes 80 s. */
const DOCUMENT_TIMEOUT_MS = 120_000

interface Options {
  readonly baseUrl: string
  /** `fetch` of the platform; tests put a failing network here. */
  readonly fetch: typeof fetch
}

interface Call {
  readonly method: string
  readonly path: string
  readonly token?: string
  readonly body?: unknown
}

/** Speaks to the review server over HTTP. Every answer is parsed; nothing is thrown for what a network does. */
export function createReviewServerClient(options: Options): ReviewServerPort {
  let underWay = new AbortController()

  async function send(call: Call, timeoutMs: number): Promise<ServerResult<Response>> {
    const headers: Record<string, string> = {}
    if (call.token !== undefined) {
      headers['authorization'] = `Bearer ${call.token}`
    }
    if (call.body !== undefined) {
      headers['content-type'] = 'application/json'
    }
    try {
      const response = await options.fetch(new URL(call.path, options.baseUrl), {
        method: call.method,
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), underWay.signal]),
      })
      return response.ok ? success(response) : refusal(await readProblem(response))
    } catch {
      return refusal('offline')
    }
  }

  async function request<S extends z.ZodType>(call: Call, reply: S): Promise<ServerResult<z.output<S>>> {
    const response = await send(call, CALL_TIMEOUT_MS)
    if (!response.ok) {
      return response
    }
    const body = await readJson(response.value)
    if (!body.ok) {
      return body
    }
    const parsed = reply.safeParse(body.value)
    return parsed.success ? success(parsed.data) : refusal('protocol')
  }

  const { signIn, signOut, feed, drawNext, hold, reserve, release, commands } = apiRoutes
  return {
    signIn: (body) => request({ method: signIn.method, path: signIn.path, body }, signIn.reply),
    async signOut(token) {
      const answer = await request({ method: signOut.method, path: signOut.path, token }, signOut.reply)
      return answer.ok ? success(null) : answer
    },
    feed: (token, after) =>
      request({ method: feed.method, path: `${feed.path}?after=${String(after)}`, token }, feed.reply),
    async drawNext(token) {
      const answer = await request(
        { method: drawNext.method, path: drawNext.path, token, body: {} },
        drawNext.reply,
      )
      return answer.ok ? success(answer.value.drawn) : answer
    },
    async hold(token, caseId) {
      const answer = await request(
        { method: hold.method, path: hold.path, token, body: { caseId } },
        hold.reply,
      )
      return answer.ok ? success(answer.value.hold) : answer
    },
    async reserve(token, count) {
      const body = { count }
      const answer = await request({ method: reserve.method, path: reserve.path, token, body }, reserve.reply)
      return answer.ok ? success(answer.value.holds) : answer
    },
    async release(token, caseId, holdToken) {
      const body = { caseId, token: holdToken }
      const answer = await request({ method: release.method, path: release.path, token, body }, release.reply)
      return answer.ok ? success(null) : answer
    },
    readCase: (token, caseId) =>
      request({ method: 'GET', path: `/v1/cases/${caseId}`, token }, apiRoutes.case.reply),
    async deliver(token, list) {
      const body = { commands: list }
      const answer = await request(
        { method: commands.method, path: commands.path, token, body },
        commands.reply,
      )
      return answer.ok ? success(answer.value.outcomes) : answer
    },
    async readDocument(token, caseId, sha256) {
      const path = `/v1/cases/${caseId}/documents/${sha256}`
      const response = await send({ method: 'GET', path, token }, DOCUMENT_TIMEOUT_MS)
      return response.ok ? readBytes(response.value) : response
    },
    abandon() {
      underWay.abort()
      underWay = new AbortController()
    },
  }
}

async function readProblem(response: Response): Promise<ServerProblem> {
  const body = await readJson(response)
  if (!body.ok) {
    return body.error
  }
  const parsed = errorBodySchema.safeParse(body.value)
  return parsed.success ? parsed.data.error.code : 'protocol'
}

async function readJson(response: Response): Promise<ServerResult<unknown>> {
  try {
    const body: unknown = await response.json()
    return success(body)
  } catch (cause) {
    return refusal(cause instanceof SyntaxError ? 'protocol' : 'offline')
  }
}

/** Stops at the bound instead of filling memory: the server is not trusted either. */
async function readBytes(response: Response): Promise<ServerResult<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // Leaving the loop early cancels the stream.
    const body: AsyncIterable<Uint8Array> = response.body ?? new ReadableStream<Uint8Array>()
    for await (const chunk of body) {
      length += chunk.byteLength
      if (length > BUNDLE_LIMITS.documentBytes) {
        return refusal('protocol')
      }
      chunks.push(chunk)
    }
  } catch {
    return refusal('offline')
  }
  return success(new Uint8Array(Buffer.concat(chunks)))
}
