import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeAuthority, type Certified } from '../../helpers/certificates'
import { PASSWORD, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { readEnvironment } from '../../../electron/main/environment'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import { createSecureFetch, UntrustedServerError } from '../../../electron/main/secureFetch'
import { readConfig } from '../../../server/config'

const authority = makeAuthority('Example authority')
const stranger = makeAuthority('Another authority')
const HOSTS = ['127.0.0.1']

describe('The server that a workstation speaks to', () => {
  let listening: Server | null = null
  const received: string[] = []

  afterEach(() => {
    listening?.close()
    listening = null
    received.length = 0
  })

  async function serve(
    { cert, key }: Certified,
    options: { readonly redirect?: boolean } = {},
  ): Promise<URL> {
    listening = createServer({ cert, key }, (request, response) => {
      received.push(request.url ?? '')
      if (options.redirect === true) {
        response.writeHead(302, { location: 'https://elsewhere.example/' })
      }
      response.end('{"of": "the server"}')
    })
    listening.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    return new URL(`https://127.0.0.1:${String((listening.address() as AddressInfo).port)}/v1/session`)
  }

  async function problemWith(url: URL, trust: Parameters<typeof createSecureFetch>[0]): Promise<string> {
    const error: unknown = await createSecureFetch(trust)(url, { method: 'POST', body: 'a password' }).then(
      () => null,
      (cause: unknown) => cause,
    )
    return error instanceof UntrustedServerError ? error.code : String(error)
  }

  it('is trusted when the authority that this machine was given has signed it', async () => {
    const url = await serve(authority.issue({ name: 'server', hosts: HOSTS }))
    const response = await createSecureFetch({ authorities: authority.cert, pin: null })(url)
    expect(await response.json()).toEqual({ of: 'the server' })
  })

  it('is refused, before anything is sent, when another authority has signed it', async () => {
    const url = await serve(stranger.issue({ name: 'server', hosts: HOSTS }))
    expect(await problemWith(url, { authorities: authority.cert, pin: null })).toBe(
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    )
    expect(received).toEqual([])
  })

  it('is refused by the authorities of the system when nobody of them knows it', async () => {
    const url = await serve(authority.issue({ name: 'server', hosts: HOSTS }))
    expect(await problemWith(url, { authorities: null, pin: null })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    expect(received).toEqual([])
  })

  it('is refused when it vouches for itself', async () => {
    const url = await serve(makeAuthority('127.0.0.1'))
    expect(await problemWith(url, { authorities: authority.cert, pin: null })).toBe(
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    )
    expect(received).toEqual([])
  })

  it('is refused under another name and after its time', async () => {
    const elsewhere = await serve(authority.issue({ name: 'server', hosts: ['review.example'] }))
    expect(await problemWith(elsewhere, { authorities: authority.cert, pin: null })).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    )
    listening?.close()
    const past = { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') }
    const expired = await serve(authority.issue({ name: 'server', hosts: HOSTS, ...past }))
    expect(await problemWith(expired, { authorities: authority.cert, pin: null })).toBe('CERT_HAS_EXPIRED')
    expect(received).toEqual([])
  })

  it('must have the pinned key, whoever has signed it', async () => {
    const pinned = authority.issue({ name: 'server', hosts: HOSTS })
    const trust = { authorities: authority.cert, pin: pinned.pin }
    const url = await serve(pinned)
    expect((await createSecureFetch(trust)(url)).status).toBe(200)
    listening?.close()
    received.length = 0
    const other = await serve(authority.issue({ name: 'server', hosts: HOSTS }))
    expect(await problemWith(other, trust)).toBe('ERR_SERVER_PIN')
    expect(received).toEqual([])
  })

  it('cannot be trusted by its pin alone', async () => {
    const server = stranger.issue({ name: 'server', hosts: HOSTS })
    const url = await serve(server)
    expect(await problemWith(url, { authorities: authority.cert, pin: server.pin })).toBe(
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    )
  })

  it('cannot send the workstation elsewhere', async () => {
    const url = await serve(authority.issue({ name: 'server', hosts: HOSTS }), { redirect: true })
    expect(await problemWith(url, { authorities: authority.cert, pin: null })).toContain('redirects')
  })
})

describe('The address of the server', () => {
  it.each(['http://review.example', 'http://192.0.2.7:8600', 'http://127.0.0.1.example'])(
    'is not taken in clear beyond this machine: %s',
    (url) => {
      expect(() => readEnvironment({ BEIAN_SERVER_URL: url })).toThrow(/must begin with https/)
    },
  )

  it.each(['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787', 'https://review.example'])(
    'is taken: %s',
    (url) => {
      expect(readEnvironment({ BEIAN_SERVER_URL: url }).BEIAN_SERVER_URL).toBe(url)
    },
  )

  it('has a pin that is one, or none', () => {
    expect(readEnvironment({ BEIAN_SERVER_PIN: authority.pin }).BEIAN_SERVER_PIN).toBe(authority.pin)
    expect(() => readEnvironment({ BEIAN_SERVER_PIN: 'sha256/short' })).toThrow(/BEIAN_SERVER_PIN/)
  })
})

describe('The review server over TLS', () => {
  let folder: string
  let server: TestServer

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-tls-'))
    const { cert, key } = authority.issue({ name: 'server', hosts: HOSTS })
    await writeFile(path.join(folder, 'cert.pem'), cert)
    await writeFile(path.join(folder, 'key.pem'), key)
    server = await startTestServer('embedded', {
      tls: { certFile: path.join(folder, 'cert.pem'), keyFile: path.join(folder, 'key.pem') },
    })
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  const credentials = { username: 'li.na', password: PASSWORD }

  it('takes a sign-in, and answers its documents and streams as before', async () => {
    const client = createReviewServerClient({
      baseUrl: server.url,
      fetch: createSecureFetch({ authorities: authority.cert, pin: null }),
    })
    expect(server.url).toMatch(/^https:/)
    const session = await client.signIn(credentials)
    expect(session).toMatchObject({ ok: true, value: { user: { username: 'li.na' } } })
    const token = session.ok ? session.value.token : ''
    expect(await client.drawNext(token)).toEqual({ ok: true, value: null })
    expect(await client.readDocument(token, crypto.randomUUID(), 'ab'.repeat(32))).toEqual({
      ok: false,
      error: 'not-found',
    })
  })

  it('is told apart from no connection when it is not trusted', async () => {
    const client = createReviewServerClient({
      baseUrl: server.url,
      fetch: createSecureFetch({ authorities: stranger.cert, pin: null }),
    })
    expect(await client.signIn(credentials)).toEqual({ ok: false, error: 'untrusted-server' })
  })

  it('does not start with a key that is another certificate’s, and quotes none', async () => {
    await writeFile(path.join(folder, 'other.pem'), stranger.key)
    const tls = { certFile: path.join(folder, 'cert.pem'), keyFile: path.join(folder, 'other.pem') }
    await expect(server.restart({ tls })).rejects.toThrow(/hold no certificate with its own key/)
    await server.restart()
  })

  it('asks for certificate and key together', () => {
    const environment = { DATA_DIR: '/srv', INTAKE_TOKEN: 'a'.repeat(16), TLS_CERT_FILE: 'cert.pem' }
    expect(readConfig(environment)).toEqual({
      ok: false,
      error: 'TLS_CERT_FILE and TLS_KEY_FILE are set together or not at all',
    })
  })
})
