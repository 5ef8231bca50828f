import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'
import Provider from 'oidc-provider'
import { LOOPBACK_PATH } from '../../shared/protocol/companySignIn'

export const CLIENT_ID = 'beian-desk'
/** Another application of the same company. */
export const OTHER_CLIENT = 'canteen'

/** A person as the provider knows them. */
interface Person {
  readonly subject: string
  readonly claims?: Readonly<Record<string, unknown>>
}

export interface IdentityProvider {
  readonly issuer: string
  readonly privateKey: CryptoKey
  /** Whoever signs in next at its page. */
  person: Person
  /** Makes something else of the next answer of the token endpoint. */
  tamper: ((idToken: string) => Promise<string> | string) | null
  /** Answers nothing but 503. */
  isDown: boolean
  /** From now on other keys sign, and the ones before are not published any more. */
  changeKeys(): Promise<void>
  /** What a browser does with the address of the sign-in page: signs in and follows to the desk's own address. */
  browse(address: string): Promise<URL>
  close(): Promise<void>
}

/** A real provider on this machine; its login page takes whoever `person` is, without asking. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const http = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      response.destroy(cause instanceof Error ? cause : undefined)
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const issuer = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`
  let keys = await makeKeys('first')
  let provider = openProvider(issuer, keys.jwk, () => state.person)

  const state: IdentityProvider = {
    issuer,
    get privateKey() {
      return keys.privateKey
    },
    person: { subject: 'sub-of-li' },
    tamper: null,
    isDown: false,
    async changeKeys() {
      keys = await makeKeys(randomBytes(4).toString('hex'))
      provider = openProvider(issuer, keys.jwk, () => state.person)
    },
    browse,
    async close() {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state.isDown) {
      response.writeHead(503).end()
      return
    }
    if (request.url?.startsWith('/interaction/') === true) {
      await finishInteraction(provider, state.person, request, response)
      return
    }
    const { tamper } = state
    if (request.url === '/token' && tamper !== null) {
      state.tamper = null
      changeAnswer(response, tamper)
    }
    await provider.callback()(request, response)
  }

  return state
}

async function makeKeys(kid: string): Promise<{ readonly privateKey: CryptoKey; readonly jwk: JWK }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'ES256' } }
}

function openProvider(issuer: string, jwk: JWK, person: () => Person): Provider {
  const client = (id: string) => ({
    client_id: id,
    application_type: 'native' as const,
    redirect_uris: [`http://127.0.0.1${LOOPBACK_PATH}`],
    token_endpoint_auth_method: 'none' as const,
    id_token_signed_response_alg: 'ES256' as const,
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
  })
  const life = 4 * 3600
  return new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [client(CLIENT_ID), client(OTHER_CLIENT)],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    ttl: {
      AccessToken: life,
      AuthorizationCode: 60,
      Grant: life,
      IdToken: life,
      Interaction: life,
      Session: life,
    },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...person().claims }),
    }),
  })
}

async function finishInteraction(
  provider: Provider,
  { subject }: Person,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: subject, clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  const result = { login: { accountId: subject }, consent: { grantId: await grant.save() } }
  await provider.interactionFinished(request, response, result)
}

/** Lets what the provider says pass through other hands. */
function changeAnswer(response: ServerResponse, tamper: (idToken: string) => Promise<string> | string): void {
  const end = response.end.bind(response)
  response.end = ((body: unknown) => {
    const said = JSON.parse(String(body)) as { id_token: string }
    void Promise.resolve(tamper(said.id_token)).then((idToken) => {
      const changed = JSON.stringify({ ...said, id_token: idToken })
      response.setHeader('content-length', Buffer.byteLength(changed))
      end(changed)
    })
    return response
  }) as ServerResponse['end']
}

/** Follows redirects with cookies until the browser is sent to a desk. */
async function browse(address: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(address)
  for (let step = 0; step < 8; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    await response.arrayBuffer()
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = response.headers.get('location')
    if (location === null) {
      throw new Error(`The provider answered ${String(response.status)}`)
    }
    next = new URL(location, next)
    if (next.pathname === LOOPBACK_PATH) {
      return next
    }
  }
  throw new Error('The provider sends the browser in circles')
}

/** A begun sign-in as a desk makes it. */
function beginSignIn(provider: IdentityProvider, clientId = CLIENT_ID) {
  const codeVerifier = randomBytes(32).toString('base64url')
  const nonce = randomBytes(16).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const redirectUri = `http://127.0.0.1:45678${LOOPBACK_PATH}`
  const address = new URL('/auth', provider.issuer)
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return { address: address.href, codeVerifier, nonce, redirectUri, state }
}

/** What a desk then sends to the review server. */
export async function finishedSignIn(provider: IdentityProvider, clientId = CLIENT_ID) {
  const { address, codeVerifier, nonce, redirectUri } = beginSignIn(provider, clientId)
  const answer = await provider.browse(address)
  return {
    code: answer.searchParams.get('code') ?? '',
    iss: answer.searchParams.get('iss'),
    codeVerifier,
    nonce,
    redirectUri,
  }
}
