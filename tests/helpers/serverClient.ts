import type { z } from 'zod'
import { apiRoutes } from '../../shared/protocol/api'
import { errorBodySchema, type ApiErrorCode } from '../../shared/protocol/apiModels'

type Routes = typeof apiRoutes
export type RouteName = keyof Routes

interface Parts {
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | number>>
  readonly params?: Readonly<Record<string, string>>
}

export interface TestClient {
  readonly token: string | undefined
  readonly userId: string
  /** The reply of a request that must be granted. */
  granted<Name extends RouteName>(name: Name, parts?: Parts): Promise<z.output<Routes[Name]['reply']>>
  /** Status and code of a request that must be refused. */
  refused(name: RouteName, parts?: Parts): Promise<{ readonly status: number; readonly code: ApiErrorCode }>
  /** A document, as the server sends it. */
  document(caseId: string, sha256: string, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/** Speaks the protocol over HTTP; every reply is parsed by the protocol's own schemas. */
export function createTestClient(
  url: string,
  session?: {
    readonly token: string
    readonly refreshToken?: string
    readonly user?: { readonly id: string }
  },
): TestClient {
  let token = session?.token
  let refreshToken = session?.refreshToken

  function authorization(): Readonly<Record<string, string>> {
    return token === undefined ? {} : { authorization: `Bearer ${token}` }
  }

  /** Asks again with new tokens when the access token has run out, as a workstation does. */
  async function withFreshToken<T extends { readonly status: number }>(send: () => Promise<T>): Promise<T> {
    const answer = await send()
    if (answer.status !== 401 || refreshToken === undefined) {
      return answer
    }
    const renewed = await fetch(new URL(apiRoutes.refresh.path, url), {
      method: apiRoutes.refresh.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    })
    if (!renewed.ok) {
      return answer
    }
    ;({ token, refreshToken } = apiRoutes.refresh.reply.parse(await renewed.json()))
    return send()
  }

  function ask(name: RouteName, parts: Parts = {}): Promise<{ status: number; body: unknown }> {
    return withFreshToken(() => askOnce(name, parts))
  }

  async function askOnce(name: RouteName, parts: Parts): Promise<{ status: number; body: unknown }> {
    const route = apiRoutes[name]
    const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(parts.params?.[key] ?? ''),
    )
    const address = new URL(path, url)
    for (const [key, value] of Object.entries(parts.query ?? {})) {
      address.searchParams.set(key, String(value))
    }
    const response = await fetch(address, {
      method: route.method,
      headers: { ...authorization(), ...('body' in parts ? { 'content-type': 'application/json' } : {}) },
      ...('body' in parts ? { body: JSON.stringify(parts.body) } : {}),
    })
    return { status: response.status, body: await response.json() }
  }

  return {
    get token() {
      return token
    },
    userId: session?.user?.id ?? '',
    granted: async (name, parts) => {
      const { status, body } = await ask(name, parts)
      if (status !== 200) {
        throw new Error(`${name} was refused with ${status}: ${JSON.stringify(body)}`)
      }
      // The table of routes pairs each name with its own schema; a generic name hides that from the compiler.
      return apiRoutes[name].reply.parse(body) as never
    },
    refused: async (name, parts) => {
      const { status, body } = await ask(name, parts)
      return { status, code: errorBodySchema.parse(body).error.code }
    },
    document: (caseId, sha256, headers = {}) =>
      withFreshToken(() =>
        fetch(new URL(`/v1/cases/${caseId}/documents/${sha256}`, url), {
          headers: { ...authorization(), ...headers },
        }),
      ),
  }
}
