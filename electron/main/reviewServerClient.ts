import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import { BYTE_ROUTES } from '../../shared/protocol/otherRoutes'
import { errorBodySchema } from '../../shared/protocol/apiModels'
import { proposeReplySchema } from '../../shared/protocol/rulePacks'
import { BUNDLE_LIMITS } from '../../shared/protocol/limits'
import { refusal, success } from '../../shared/result'
import { createAccountCalls } from './accountCalls'
import { createCertificateCalls } from './certificateCalls'
import { createControlCalls } from './controlCalls'
import { createNudgeCalls } from './nudgeCalls'
import { createOpenCalls, endedBy } from './openCalls'
import { UntrustedServerError } from './secureFetch'
import { createExportCalls } from './exportCalls'
import { createFigureCalls } from './figureCalls'
import { createSamplingCalls } from './samplingCalls'
import { createTeamCalls } from './teamCalls'
import type { ReviewServerPort, ServerProblem, ServerResult } from '../workflows/ports/reviewServerPort'

/** A call without an answer for this long counts as no connection: a reviewer would have given up before. */
const CALL_TIMEOUT_MS = 15_000
/** A dry run judges the whole queue twice: 2000 cases take some 20 s on an idle machine. */
const DRY_RUN_TIMEOUT_MS = 600_000
/** A year of a team of fifty, some five million entries, is walked in about a minute and a half. */
const AUDIT_TIMEOUT_MS = 300_000
/** A 20 MB document over a bad 2 Mbit/s line takes 80 s. */
const DOCUMENT_TIMEOUT_MS = 120_000

/** Where a person waits who may be typing a secret next. */
const TOLD_PATHS: readonly string[] = [
  apiRoutes.signIn.path,
  apiRoutes.signInWays.path,
  apiRoutes.companySignIn.path,
]

interface Options {
  readonly baseUrl: string
  /** `fetch` of the platform; tests put a failing network here. */
  readonly fetch: typeof fetch
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly token?: string
  readonly body?: unknown
  /** Instead of a JSON body: an archive, or the bytes of a file. */
  readonly zip?: Uint8Array
  readonly file?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** Ends this call alone. */
  readonly signal?: AbortSignal
}

/** Speaks to the review server over HTTP. Every answer is parsed; nothing is thrown for what a network does. */
export function createReviewServerClient(options: Options): ReviewServerPort {
  const { signIn, refresh, signOut, feed, drawNext, hold, reserve, release, commands } = apiRoutes
  const calls = createOpenCalls()

  /** `alsoGood`: statuses of refusals that carry an answer of their own. */
  async function send(
    call: Call,
    timeoutMs: number,
    alsoGood: readonly number[] = [],
  ): Promise<ServerResult<Response>> {
    const headers: Record<string, string> = { ...call.headers }
    if (call.token !== undefined) {
      headers['authorization'] = `Bearer ${call.token}`
    }
    if (call.body !== undefined) {
      headers['content-type'] = 'application/json'
    }
    if (call.zip !== undefined) {
      headers['content-type'] = 'application/zip'
    }
    if (call.file !== undefined) {
      headers['content-type'] = 'application/octet-stream'
    }
    const bytes = call.zip ?? call.file
    try {
      const signal = calls.begin(timeoutMs, call.signal)
      const arrived = await options.fetch(new URL(call.path, options.baseUrl), {
        method: call.method,
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(bytes === undefined ? {} : { body: Uint8Array.from(bytes) }),
        redirect: 'error',
        signal,
      })
      const response = endedBy(signal, arrived)
      const isAnswer = response.ok || alsoGood.includes(response.status)
      return isAnswer ? success(response) : refusal(await readProblem(response))
    } catch (cause) {
      // Told where a person waits; in the background it is as good as no connection.
      const isTold = TOLD_PATHS.includes(call.path) && cause instanceof UntrustedServerError
      return refusal(isTold ? 'untrusted-server' : 'offline')
    }
  }

  async function request<S extends z.ZodType>(
    call: Call,
    reply: S,
    timeoutMs = CALL_TIMEOUT_MS,
    alsoGood: readonly number[] = [],
  ): Promise<ServerResult<z.output<S>>> {
    const response = await send(call, timeoutMs, alsoGood)
    return response.ok ? parseReply(response.value, reply) : response
  }

  const { searchReuse, openReused, exchangeAudit, auditEntries, auditState } = apiRoutes
  return {
    signIn: (body) => request({ method: signIn.method, path: signIn.path, body }, signIn.reply),
    refresh: (body) => request({ method: refresh.method, path: refresh.path, body }, refresh.reply),
    async signOut(token) {
      const answer = await request({ method: signOut.method, path: signOut.path, token }, signOut.reply)
      return answer.ok ? success(null) : answer
    },
    feed(token, after, limit) {
      const path = `${feed.path}?after=${String(after)}&limit=${String(limit)}`
      return request({ method: feed.method, path, token }, feed.reply)
    },
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
    searchReuse: (token, body) =>
      request({ method: searchReuse.method, path: searchReuse.path, token, body }, searchReuse.reply),
    openReused: (token, body) =>
      request({ method: openReused.method, path: openReused.path, token, body }, openReused.reply),
    async listRulePacks(token) {
      const answer = await request(
        { method: 'GET', path: '/v1/rule-packs', token },
        apiRoutes.rulePacks.reply,
      )
      return answer.ok ? success(answer.value.packs) : answer
    },
    async readRulePack(token, version) {
      const path = `/v1/rule-packs/${encodeURIComponent(version)}`
      const answer = await request({ method: 'GET', path, token }, apiRoutes.rulePackFiles.reply)
      return answer.ok ? success(answer.value.files) : answer
    },
    rulePackOverview: (token) =>
      request({ method: 'GET', path: '/v1/rule-proposals', token }, apiRoutes.ruleProposals.reply),
    async proposeRulePack(token, archive) {
      const call = { method: 'POST', path: BYTE_ROUTES.ruleProposal, token, zip: archive }
      const response = await send(call, DOCUMENT_TIMEOUT_MS, [422])
      return response.ok ? parseReply(response.value, proposeReplySchema) : response
    },
    diffRulePack: (token, packId) =>
      request(
        { method: 'GET', path: `/v1/rule-proposals/${packId}/diff`, token },
        apiRoutes.rulePackDiff.reply,
      ),
    dryRunRulePack: (token, packId) =>
      request(
        { method: 'POST', path: `/v1/rule-proposals/${packId}/dry-run`, token },
        apiRoutes.dryRunRulePack.reply,
        DRY_RUN_TIMEOUT_MS,
      ),
    dryRunChanges(token, { packId, ruleId, offset, limit }) {
      const path = `/v1/rule-proposals/${packId}/dry-run?${queryOf({ offset, limit, ruleId })}`
      return request({ method: 'GET', path, token }, apiRoutes.dryRunChanges.reply)
    },
    activateRulePack: (token, packId) =>
      request(
        { method: 'POST', path: `/v1/rule-proposals/${packId}/activate`, token },
        apiRoutes.activateRulePack.reply,
      ),
    withdrawRulePack: (token, packId) =>
      request(
        { method: 'POST', path: `/v1/rule-proposals/${packId}/withdraw`, token },
        apiRoutes.withdrawRulePack.reply,
      ),
    ...createAccountCalls(request),
    ...createTeamCalls(request),
    ...createSamplingCalls(request),
    ...createControlCalls(request),
    ...createFigureCalls(request),
    ...createCertificateCalls(request),
    ...createExportCalls(request),
    ...createNudgeCalls(send),
    async ownProposals(token) {
      const answer = await request(
        { method: 'GET', path: apiRoutes.ownProposals.path, token },
        apiRoutes.ownProposals.reply,
      )
      return answer.ok ? success(answer.value.proposals) : answer
    },
    exchangeAudit: (token, body) =>
      request({ method: exchangeAudit.method, path: exchangeAudit.path, token, body }, exchangeAudit.reply),
    auditEntries(token, asked) {
      const path = `${auditEntries.path}?${queryOf(asked)}`
      return request({ method: 'GET', path, token }, auditEntries.reply)
    },
    auditState: (token) =>
      request({ method: 'GET', path: auditState.path, token }, auditState.reply, AUDIT_TIMEOUT_MS),
    async readDocumentPart(token, caseId, sha256, { start, length }) {
      const path = `/v1/cases/${caseId}/documents/${sha256}`
      const last = start + length - 1
      const range = { range: `bytes=${String(start)}-${String(last)}`, 'if-range': `"${sha256}"` }
      const response = await send({ method: 'GET', path, token, headers: range }, DOCUMENT_TIMEOUT_MS)
      if (!response.ok) {
        return response
      }
      // Another answer than this part, the whole document among them, is not what the parts before belong to.
      const isPart =
        response.value.headers.get('content-range')?.startsWith(`bytes ${String(start)}-`) === true
      return isPart ? readBytes(response.value, length) : refusal('protocol')
    },
    async readDocument(token, caseId, sha256) {
      const path = `/v1/cases/${caseId}/documents/${sha256}`
      const response = await send({ method: 'GET', path, token }, DOCUMENT_TIMEOUT_MS)
      return response.ok ? readBytes(response.value, BUNDLE_LIMITS.documentBytes) : response
    },
    abandon() {
      calls.abandon()
    },
  }
}

/** What is undefined is not asked. */
function queryOf(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
}

async function parseReply<S extends z.ZodType>(
  response: Response,
  reply: S,
): Promise<ServerResult<z.output<S>>> {
  const body = await readJson(response)
  if (!body.ok) {
    return body
  }
  const parsed = reply.safeParse(body.value)
  return parsed.success ? success(parsed.data) : refusal('protocol')
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
async function readBytes(response: Response, most: number): Promise<ServerResult<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // Leaving the loop early cancels the stream.
    const body: AsyncIterable<Uint8Array> = response.body ?? new ReadableStream<Uint8Array>()
    for await (const chunk of body) {
      length += chunk.byteLength
      if (length > most) {
        return refusal('protocol')
      }
      chunks.push(chunk)
    }
  } catch {
    return refusal('offline')
  }
  return success(new Uint8Array(Buffer.concat(chunks)))
}
