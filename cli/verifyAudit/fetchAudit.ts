import { z } from 'zod'
import type { AuditLine } from './auditLine'
import { apiRoutes } from '../../shared/protocol/api'
import { auditChainReplySchema, auditStateReplySchema } from '../../shared/protocol/audit'

interface AuditServer {
  readonly url: string
  readonly username: string
  readonly password: string
}

/** The server gave no usable answer. */
export class AuditUnavailableError extends Error {
  override readonly name = 'AuditUnavailableError'
}

type ChainPage = z.output<typeof auditChainReplySchema>

/** Reads every chain from a server as an auditor, page by page. */
export async function* fetchAudit(server: AuditServer): AsyncGenerator<AuditLine> {
  const { username, password } = server
  const signIn = { method: 'POST', body: JSON.stringify({ username, password }) }
  let { token } = await ask(server, apiRoutes.signIn.path, z.object({ token: z.string() }), signIn)
  const state = await ask(server, apiRoutes.auditState.path, auditStateReplySchema, {}, token)
  yield { state }

  async function* pages(chain: string): AsyncGenerator<ChainPage> {
    for (let after = 0; ;) {
      const path = `${apiRoutes.auditChain.path}?chain=${chain}&after=${String(after)}`
      const page = await ask(server, path, auditChainReplySchema, {}, token)
      yield page
      after += page.server.length + page.device.length
      if (!page.more) {
        return
      }
    }
  }

  for await (const page of pages('server')) {
    yield* page.server.map((entry) => ({ server: entry }))
  }
  for (const { id } of state.devices) {
    // A long chain outlives a token.
    ;({ token } = await ask(server, apiRoutes.signIn.path, z.object({ token: z.string() }), signIn))
    for await (const page of pages(id)) {
      yield* page.device.map((entry) => ({ device: id, entry }))
    }
  }
}

async function ask<S extends z.ZodType>(
  { url }: AuditServer,
  path: string,
  reply: S,
  init: RequestInit,
  token?: string,
): Promise<z.output<S>> {
  const headers = {
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  let response: Response
  try {
    response = await fetch(new URL(path, url), { ...init, headers })
  } catch {
    throw new AuditUnavailableError('the server does not answer')
  }
  const parsed = reply.safeParse(await response.json().catch(() => null))
  if (!response.ok || !parsed.success) {
    const reason = response.ok
      ? 'with something else than an audit'
      : `with status ${String(response.status)}`
    throw new AuditUnavailableError(`the server answers ${reason}`)
  }
  return parsed.data
}
